using Geborgen.Contracts;
using Geborgen.Contracts.Casework;

namespace Geborgen.Casework;

/// <summary>Who acts, for which organisation, as what, and when: one value, so that no rule mixes up whose account or which moment it is.</summary>
/// <param name="Account">The account of a person, or the client of a system.</param>
/// <param name="Organisation">The organisation for which it acts; empty where the token names none.</param>
/// <param name="Role">The role that gave the right to act.</param>
/// <param name="Now">The moment at which it acts.</param>
/// <param name="PersonId">The member of the family to whom a worker tied the account; null for everybody else.</param>
/// <param name="WorksWithFile">Whether the relation that gave the right to act is one in which somebody works with the file and reads it.</param>
public sealed record Actor(
    string Account, string Organisation, string Role, DateTimeOffset Now, Guid? PersonId = null, bool WorksWithFile = false)
{
    /// <summary>The civil day on which it acts.</summary>
    public DateOnly Today => WorkingDays.DateOf(Now);

    /// <summary>
    /// Why the actor does not let a worker in on a file; null where it does. Nobody gives oneself a right that one did not have; who works
    /// with the file already may take more of the work.
    /// </summary>
    public Refusal? WhyNotLetIn(string account) => account == Account && !WorksWithFile ? ActorRefusals.NotOneself : null;

    /// <summary>Whether an event gives the actor what it did not have. What is taken in an emergency, everybody sees.</summary>
    public bool GainsBy(IGivesRight given)
    {
        ArgumentNullException.ThrowIfNull(given);
        return given.To == Account && given switch
        {
            InvolvementStarted { Relation: Relations.EmergencyAccess } => false,
            InvolvementStarted => !WorksWithFile,
            _ => true,
        };
    }
}

/// <summary>Why somebody does not do something, whatever it is done to.</summary>
public static class ActorRefusals
{
    /// <summary>Somebody gives oneself a right.</summary>
    public static Refusal NotOneself { get; } = new(
        "not-oneself", "Nobody gives oneself a right.", "Let a colleague do it who works with the file; in acute danger, open the file in an emergency.");
}
