using Geborgen.Casework;
using Geborgen.Contracts.Planning;

namespace Geborgen.Planning.Plans;

/// <content>Goals, and how they go in the words of those whose goals they are.</content>
public sealed partial class FamilyPlan
{
    readonly List<Goal> goals = [];

    /// <summary>The goals, in the order in which they were set.</summary>
    public IReadOnlyList<Goal> Goals => goals;

    /// <summary>Sets a goal. Its owner is somebody of the family, adults too, or it says why nobody of the family is.</summary>
    public Refusal? SetGoal(NewGoal goal, FamilyRecords family, Actor by)
    {
        ArgumentNullException.ThrowIfNull(goal);
        if ((WhyNotWritten ?? WhyNotOfFamily(goal.OwnerId, family, by)) is { } refused)
            return refused;
        if (goal.OwnerId is null && string.IsNullOrWhiteSpace(goal.WhyNobody))
            return PlanRefusals.GoalWithoutOwner;
        return WhyNotForFamily(null, by, ("text", goal.Text), ("whyNobody", goal.WhyNobody), ("ownScale", goal.OwnScale)) ?? Set(goal, by, statementId: null);
    }

    /// <summary>Somebody of the family sets an own goal, in the own words, also while the family makes its own plan.</summary>
    public Refusal? SetOwnGoal(LifeDomain domain, string text, string? ownScale, FamilyRecords family, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (WhyNotOpen is { } closed)
            return closed;
        var (said, refusal) = Hear(OwnWords(text, StatementKind.Agreement, family, by), family, by);
        return refusal ?? Set(new NewGoal(domain, text, by.PersonId, WhyNobody: null, ownScale), by, said!.Id);
    }

    /// <summary>How a goal goes, in the words of its owner; nobody writes another's progress.</summary>
    public Refusal? ReportProgress(Guid goalId, string text, Guid personId, string? onOwnScale, FamilyRecords family, Actor by)
    {
        if (WhyNotOpen is { } closed)
            return closed;
        if (goals.Find(one => one.Id == goalId) is not { } goal)
            return PlanRefusals.NoSuchGoal;
        if (personId != goal.OwnerId)
            return PlanRefusals.ProgressOfAnother;
        var (said, refusal) = Hear(new(text, AuthorOf(personId, family), StatementKind.Observation, PersonId: personId), family, by);
        if (refusal is not null)
            return refusal;
        goal.Report(new Progress { StatementId = said!.Id, OnOwnScale = onOwnScale, At = by.Now });
        Raise(new ProgressReported(goalId), by.Now);
        return null;
    }

    Refusal? Set(NewGoal goal, Actor by, Guid? statementId)
    {
        var set = new Goal
        {
            Id = Guid.CreateVersion7(by.Now),
            Domain = goal.Domain,
            Text = goal.Text,
            OwnerId = goal.OwnerId,
            WhyNobody = goal.OwnerId is null ? goal.WhyNobody : null,
            OwnScale = goal.OwnScale,
            StatementId = statementId,
            SetAt = by.Now,
        };
        goals.Add(set);
        Raise(new GoalSet(set.Id, CamelCase.Of(set.Domain), set.OwnerId), by.Now);
        return null;
    }
}

/// <summary>A goal that is set.</summary>
/// <param name="Domain">The domain of life.</param>
/// <param name="Text">The goal.</param>
/// <param name="OwnerId">The member of the family whose goal it is; null where it can be nobody's.</param>
/// <param name="WhyNobody">Why nobody of the family is its owner.</param>
/// <param name="OwnScale">How the owner follows it; null where the owner needs no scale.</param>
public sealed record NewGoal(LifeDomain Domain, string Text, Guid? OwnerId, string? WhyNobody, string? OwnScale);
