using Geborgen.Casework;

namespace Geborgen.Intake.Contacts;

/// <summary>Who reported a concern.</summary>
/// <param name="Role">What they are to the family, such as <c>school</c>, <c>police</c>, <c>neighbour</c>.</param>
/// <param name="Name">Their name, if they gave it.</param>
/// <param name="Shielded">Whether they ask to keep their name apart; a wish that is followed until it is decided on.</param>
/// <param name="Anonymous">Whether they are unknown to us too, and can't be asked anything again.</param>
public sealed record Reporter(string Role, string? Name, bool Shielded, bool Anonymous)
{
    /// <summary>What is called a reporter of whom no more is known than for which organisation a system sent the report.</summary>
    public const string OrganisationRole = "organisation";

    /// <summary>An organisation whose system sent a report in which nobody is named as its reporter.</summary>
    public static Reporter Organisation(string name) => new(OrganisationRole, name, Shielded: false, Anonymous: false);

    /// <summary>
    /// Who it is: the name, and that somebody of the role reported, where the family is told another one. In what the reporter said the
    /// role alone tells it. What gives somebody away without naming them is for a worker to see.
    /// </summary>
    public IEnumerable<Secret> Identity(string? roleForFamily, bool inOwnWords = false)
    {
        yield return Secret.Reporter(Name);
        if (!string.Equals(roleForFamily, Role, StringComparison.OrdinalIgnoreCase))
            yield return inOwnWords ? Secret.ReporterRole(Role) : Secret.ReportBy(Role);
    }
}
