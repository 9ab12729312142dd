using Geborgen.Casework;
using Geborgen.Contracts.Planning;

namespace Geborgen.Planning.Plans;

/// <content>Each person concerned answers the plan; whose consent counts follows authority and age.</content>
public sealed partial class FamilyPlan
{
    readonly List<PlanAnswer> answers = [];

    /// <summary>What everybody answered to each edition, the oldest first; the latest of a person counts.</summary>
    public IReadOnlyList<PlanAnswer> Answers => answers;

    /// <summary>Somebody of the family agrees with the plan as it stands, disagrees, or agrees partly, in the own words if they like.</summary>
    public Refusal? Answer(PlanAnswerCode code, string? text, Guid personId, FamilyRecords family, Actor by)
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(by);
        if (WhyNotOpen is { } closed)
            return closed;
        if (Status == PlanStatus.FamilyFirst && ownPlans.Count == 0)
            return PlanRefusals.NothingToAnswer;
        if (!IsConcerned(personId, family, by.Today))
            return PlanRefusals.NotAsked;
        var (statement, refusal) = HearIfSaid(Said(text, personId, StatementKind.Opinion, family), family, by);
        if (refusal is not null)
            return refusal;
        answers.Add(new PlanAnswer { Edition = Edition, PersonId = personId, Code = code, StatementId = statement, At = by.Now });
        Raise(new PlanAnswered(personId, CamelCase.Of(code)), by.Now);
        return null;
    }

    /// <summary>What somebody answered last, which counts until that person answers anew; null where nobody did.</summary>
    public PlanAnswer? AnswerOf(Guid personId) => answers.FindLast(one => one.PersonId == personId);

    /// <summary>
    /// The children for whom the plan lacks the consent that counts (Jeugdwet, article 7.3.4): of the parents with authority under twelve, of
    /// both from twelve, of the young person alone from sixteen. Disagreement stays visible, and the plan runs for the others.
    /// </summary>
    public IEnumerable<Guid> WithoutConsent(FamilyRecords family, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(family);
        return family.Children.Where(child => family.BelongsOn(child, today))
            .Where(child => WhoseConsentCounts(child, family, today) is var those && (those.Count == 0 || !those.TrueForAll(Consents)));
    }

    /// <summary>Whose consent counts for a child. Where nobody recorded who has authority, that of each parent who belongs to the family.</summary>
    static List<Guid> WhoseConsentCounts(Guid child, FamilyRecords family, DateOnly today)
    {
        if (family.FromSixteen.Contains(child))
            return [child];
        var recorded = family.WithAuthorityOver(child);
        IEnumerable<Guid> parents = recorded.Count > 0 ? recorded : family.Parents.Where(parent => family.BelongsOn(parent, today));
        return family.FromTwelve.Contains(child) ? [child, .. parents] : [.. parents];
    }

    // Who has authority over a child of the family answers, also from another household.
    static bool IsConcerned(Guid personId, FamilyRecords family, DateOnly today) =>
        family.BelongsOn(personId, today) || (family.Know(personId) && family.Children.Any(child => family.BelongsOn(child, today) && family.WithAuthorityOver(child).Contains(personId)));

    bool Consents(Guid personId) => AnswerOf(personId) is { Code: PlanAnswerCode.Agrees or PlanAnswerCode.Partly };

    Refusal? WhyWithoutConsent(Guid? childId, FamilyRecords family, Actor by) =>
        childId is { } child && WithoutConsent(family, by.Today).Contains(child) ? PlanRefusals.ConsentMissing : null;

    /// <summary>
    /// Those concerned begin to work by the plan, and agree on the day on which they look at it together. It runs for those for whom the
    /// consent that counts is there.
    /// </summary>
    public Refusal? Start(DateOnly evaluateOn, FamilyRecords family, Actor by)
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(by);
        if (WhyNotWritten is { } refused)
            return refused;
        if (Status == PlanStatus.Running)
            return PlanRefusals.AlreadyStarted;
        if (goals.Count == 0 && conditions.Count == 0 && ownPlans.Count == 0)
            return PlanRefusals.NothingInPlan;
        if (WhyNotEvaluatedOn(evaluateOn, by) is { } never)
            return never;
        var children = family.Children.Where(child => family.BelongsOn(child, by.Today)).ToList();
        if (children.Count > 0 ? children.TrueForAll(WithoutConsent(family, by.Today).Contains) : !family.Adults.Any(Consents))
            return PlanRefusals.ConsentMissing;
        Status = PlanStatus.Running;
        StartClock(Clock.Until(EvaluationTerm, evaluateOn, by.Now), by.Now);
        Raise(new PlanStarted(evaluateOn), by.Now);
        return null;
    }
}

/// <summary>What somebody answered to the plan.</summary>
public sealed class PlanAnswer
{
    /// <summary>The edition that was answered.</summary>
    public required int Edition { get; init; }

    /// <summary>Who answered.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What.</summary>
    public required PlanAnswerCode Code { get; init; }

    /// <summary>Where the words stand; null where nothing more was said.</summary>
    public Guid? StatementId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>What somebody thinks of the plan.</summary>
public enum PlanAnswerCode
{
    /// <summary>They agree.</summary>
    Agrees,

    /// <summary>They disagree.</summary>
    Disagrees,

    /// <summary>They agree with parts of it.</summary>
    Partly,
}
