using Geborgen.Intake.Contacts;

namespace Geborgen.Intake.Families;

/// <summary>
/// Reports, and calls for help of another member, of which somebody was not told. What led to them, and what came of them, is kept from that person
/// as well.
/// </summary>
/// <param name="kin">The files of one origin.</param>
/// <param name="personId">The person.</param>
/// <param name="contacts">What came into these files.</param>
public sealed class UntoldReports(Kin kin, Guid personId, IEnumerable<Contact> contacts)
{
    readonly ILookup<bool, Contact> reports = contacts.Where(one => kin.Concerns(personId, one.FamilyId, one.ReceivedAt))
        .ToLookup(one => (one.MustBeTold || one.IsOwnCall) && !kin.Knows(personId, one));

    /// <summary>The files of one origin.</summary>
    public Kin Kin { get; } = kin;

    /// <summary>What came in about the person and is not kept from that person.</summary>
    public IEnumerable<Contact> Known => reports[false];

    /// <summary>
    /// Since when the first of them counts in a file; null where there is none. What the person could know of a file before it became one with
    /// another is not why anything in it is kept.
    /// </summary>
    public DateTimeOffset? Since(Guid file) => reports[true].Min(one => (DateTimeOffset?)Kin.CountsSince(file, one.FamilyId, one.ReceivedAt));
}
