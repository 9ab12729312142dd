using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Planning;

namespace Geborgen.Planning.Plans;

/// <content>The family goes first: it is offered the time to make its own plan with kin and network (Jeugdwet, article 4.1.2).</content>
public sealed partial class FamilyPlan
{
    /// <summary>The key of the term within which a family makes its own plan: until the day that was agreed with it.</summary>
    public const string FamilyFirstTerm = "familyFirst";

    /// <summary>The key of the longest time for which a family goes first at once.</summary>
    public const string LongestFamilyFirstTerm = "familyFirstLongest";

    readonly List<OwnPlan> ownPlans = [];

    /// <summary>The own plans of the family, the words of each author in a statement.</summary>
    public IReadOnlyList<OwnPlan> OwnPlans => ownPlans;

    /// <summary>The last day on which the family makes its own plan; null while none was agreed.</summary>
    public DateOnly? FamilyFirstUntil { get; private set; }

    /// <summary>Why the family does not go first; null where it does.</summary>
    public SkippedFamilyFirst? Skipped { get; private set; }

    /// <summary>Agrees with the family until when it makes its own plan, or agrees on a later day.</summary>
    public Refusal? OfferFamilyFirst(DateOnly until, TimeLimit longest, Actor by)
    {
        ArgumentNullException.ThrowIfNull(longest);
        if (WhyNotOpen is { } closed)
            return closed;
        if (Status != PlanStatus.FamilyFirst)
            return PlanRefusals.FamilyFirstIsOver;
        if (until < by.Today || WorkingDays.StartOf(until.AddDays(1)) > longest.DueAt(by.Now))
            return PlanRefusals.FamilyFirstWithoutDay;
        StopClock(FamilyFirstTerm, by.Now);
        FamilyFirstUntil = until;
        StartClock(Clock.Until(FamilyFirstTerm, until, by.Now), by.Now);
        Raise(new FamilyFirstOffered(until), by.Now);
        return null;
    }

    /// <summary>
    /// Somebody of the family writes an own plan, form-free, or tells it to who writes it down. It then is what the plan builds on; what a child
    /// under twelve adds to it does not end the turn of the others.
    /// </summary>
    public Refusal? WriteOwnPlan(string text, Guid personId, FamilyRecords family, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if ((WhyNotOpen ?? WhyNotOfFamily(personId, family, by)) is { } refused)
            return refused;
        var (said, refusal) = Hear(new(text, AuthorOf(personId, family), StatementKind.Agreement, PersonId: personId), family, by);
        if (refusal is not null)
            return refusal;
        ownPlans.Add(new OwnPlan { PersonId = personId, StatementId = said!.Id, At = by.Now });
        Raise(new OwnPlanWritten(personId, said.Id), by.Now);
        if (Status == PlanStatus.FamilyFirst && ReadsPlan(personId, family))
            BeginDraft(by.Now);
        return null;
    }

    /// <summary>
    /// Does not let the family go first, because of a concrete threat to somebody's safety, which is recorded, and by a decision that the
    /// family can do something about.
    /// </summary>
    public Refusal? SkipFamilyFirst(string? threat, Decision decision, Actor by)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (WhyNotOpen is { } closed)
            return closed;
        if (Status != PlanStatus.FamilyFirst)
            return PlanRefusals.FamilyFirstIsOver;
        if (string.IsNullOrWhiteSpace(threat))
            return PlanRefusals.SkipWithoutThreat;
        if (WhyNotForFamily(null, by, ("threat", threat), ("decision.explanation", decision.Explanation), ("decision.reason", decision.Reason),
                ("decision.alternatives", decision.Alternatives)) is { } told)
            return told;
        Skipped = new SkippedFamilyFirst { DecisionId = Guid.CreateVersion7(by.Now), Threat = threat, Decision = decision, By = by.Account, At = by.Now };
        Raise(new FamilyFirstSkipped(Skipped.DecisionId), by.Now);
        Raise(new DecisionPublished(Skipped.DecisionId, SkippedFamilyFirst.Kind, "skipped", CamelCase.Of(decision.Remedy)), by.Now);
        BeginDraft(by.Now);
        return null;
    }

    /// <summary>Who was offered the time and let it pass is helped all the same.</summary>
    protected override void OnOverdue(Clock clock, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(clock);
        if (clock.Term == FamilyFirstTerm && Status == PlanStatus.FamilyFirst)
            BeginDraft(now);
    }

    void BeginDraft(DateTimeOffset now)
    {
        StopClock(FamilyFirstTerm, now);
        Status = PlanStatus.Draft;
        Raise(new PlanDrafted(), now);
    }
}

/// <summary>An own plan of somebody of the family.</summary>
public sealed class OwnPlan
{
    /// <summary>Who wrote it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Where the words stand.</summary>
    public required Guid StatementId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A family does not go first.</summary>
public sealed class SkippedFamilyFirst
{
    /// <summary>The kind of decision.</summary>
    public const string Kind = "familyFirst";

    /// <summary>The decision.</summary>
    public required Guid DecisionId { get; init; }

    /// <summary>The concrete threat to somebody's safety.</summary>
    public required string Threat { get; init; }

    /// <summary>The decision in words for the family, and what somebody who disagrees can do.</summary>
    public required Decision Decision { get; init; }

    /// <summary>The account that decided.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
