using Geborgen.Contracts;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Messaging;

namespace Geborgen.FamilyView;

/// <summary>What a batch of events says about the rows of the skeleton. Which of it still counts is decided where the rows are.</summary>
sealed class SkeletonChanges
{
    public List<FamilyRow> Families { get; } = [];

    public List<MemberRow> Members { get; } = [];

    public List<PersonLinkRow> Links { get; } = [];

    public List<ContactRow> Contacts { get; } = [];

    public List<ClockRow> Clocks { get; } = [];

    public List<TimelineRow> Timeline { get; } = [];

    public static SkeletonChanges Of(IReadOnlyList<ReceivedEvent> events)
    {
        var changes = new SkeletonChanges();
        foreach (var received in events)
            changes.Note(received);
        return changes;
    }

    void Note(ReceivedEvent received)
    {
        var happened = received.Event;
        Timeline.Add(new(
            received.EventId, happened.FamilyId, happened.At, received.Service, EventCatalogue.NameOf(happened.GetType()),
            happened.Municipality, happened.Stream, happened.Version));
        // Whatever comes first creates the family; its own event then takes the row over.
        Families.Add(happened is FamilyOpened
            ? new(happened.FamilyId, happened.Municipality, happened.At, happened.Version)
            : new(happened.FamilyId, happened.Municipality, OpenedAt: null, Version: 0));
        switch (happened)
        {
            case FamilyOpened opened:
                Members.AddRange(opened.Members.Select(member => Present(opened, member)));
                break;
            case MemberAdded added:
                Members.Add(Present(added, added.Member));
                break;
            case MemberRemoved removed:
                Members.Add(new(removed.FamilyId, removed.PersonId, Role: null, From: null, removed.Until, removed.Version));
                break;
            case PersonLinkConfirmed link:
                Links.Add(new(link.FamilyId, link.PersonId, link.KnownPersonId, Undone: false, link.Version));
                break;
            case PersonLinkUndone link:
                Links.Add(new(link.FamilyId, link.PersonId, link.KnownPersonId, Undone: true, link.Version));
                break;
            case ContactRegistered contact:
                Contacts.Add(new(contact.ContactId, contact.FamilyId, contact.Kind, contact.ReceivedAt, contact.Version));
                break;
            case ClockStarted clock:
                Clocks.Add(Nothing(clock, clock.ClockId) with
                {
                    Term = clock.Term,
                    StartedAt = clock.StartedAt,
                    WarnAt = clock.WarnAt,
                    DueAt = clock.DueAt,
                });
                break;
            case ClockWarned clock:
                Clocks.Add(Nothing(clock, clock.ClockId) with { WarnedAt = clock.At });
                break;
            case ClockOverdue clock:
                Clocks.Add(Nothing(clock, clock.ClockId) with { OverdueAt = clock.At });
                break;
            case ClockStopped clock:
                Clocks.Add(Nothing(clock, clock.ClockId) with { StoppedAt = clock.At });
                break;
        }
    }

    static MemberRow Present(IDomainEvent happened, FamilyMember member) =>
        new(happened.FamilyId, member.PersonId, member.Role, member.From, Until: null, happened.Version);

    static ClockRow Nothing(IDomainEvent happened, Guid clockId) =>
        new(clockId, happened.FamilyId, happened.Stream, null, null, null, null, null, null, null, happened.Version);
}
