namespace Geborgen.Casework;

/// <summary>Who acts, for which organisation, as what, and when: one value, so that no rule mixes up whose account or which moment it is.</summary>
/// <param name="Account">The account of a person, or the client of a system.</param>
/// <param name="Organisation">The organisation for which it acts; empty where the token names none.</param>
/// <param name="Role">The role that gave the right to act.</param>
/// <param name="Now">The moment at which it acts.</param>
/// <param name="PersonId">The member of the family to whom a worker tied the account; null for everybody else.</param>
public sealed record Actor(string Account, string Organisation, string Role, DateTimeOffset Now, Guid? PersonId = null)
{
    /// <summary>The civil day on which it acts.</summary>
    public DateOnly Today => WorkingDays.DateOf(Now);
}
