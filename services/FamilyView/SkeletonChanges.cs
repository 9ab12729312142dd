using Geborgen.Casework;
using Geborgen.Contracts;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Contracts.Investigation;
using Geborgen.Contracts.Planning;
using Geborgen.Messaging;

namespace Geborgen.FamilyView;

/// <summary>What a batch of events says about the rows of the skeleton. Which of it still counts is decided where the rows are.</summary>
sealed class SkeletonChanges
{
    public List<FamilyRow> Families { get; } = [];

    public List<ClosingRow> Closings { get; } = [];

    public List<MemberRow> Members { get; } = [];

    public List<ResponsibilityRow> Responsibilities { get; } = [];

    public List<FamilyLinkRow> FamilyLinks { get; } = [];

    public List<RightsRow> Rights { get; } = [];

    public List<ContactRow> Contacts { get; } = [];

    public List<ClockRow> Clocks { get; } = [];

    public List<MatterRow> Matters { get; } = [];

    public List<TimelineRow> Timeline { get; } = [];

    public List<PersonTakenOut> TakenOut { get; } = [];

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
            case MemberRoleCorrected corrected:
                Members.Add(corrected.Until is { } until
                    ? new(corrected.FamilyId, corrected.Member.PersonId, Role: null, From: null, until, corrected.Version)
                    : Present(corrected, corrected.Member));
                break;
            case MemberRemoved removed:
                Members.Add(new(removed.FamilyId, removed.PersonId, Role: null, From: null, removed.Until, removed.Version));
                break;
            case PersonTakenOut gone:
                TakenOut.Add(gone);
                Members.Add(new(gone.FamilyId, gone.PersonId, Role: null, From: null, WorkingDays.DateOf(gone.At), gone.Version));
                break;
            case ResponsibilityAccepted accepted:
                Responsibilities.AddRange(accepted.Children.Select(child =>
                    new ResponsibilityRow(accepted.FamilyId, child, accepted.ToMunicipality, accepted.At, accepted.Version)));
                Matters.Add(Now(accepted, accepted.OfferId, MatterKinds.ResponsibilityOffer, "accepted"));
                break;
            case ResponsibilityTakenOver passed:
                Responsibilities.Add(new(passed.FamilyId, passed.ChildId, passed.ToMunicipality, passed.At, passed.Version));
                break;
            case MemberAgeKnown known:
                Rights.Add(new(known.FamilyId, known.PersonId, known.Age, known.Version));
                break;
            case RightsChanged reached:
                Rights.Add(new(reached.FamilyId, reached.PersonId, reached.Age, reached.Version));
                break;
            case FamilyClosed closed:
                Closings.Add(new(closed.FamilyId, closed.ClosedOn, closed.Version));
                break;
            case FamilyReopened reopened:
                Closings.Add(new(reopened.FamilyId, ClosedOn: null, reopened.Version));
                break;
            case FamilySplit split:
                Link(split, split.NewFamilyId, "splitOff", "splitFrom");
                break;
            case FamiliesMerged merged:
                Link(merged, merged.OtherFamilyId, "merged", "mergedInto");
                break;
            case MergeUndone undone:
                Link(undone, undone.OtherFamilyId, "merged", "mergedInto", undone: true);
                break;
            case ContactRegistered contact:
                Contacts.Add(new(contact.ContactId, contact.FamilyId, contact.Kind, contact.ReceivedAt, contact.Version));
                break;
            case ContactTakenOut gone:
                Contacts.Add(new(gone.ContactId, gone.FamilyId, Kind: "", gone.At, gone.Version, TakenOut: true));
                Matters.AddRange(gone.Decisions.Select(id => Gone(gone, id, MatterKinds.Decision)));
                Matters.AddRange(gone.AcuteDangers.Select(id => Gone(gone, id, MatterKinds.AcuteDanger)));
                Matters.AddRange(gone.NotKnown.Select(id => Gone(gone, id, MatterKinds.NotKnowing)));
                break;
            case ClockStarted clock:
                Clocks.Add(Nothing(clock, clock.ClockId) with
                {
                    Term = clock.Term,
                    Owner = clock.Owner,
                    StartedAt = clock.StartedAt,
                    WarnAt = clock.WarnAt,
                    DueAt = clock.DueAt,
                    TimingVersion = clock.Version,
                });
                break;
            case ClockPaused clock:
                Clocks.Add(Nothing(clock, clock.ClockId) with { PausedAt = clock.At, PausedUntil = clock.Until, PauseVersion = clock.Version });
                break;
            case ClockResumed clock:
                Clocks.Add(Nothing(clock, clock.ClockId) with
                {
                    WarnAt = clock.WarnAt,
                    DueAt = clock.DueAt,
                    TimingVersion = clock.Version,
                    PauseVersion = clock.Version,
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
            case PlanEvaluated evaluated:
                Matters.AddRange(evaluated.Judged.Select(judged => Now(evaluated, judged.GoalId, MatterKinds.Goal, judged.Outcome)));
                break;
            default:
                if (Matter(happened) is { } matter)
                    Matters.Add(matter);
                break;
        }
    }

    /// <summary>Two families know of each other.</summary>
    void Link(DomainEvent said, Guid other, string here, string there, bool undone = false)
    {
        FamilyLinks.Add(new(said.FamilyId, other, here, said.At, undone, said.Version));
        FamilyLinks.Add(new(other, said.FamilyId, there, said.At, undone, said.Version));
    }

    /// <summary>What the view tells of a matter: its id, its kind, how far it is, and with its first event since when.</summary>
    static MatterRow? Matter(DomainEvent happened) => happened switch
    {
        DecisionPublished said => Begun(said, said.DecisionId, MatterKinds.Decision, said.Kind, said.Outcome),
        StatementContested said => Now(said, said.StatementId, MatterKinds.Statement, "contested"),
        StatementContestSettled said => Now(said, said.StatementId, MatterKinds.Statement, "notContested"),
        // Of what was taken out of sight nothing is left to disagree on.
        StatementChanged { Change: "takenOut" } said => Now(said, said.StatementId, MatterKinds.Statement, "notContested"),
        AnotherKeyWorkerAskedFor said => Begun(said, said.WishId, MatterKinds.KeyWorkerWish, null, MatterKinds.Open),
        KeyWorkerWishAnswered said => Now(said, said.WishId, MatterKinds.KeyWorkerWish, "answered"),
        AcuteDangerJudged said => Begun(said, said.AcuteDangerId, MatterKinds.AcuteDanger, $"{said.PersonId}", MatterKinds.Open),
        AcuteDangerOver said => Now(said, said.AcuteDangerId, MatterKinds.AcuteDanger, "over"),
        NotKnowingRecorded said => Begun(said, said.NotKnowingId, MatterKinds.NotKnowing, null, MatterKinds.Open),
        NotKnowingResolved said => Now(said, said.NotKnowingId, MatterKinds.NotKnowing, "resolved"),
        DataBreachRecorded said => Begun(said, said.DataBreachId, MatterKinds.DataBreach, said.Kind, "recorded"),
        DataBreachAssessed said => Now(said, said.DataBreachId, MatterKinds.DataBreach, said.Outcome),
        // Two services tell of an emergency, each with versions of its own: what counts is how far it came.
        EmergencyRaised said => Begun(said, said.EmergencyId, MatterKinds.Emergency, null, "raised") with { Version = 1 },
        EmergencyNotReceived said => Now(said, said.EmergencyId, MatterKinds.Emergency, "notReceived") with { Version = 2 },
        EmergencyReceived said => Now(said, said.EmergencyId, MatterKinds.Emergency, "received") with { Version = 3 },
        EmergencyAnswered said => Now(said, said.EmergencyId, MatterKinds.Emergency, "answered") with { Version = 4 },
        EmergencyEnded said => Now(said, said.EmergencyId, MatterKinds.Emergency, "ended") with { Version = 5 },
        EmergencyTakenOut said => Gone(said, said.EmergencyId, MatterKinds.Emergency),
        InformalSupportStarted said => Begun(said, said.SupportId, MatterKinds.InformalSupport, null, "running"),
        InformalSupportEnded said => Now(said, said.SupportId, MatterKinds.InformalSupport, "ended"),
        ResponsibilityOffered said => Begun(said, said.OfferId, MatterKinds.ResponsibilityOffer, said.ToMunicipality, MatterKinds.Open),
        ResponsibilityRefused said => Now(said, said.OfferId, MatterKinds.ResponsibilityOffer, "refused"),
        ResponsibilityWithdrawn said => Now(said, said.OfferId, MatterKinds.ResponsibilityOffer, "withdrawn"),
        InvestigationOpened said => Begun(said, said.InvestigationId, MatterKinds.Investigation, said.Kind, "underway"),
        InvestigationExtended said => Now(said, said.InvestigationId, MatterKinds.Investigation, "extended"),
        DraftReportPresented said => Now(said, said.InvestigationId, MatterKinds.Investigation, "draftPresented"),
        ReportMadeFinal said => Now(said, said.InvestigationId, MatterKinds.Investigation, "reportFinal"),
        // What is made up for afterwards does not open it again.
        InvestigationConcluded said => Now(said, said.InvestigationId, MatterKinds.Investigation, said.Outcome) with { Version = int.MaxValue },
        // Before requests had an id of their own all would be one matter.
        CounterExpertiseRequested said => said.CounterExpertiseId == Guid.Empty ? null : Begun(said, said.CounterExpertiseId, MatterKinds.CounterExpertise, null, MatterKinds.Open),
        CounterExpertiseAnswered said => Now(said, said.CounterExpertiseId, MatterKinds.CounterExpertise, said.Outcome),
        PlanOpened said => Begun(said, said.PlanId, MatterKinds.Plan, said.Cause, "familyFirst"),
        PlanDrafted said => Now(said, said.PlanId, MatterKinds.Plan, "draft"),
        PlanStarted said => Now(said, said.PlanId, MatterKinds.Plan, "running"),
        PlanClosed said => Now(said, said.PlanId, MatterKinds.Plan, said.Outcome),
        GoalSet said => Begun(said, said.GoalId, MatterKinds.Goal, said.Domain, MatterKinds.Open),
        GoalEnded said => Now(said, said.GoalId, MatterKinds.Goal, "dropped"),
        PlanJoined said => Begun(said, said.PartnerId, MatterKinds.Helper, said.Kind, MatterKinds.Open),
        PlanLeft said => Now(said, said.PartnerId, MatterKinds.Helper, "left"),
        SupportChanged { State: "asked" } said => Begun(said, said.SupportId, MatterKinds.Support, said.Domain, said.State),
        SupportChanged said => Now(said, said.SupportId, MatterKinds.Support, said.State),
        BarrierRaised said => Begun(said, said.BarrierId, MatterKinds.Barrier, said.Kind, MatterKinds.Open),
        BarrierAnswered said => Now(said, said.BarrierId, MatterKinds.Barrier, said.Outcome),
        _ => null,
    };

    static MatterRow Begun(DomainEvent said, Guid id, string kind, string? detail, string state) =>
        new(id, said.FamilyId, kind, detail, said.At, state, said.At, said.Version);

    static MatterRow Now(DomainEvent said, Guid id, string kind, string state) =>
        new(id, said.FamilyId, kind, Detail: null, Since: null, state, said.At, said.Version);

    // Whatever comes later, of what was registered in error nothing is shown.
    static MatterRow Gone(DomainEvent said, Guid id, string kind) => Now(said, id, kind, MatterKinds.TakenOut) with { Version = int.MaxValue };

    static MemberRow Present(DomainEvent happened, FamilyMember member) =>
        new(happened.FamilyId, member.PersonId, member.Role, member.From, Until: null, happened.Version);

    static ClockRow Nothing(DomainEvent happened, Guid clockId) =>
        new(clockId, happened.FamilyId, happened.Stream, null, null, null, null, null, null, null, happened.Version);
}

/// <summary>What a matter can be.</summary>
static class MatterKinds
{
    public const string Decision = "decision";
    public const string Statement = "statement";
    public const string NotKnowing = "notKnowing";
    public const string KeyWorkerWish = "keyWorkerWish";
    public const string CounterExpertise = "counterExpertise";

    /// <summary>Somebody judged a person to be in acute danger; its detail is that person.</summary>
    public const string AcuteDanger = "acuteDanger";

    public const string DataBreach = "dataBreach";
    public const string Emergency = "emergency";
    public const string InformalSupport = "informalSupport";
    public const string Investigation = "investigation";
    public const string Plan = "plan";

    /// <summary>A goal of a plan; its detail is the domain of life.</summary>
    public const string Goal = "goal";

    /// <summary>Somebody who works or helps by a plan; its detail is as what.</summary>
    public const string Helper = "helper";

    /// <summary>Support by an organisation; its detail is the domain of life.</summary>
    public const string Support = "support";

    /// <summary>Something that a family can't take away itself; its detail is what it is about.</summary>
    public const string Barrier = "barrier";

    /// <summary>Another municipality was asked to become responsible for children; its detail is that municipality.</summary>
    public const string ResponsibilityOffer = "responsibilityOffer";

    /// <summary>The state of what was registered in error; it is not shown.</summary>
    public const string TakenOut = "takenOut";

    /// <summary>The state of what waits for an answer.</summary>
    public const string Open = "open";
}
