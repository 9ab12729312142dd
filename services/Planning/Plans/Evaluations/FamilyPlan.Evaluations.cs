using Geborgen.Casework;
using Geborgen.Contracts.Planning;

namespace Geborgen.Planning.Plans;

/// <content>The plan is looked at together at each agreed day, and before it is closed: what changed, what was learnt, what helped.</content>
public sealed partial class FamilyPlan
{
    /// <summary>The key of the term until the agreed day of an evaluation.</summary>
    public const string EvaluationTerm = "planEvaluation";

    readonly List<Evaluation> evaluations = [];

    /// <summary>The evaluations, the oldest first.</summary>
    public IReadOnlyList<Evaluation> Evaluations => evaluations;

    /// <summary>How it ended; null while it runs.</summary>
    public PlanClosing? Closing { get; private set; }

    /// <summary>
    /// Looks at the plan together with the family. When it did not help, at least one other approach is on the table. Where it goes on, the next
    /// edition begins, to which everybody is asked anew; what was answered before goes on counting until then.
    /// </summary>
    public Refusal? Evaluate(NewEvaluation evaluation, Actor by)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(by);
        if (WhyNotOpen is { } closed)
            return closed;
        if (Status != PlanStatus.Running)
            return PlanRefusals.NotStarted;
        if (evaluation.Goals.Any(judged => goals.TrueForAll(goal => goal.Id != judged.GoalId)))
            return PlanRefusals.NoSuchGoal;
        if (evaluation.Usefulness == PlanUsefulness.DidNotHelp && string.IsNullOrWhiteSpace(evaluation.OtherApproach))
            return PlanRefusals.OtherApproachMissing;
        if (evaluation.NextOn is { } next && WhyNotEvaluatedOn(next, by) is { } never)
            return never;
        if (WhyNotForFamily(null, by, ("whatChanged", evaluation.WhatChanged), ("whatWasLearnt", evaluation.WhatWasLearnt), ("otherApproach", evaluation.OtherApproach)) is { } told)
            return told;
        foreach (var judged in evaluation.Goals)
            goals.Find(goal => goal.Id == judged.GoalId)!.Judge(judged.Outcome);
        var done = Evaluation.Of(evaluation, Edition, by);
        evaluations.Add(done);
        StopClock(EvaluationTerm, by.Now);
        if (evaluation.NextOn is { } day)
        {
            StartClock(Clock.Until(EvaluationTerm, day, by.Now), by.Now);
            Edition++;
        }
        Raise(new PlanEvaluated(
            done.Id, CamelCase.Of(done.Usefulness), GoalsReached, goals.Count, [.. done.WorkingElements.Select(CamelCase.Of)],
            [.. evaluation.Goals.Select(judged => new GoalJudged(judged.GoalId, CamelCase.Of(judged.Outcome)))], evaluation.NextOn), by.Now);
        return null;
    }

    /// <summary>
    /// Closes the plan, after a look at it together with the family; one that broke off can't be looked at together. Support by organisations has
    /// ended by then, or goes on with whom the plan is handed over to; help from the network goes on, and reads nothing of the plan any more.
    /// </summary>
    public Refusal? Close(PlanOutcome outcome, string explanation, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (WhyNotOpen is { } closed)
            return closed;
        if (evaluations.Count == 0 && outcome != PlanOutcome.BrokenOff)
            return PlanRefusals.NotEvaluated;
        if (supports.Exists(one => one.State != SupportState.Ended) && outcome != PlanOutcome.HandedOver)
            return PlanRefusals.SupportRuns;
        if (agreements.Exists(one => one.EndedAt is null))
            return PlanRefusals.AgreementRuns;
        if (WhyNotForFamily(null, by, ("explanation", explanation)) is { } told)
            return told;
        foreach (var partner in PartnersAt(by.Now).Where(one => one.Kind != PartnerKind.Network).ToList())
            Leave(partner.Id, by);
        foreach (var share in partners.SelectMany(one => one.Shares).Where(one => one.EndedAt is null).ToList())
            share.End(by.Now);
        StopClock(FamilyFirstTerm, by.Now);
        StopClock(EvaluationTerm, by.Now);
        supports.ForEach(one => StopClock(one.ClockId, by.Now));
        (Status, Closing) = (PlanStatus.Closed, new PlanClosing { Outcome = outcome, Explanation = explanation, By = by.Account, At = by.Now });
        Raise(new PlanClosed(CamelCase.Of(outcome), evaluations is [.., var last] ? CamelCase.Of(last.Usefulness) : null, GoalsReached, goals.Count), by.Now);
        return null;
    }

    int GoalsReached => goals.Count(goal => goal.Outcome == GoalOutcome.Reached);

    static Refusal? WhyNotEvaluatedOn(DateOnly day, Actor by) =>
        day < by.Today || day > by.Today.AddMonths(LongestUntilEvaluation) ? PlanRefusals.EvaluationWithoutDay : null;

    /// <summary>The plan is looked at again within so many months.</summary>
    public const int LongestUntilEvaluation = 6;
}
