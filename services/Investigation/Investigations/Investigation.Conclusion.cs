using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Investigation;

namespace Geborgen.Investigation.Investigations;

/// <content>The conclusion, and what must be there before it.</content>
public sealed partial class Investigation
{
    /// <summary>The key of the term within which is made up for what a conclusion near its deadline lacked.</summary>
    public const string MakeUpTerm = "missingPartsMadeUp";

    /// <summary>The key of the term in which whoever investigated can still freeze and hand over the dossier.</summary>
    public const string HandoverTerm = "dossierHandover";

    /// <summary>The key of the term within which who asks for another expert hears whether one looks at it.</summary>
    public const string CounterExpertiseTerm = "counterExpertise";

    /// <summary>Within so many working days before the deadline the conclusion goes on with what is missing stated.</summary>
    public const int NearDeadline = 10;

    /// <summary>The conclusion, or null.</summary>
    public Conclusion? Conclusion { get; private set; }

    readonly List<CounterExpertise> counterExpertise = [];

    /// <summary>Who asked for another expert.</summary>
    public IReadOnlyList<CounterExpertise> CounterExpertise => counterExpertise;

    /// <summary>Nothing of the work can change any more: it was concluded, and what was missing was made up for.</summary>
    bool WorkIsDone => Status == InvestigationStatus.Concluded && RunningClock(MakeUpTerm) is null;

    /// <summary>A parent or young person asks another expert to look at it.</summary>
    /// <param name="personId">Who asks.</param>
    /// <param name="wish">What that person wants looked at.</param>
    /// <param name="limit">The time limit for <see cref="CounterExpertiseTerm"/>.</param>
    /// <param name="now">The present moment.</param>
    public Refusal? AskCounterExpertise(Guid personId, string wish, TimeLimit limit, DateTimeOffset now)
    {
        if (!Concerned.Contains(personId))
            return InvestigationRefusals.NotConcerned;
        if (Status == InvestigationStatus.Concluded)
            return InvestigationRefusals.AlreadyConcluded;
        var asked = new CounterExpertise(personId, wish, StartClock(limit, now, now).Id, now);
        counterExpertise.Add(asked);
        Raise(version => new CounterExpertiseRequested(Id, version, FamilyId, Municipality.Code, now, personId, asked.Id));
        return null;
    }

    /// <summary>Says whether another expert looks at it, and why, in words for who asked.</summary>
    /// <param name="counterExpertiseId">What was asked.</param>
    /// <param name="granted">Whether another expert looks at it.</param>
    /// <param name="answer">Who does and when, or why nobody does.</param>
    /// <param name="by">The account that answers.</param>
    /// <param name="now">The present moment.</param>
    public Refusal? AnswerCounterExpertise(Guid counterExpertiseId, bool granted, string answer, string by, DateTimeOffset now)
    {
        if (counterExpertise.Find(one => one.Id == counterExpertiseId) is not { AnsweredAt: null } asked)
            return InvestigationRefusals.NoSuchCounterExpertise;
        asked.Reply(granted, answer, by, now);
        Raise(version => new CounterExpertiseAnswered(
            Id, version, FamilyId, Municipality.Code, now, asked.Id, granted ? "granted" : "refused"));
        StopClock(asked.ClockId, now);
        EndWhenMadeUp(now);
        return null;
    }

    /// <summary>What the law and the family may expect before a conclusion and is not there.</summary>
    public IEnumerable<Refusal> Missing()
    {
        if (Plan is null)
            yield return InvestigationRefusals.PlanMissing;
        if (!Children.All(IsHeard))
            yield return InvestigationRefusals.ChildVoiceMissing;
        if (!Parents.All(IsHeard))
            yield return InvestigationRefusals.ParentVoiceMissing;
        if (Report?.FinalAt is null)
            yield return InvestigationRefusals.ReportNotFinal;
        if (string.IsNullOrWhiteSpace(Report?.WhatStaysUnknown))
            yield return InvestigationRefusals.UnknownMissing;
        if (counterExpertise.Exists(one => one.AnsweredAt is null))
            yield return InvestigationRefusals.CounterExpertiseUnanswered;
        if (flags.Exists(flag => flag.ReweighedAt is null))
            yield return InvestigationRefusals.ReportToBeReweighed;
    }

    /// <summary>
    /// Concludes. Near the deadline it goes on with what is missing stated, and a term to make up for it starts: no gate
    /// lets a statutory date pass. Whoever investigated stays involved until the dossier is handed over.
    /// </summary>
    /// <param name="outcome">What follows.</param>
    /// <param name="decision">The decision, complete.</param>
    /// <param name="missingExplained">What is said about what is missing; counts near the deadline only.</param>
    /// <param name="makeUp">The time limit for <see cref="MakeUpTerm"/>.</param>
    /// <param name="handover">The time limit for <see cref="HandoverTerm"/>: a review or petition needs the dossier after the conclusion.</param>
    /// <param name="by">The account that concludes.</param>
    /// <param name="now">The present moment.</param>
    public Refusal? Conclude(
        ConclusionOutcome outcome, Decision decision, string? missingExplained, TimeLimit makeUp, TimeLimit handover, string by,
        DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (Status == InvestigationStatus.Concluded)
            return InvestigationRefusals.AlreadyConcluded;
        if (InAcuteDanger && outcome == ConclusionOutcome.NoFurtherAction)
            return AcuteDangerRefusals.InAcuteDanger;
        var missing = Missing().ToList();
        if (missing.Count > 0 && (string.IsNullOrWhiteSpace(missingExplained) || !IsNearDeadline(now)))
            return missing[0];

        Status = InvestigationStatus.Concluded;
        Conclusion = new Conclusion(
            outcome, decision, by, [.. missing.Select(one => one.Code)], missing.Count > 0 ? missingExplained : null, now);
        Raise(version => new InvestigationConcluded(Id, version, FamilyId, Municipality.Code, now, CamelCase.Of(outcome)));
        Raise(version => new DecisionPublished(
            FamilyId, Id, version, Municipality.Code, now, Conclusion.Id, "conclusion", CamelCase.Of(outcome), CamelCase.Of(decision.Remedy)));
        StopClock(Term, now);
        if (missing.Count > 0)
            StartClock(makeUp, now, now);
        StartClock(handover, now, now);
        return null;
    }

    /// <summary>Closes the dossier before its term to hand it over ends: nobody is involved for it any more.</summary>
    /// <param name="now">The present moment.</param>
    public Refusal? CloseDossier(DateTimeOffset now)
    {
        if (!WorkIsDone)
            return InvestigationRefusals.DossierStillNeeded;
        if (!Working.Any())
            return InvestigationRefusals.DossierClosed;
        Close(now);
        return null;
    }

    /// <summary>The dossier could be handed over: whoever investigated is no longer involved, unless something must be made up for.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="now">The present moment.</param>
    protected override void OnOverdue(Clock clock, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(clock);
        if (clock.Term == HandoverTerm && WorkIsDone)
            Close(now);
    }

    bool IsNearDeadline(DateTimeOffset now) => RunningClock(Term) is { PausedAt: null } clock
        && WorkingDays.Between(WorkingDays.DateOf(now), WorkingDays.DateOf(clock.DueAt).AddDays(-1)) <= NearDeadline;

    /// <summary>Ends the work once what a conclusion lacked is there.</summary>
    void EndWhenMadeUp(DateTimeOffset now)
    {
        if (RunningClock(MakeUpTerm) is null || Missing().Any())
            return;
        StopClock(MakeUpTerm, now);
        if (RunningClock(HandoverTerm) is not { OverdueAt: null })
            Close(now);
    }

    void Close(DateTimeOffset now)
    {
        StopClock(HandoverTerm, now);
        StepBack(now);
    }
}

/// <summary>A parent or young person asked for another expert.</summary>
public sealed class CounterExpertise
{
    internal CounterExpertise(Guid personId, string wish, Guid clockId, DateTimeOffset askedAt)
    {
        Id = Guid.CreateVersion7(askedAt);
        PersonId = personId;
        Wish = wish;
        ClockId = clockId;
        AskedAt = askedAt;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who asked.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>What that person wants looked at.</summary>
    public string Wish { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The clock that runs until it is answered.</summary>
    public Guid ClockId { get; private set; }

    /// <summary>Whether another expert looks at it; null while nobody answered.</summary>
    public bool? Granted { get; private set; }

    /// <summary>Who looks at it and when, or why nobody does; null while nobody answered.</summary>
    public string? Answer { get; private set; }

    /// <summary>The account that answered, or null.</summary>
    public string? AnsweredBy { get; private set; }

    /// <summary>When it was answered, or null.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    internal void Reply(bool granted, string answer, string by, DateTimeOffset now) =>
        (Granted, Answer, AnsweredBy, AnsweredAt) = (granted, answer, by, now);
}
