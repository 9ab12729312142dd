using Geborgen.Casework;

namespace Geborgen.Intake.Contacts;

/// <summary>Who reported a concern.</summary>
/// <param name="Role">What they are to the family, such as <c>school</c>, <c>police</c>, <c>neighbour</c>.</param>
/// <param name="Name">Their name, if they gave it.</param>
/// <param name="Shielded">Whether they ask to keep their name apart; a wish that is followed until it is decided on.</param>
/// <param name="Anonymous">Whether they are unknown to us too, and can't be asked anything again.</param>
public sealed record Reporter(string Role, string? Name, bool Shielded, bool Anonymous)
{
    /// <summary>
    /// Who it is: the name, and the role where the family is told another one. What gives somebody away without naming them is for a
    /// worker to see.
    /// </summary>
    public IEnumerable<Secret> Identity(string? roleForFamily)
    {
        yield return Secret.Reporter(Name);
        if (!string.Equals(roleForFamily, Role, StringComparison.OrdinalIgnoreCase))
            yield return Secret.Reporter(Role);
    }
}
