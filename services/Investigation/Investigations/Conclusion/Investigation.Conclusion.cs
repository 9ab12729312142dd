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

    /// <summary>What is decided on when an investigation is concluded.</summary>
    public const string ConclusionKind = "conclusion";

    /// <summary>The conclusion, or null.</summary>
    public Conclusion? Conclusion { get; private set; }

    /// <summary>Nothing of the work can change any more: it was concluded, and what was missing was made up for.</summary>
    bool WorkIsDone => Status == InvestigationStatus.Concluded && RunningClock(MakeUpTerm) is null && !IsToBeReweighed;

    /// <summary>What the law and the family may expect before a conclusion and is not there.</summary>
    public IEnumerable<Refusal> Missing()
    {
        if (Plan is null)
            yield return InvestigationRefusals.PlanMissing;
        if (sources.Count == 0)
            yield return InvestigationRefusals.SourceMissing;
        if (!Children.All(IsHeard))
            yield return InvestigationRefusals.ChildVoiceMissing;
        if (!Parents.All(IsHeard))
            yield return InvestigationRefusals.ParentVoiceMissing;
        if (!Adults.All(IsHeard))
            yield return InvestigationRefusals.AdultVoiceMissing;
        if (Report?.FinalAt is null)
            yield return InvestigationRefusals.ReportNotFinal;
        if (string.IsNullOrWhiteSpace(Report?.WhatStaysUnknown))
            yield return InvestigationRefusals.UnknownMissing;
        if (counterExpertise.Exists(one => one.AnsweredAt is null))
            yield return InvestigationRefusals.CounterExpertiseUnanswered;
        if (counterExpertise.Exists(one => one is { Granted: true, FoundAt: null }))
            yield return InvestigationRefusals.FindingMissing;
        if (IsToBeReweighed)
            yield return InvestigationRefusals.ReportToBeReweighed;
    }

    /// <summary>
    /// Concludes. Near the deadline, and while somebody is in acute danger, it goes on with what is missing stated, and a
    /// term to make up for it starts: no gate lets a statutory date pass or an emergency wait. Whoever investigated stays
    /// involved until the dossier is handed over. Its words are read by who knows all that the report rests on; whoever else of those
    /// concerned can read gets an explanation too, which tells nothing of that.
    /// </summary>
    public Refusal? Conclude(
        ConclusionOutcome outcome, Decision decision, string? missingExplained, ConclusionTerms terms, ConclusionReading reading, FamilyRecords family, Actor by)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(reading);
        if (Status == InvestigationStatus.Concluded)
            return InvestigationRefusals.AlreadyConcluded;
        if (InAcuteDanger && outcome == ConclusionOutcome.NoFurtherAction)
            return AcuteDangerRefusals.InAcuteDanger;
        var missing = Missing().ToList();
        if (missing.Count > 0 && (string.IsNullOrWhiteSpace(missingExplained) || !(InAcuteDanger || IsNearDeadline(Term, terms.Near, by.Now))))
            return missing[0];
        Guid[] proposed = [.. Report is { } report ? WhoKnowsAll(report.Parts, by.Today) : Concerned];
        if (reading.NarrowedTo?.Except(proposed).Any() == true)
            return InvestigationRefusals.ReaderBeyondShared;
        Guid[] readers = [.. proposed.Where(person => reading.NarrowedTo?.Contains(person) != false)];
        if (string.IsNullOrWhiteSpace(reading.ForOthers) && Concerned.Except(readers).Any(person => CanAnswer(person) && ReadsPaper(person, family)))
            return InvestigationRefusals.ConclusionUnexplained;
        if (reading.ForOthers is { } forOthers && Repeats([], forOthers))
            return InvestigationRefusals.StatementPasted;
        if (WhyNotForFamily(null, by, [.. TextsOf(decision), ("missingExplained", missingExplained), ("explanationForOthers", reading.ForOthers)]) is { } told)
            return told;

        Status = InvestigationStatus.Concluded;
        Conclusion = new Conclusion(
            outcome, decision, readers, reading.ForOthers, by.Account, [.. missing.Select(one => one.Code)], missing.Count > 0 ? missingExplained : null, by.Now);
        Raise(new InvestigationConcluded(CamelCase.Of(outcome)), by.Now);
        Raise(new DecisionPublished(Conclusion.Id, ConclusionKind, CamelCase.Of(outcome), CamelCase.Of(decision.Remedy)), by.Now);
        StopClock(Term, by.Now);
        if (missing.Count > 0)
            StartClock(terms.MakeUp, by.Now, by.Now);
        StartClock(terms.Handover, by.Now, by.Now);
        return null;
    }

    /// <summary>Closes the dossier before its term to hand it over ends: nobody is involved for it any more.</summary>
    public Refusal? CloseDossier(Actor by)
    {
        if (!WorkIsDone)
            return InvestigationRefusals.DossierStillNeeded;
        if (!Working.Any())
            return InvestigationRefusals.DossierClosed;
        Close(by.Now);
        return null;
    }

    /// <summary>The dossier could be handed over: whoever investigated is no longer involved, unless something must be made up for.</summary>
    protected override void OnOverdue(Clock clock, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(clock);
        if (clock.Term == HandoverTerm && WorkIsDone)
            Close(now);
    }

    /// <summary>
    /// Starts the term to make up for what came up after the conclusion: the report builds on a statement that was
    /// changed since, and who built on it says what that means before the dossier is closed.
    /// </summary>
    public void MakeUpForWhatChanged(TimeLimit makeUp, Actor by)
    {
        if (Status == InvestigationStatus.Concluded && IsToBeReweighed && RunningClock(MakeUpTerm) is null)
            StartClock(makeUp, by.Now, by.Now);
    }

    static IEnumerable<(string Place, string? Text)> TextsOf(Decision decision) =>
        [("explanation", decision.Explanation), ("reason", decision.Reason), ("alternatives", decision.Alternatives)];

    /// <summary>Ends the work once what a conclusion lacked is there.</summary>
    void EndWhenMadeUp(DateTimeOffset now)
    {
        if (Status != InvestigationStatus.Concluded || Missing().Any())
            return;
        StopClock(MakeUpTerm, now);
        if (RunningClock(HandoverTerm) is not { OverdueAt: null })
            Close(now);
    }

    void Close(DateTimeOffset now)
    {
        StopClock(HandoverTerm, now);
        StopClock(InvestigatorTerm, now);
        StepBack(now);
    }
}

/// <summary>Who reads the words of a conclusion.</summary>
/// <param name="NarrowedTo">To whom the investigator narrows that; null for whoever knows all that the report rests on.</param>
/// <param name="ForOthers">What whoever else of those concerned reads in place of them; null where there is nobody else.</param>
public sealed record ConclusionReading(IReadOnlyCollection<Guid>? NarrowedTo = null, string? ForOthers = null);

/// <summary>The time limits that count for a conclusion.</summary>
/// <param name="Near">How near its deadline a conclusion goes on with what is missing stated.</param>
/// <param name="MakeUp">Within which is made up for what it lacked.</param>
/// <param name="Handover">Within which the dossier is handed over: a review or petition needs it after the conclusion.</param>
public sealed record ConclusionTerms(TimeLimit Near, TimeLimit MakeUp, TimeLimit Handover)
{
    /// <summary>The time limits as they count at a moment.</summary>
    public static ConclusionTerms At(TimeLimits limits, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return new(
            limits.For(Investigation.NearDeadlineTerm, at), limits.For(Investigation.MakeUpTerm, at), limits.For(Investigation.HandoverTerm, at));
    }
}
