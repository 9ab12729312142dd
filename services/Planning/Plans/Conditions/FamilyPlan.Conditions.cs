using Geborgen.Casework;
using Geborgen.Contracts.Planning;

namespace Geborgen.Planning.Plans;

/// <content>Conditions, each with its source, and advice: other things than goals.</content>
public sealed partial class FamilyPlan
{
    readonly List<Condition> conditions = [];
    readonly List<PlanAdvice> advice = [];

    /// <summary>The conditions, ended ones too.</summary>
    public IReadOnlyList<Condition> Conditions => conditions;

    /// <summary>The advice that was given.</summary>
    public IReadOnlyList<PlanAdvice> Advice => advice;

    /// <summary>
    /// Sets a condition: agreed, or announced with what follows when the family refuses. One that a court ordered comes with its order, and
    /// is set by nobody else.
    /// </summary>
    public Refusal? SetCondition(ConditionSource? source, string text, string? consequence, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (WhyNotOpen is { } closed)
            return closed;
        if (source is not { } from)
            return PlanRefusals.ConditionWithoutSource;
        if (from == ConditionSource.Ordered)
            return PlanRefusals.NoSuchOrder;
        if (from == ConditionSource.Announced && string.IsNullOrWhiteSpace(consequence))
            return PlanRefusals.ConsequenceMissing;
        if (WhyNotForFamily(null, by, ("text", text), ("consequence", consequence)) is { } told)
            return told;
        var condition = new Condition { Id = Guid.CreateVersion7(by.Now), Source = from, Text = text, Consequence = consequence, SetAt = by.Now };
        conditions.Add(condition);
        Raise(new ConditionSet(condition.Id, CamelCase.Of(from)), by.Now);
        return null;
    }

    /// <summary>A condition counts no longer.</summary>
    public Refusal? EndCondition(Guid conditionId, string why, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (conditions.Find(one => one.Id == conditionId && one.EndedAt is null) is not { } condition)
            return PlanRefusals.NoSuchCondition;
        if (WhyNotForFamily(null, by, ("why", why)) is { } told)
            return told;
        condition.End(why, by.Now);
        Raise(new ConditionEnded(conditionId), by.Now);
        return null;
    }

    /// <summary>Gives advice, which binds nobody.</summary>
    public Refusal? GiveAdvice(string text, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if ((WhyNotOpen ?? WhyNotForFamily(null, by, ("text", text))) is { } refused)
            return refused;
        var given = new PlanAdvice { Id = Guid.CreateVersion7(by.Now), Text = text, At = by.Now };
        advice.Add(given);
        Raise(new PlanAdviceGiven(given.Id), by.Now);
        return null;
    }
}
