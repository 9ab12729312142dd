using Geborgen.Casework;
using Geborgen.Contracts.Planning;

namespace Geborgen.Planning.Plans;

/// <summary>
/// The plan of a family: its own first. Goals with an owner, conditions with their source, advice that binds nobody, who does what, how it
/// goes in everybody's own words, and what was learnt. There is no scale, no score and no second coordinator beside the key worker.
/// </summary>
public sealed partial class FamilyPlan : CaseFile
{
    FamilyPlan()
    {
    }

    /// <summary>What led to it.</summary>
    public PlanCause Cause { get; private init; }

    /// <summary>The contact or investigation on which that was decided.</summary>
    public Guid CauseId { get; private init; }

    /// <summary>How far it is.</summary>
    public PlanStatus Status { get; private set; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>The number of its edition, from 1: after each look at it that goes on, everybody is asked anew.</summary>
    public int Edition { get; private set; }

    /// <summary>The plan that ended less than a year before, of which this is a new start; null where it is none.</summary>
    public Guid? NewStartOf { get; private init; }

    /// <summary>Opens the plan of a family, which may have had others before. The family goes first in making it.</summary>
    public static FamilyPlan Open(
        Guid familyId, Municipality municipality, PlanCause cause, Guid causeId, IEnumerable<FamilyPlan> earlier, DateTimeOffset now)
    {
        var ended = earlier.Where(one => one.Closing?.At > now.AddYears(-1)).MaxBy(one => one.Closing!.At);
        var plan = new FamilyPlan
        {
            Id = Guid.CreateVersion7(now),
            FamilyId = familyId,
            Municipality = municipality,
            Cause = cause,
            CauseId = causeId,
            Status = PlanStatus.FamilyFirst,
            OpenedAt = now,
            Edition = 1,
            NewStartOf = ended?.Id,
        };
        plan.Raise(new PlanOpened(CamelCase.Of(cause), causeId, plan.NewStartOf), now);
        return plan;
    }

    /// <summary>Why the plan takes no change; null where it does. What is said about it is said also when it is closed.</summary>
    Refusal? WhyNotOpen => Status == PlanStatus.Closed ? PlanRefusals.AlreadyClosed : null;

    /// <summary>Why a professional does not write in the plan yet; null where one does.</summary>
    Refusal? WhyNotWritten => WhyNotOpen ?? (Status == PlanStatus.FamilyFirst ? PlanRefusals.FamilyGoesFirst : null);

    /// <summary>What somebody of the family says, as what its records say that person is; or, where nobody of it is named, a professional.</summary>
    Words? Said(string? text, Guid? personId, StatementKind kind, FamilyRecords family) => string.IsNullOrWhiteSpace(text) ? null
        : new(text, personId is { } person ? AuthorOf(person, family) : StatementAuthor.Professional, kind, PersonId: personId);

    /// <summary>Records what was said; nothing where nothing was.</summary>
    (Guid? StatementId, Refusal? Refusal) HearIfSaid(Words? said, FamilyRecords family, Actor by)
    {
        if (said is null)
            return (null, null);
        var (statement, refusal) = Hear(said, family, by);
        return (statement?.Id, refusal);
    }

    /// <summary>Those of the family whom a plan may name: whoever lives and belongs to it now.</summary>
    static Refusal? WhyNotOfFamily(Guid? personId, FamilyRecords family, Actor by) =>
        personId is { } person && !family.BelongsOn(person, by.Today) ? StatementRefusals.NotAMember : null;
}

/// <summary>What led to a plan.</summary>
public enum PlanCause
{
    /// <summary>It was decided on a contact that the local team helps.</summary>
    LocalSupport,

    /// <summary>An investigation ended with help that the family wants.</summary>
    VoluntarySupport,

    /// <summary>An investigation ended with conditions for everybody's safety.</summary>
    ConditionsNeeded,
}

/// <summary>How far a plan is.</summary>
public enum PlanStatus
{
    /// <summary>The family is making its own plan, with kin and network.</summary>
    FamilyFirst,

    /// <summary>It is being written, on the family's own plan where there is one.</summary>
    Draft,

    /// <summary>Those concerned work by it.</summary>
    Running,

    /// <summary>It is closed.</summary>
    Closed,
}
