using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Investigation.Investigations;

namespace Geborgen.Investigation.OwnVoice;

/// <summary>
/// An investigation as one of those whom it concerns reads it: how far it is, what was presented to the family, the own
/// words, what was shared with that person, and what was decided. Names of workers are not in it. A text that would tell what is kept from
/// the reader is null, or empty where there always is one.
/// </summary>
/// <param name="Id">The investigation.</param>
/// <param name="Kind">First or extended.</param>
/// <param name="ExtensionReason">Why it became an extended one; null while it is a first one.</param>
/// <param name="Status">How far it is.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="Terms">The terms that run and are the reader's to know, the first to run out first.</param>
/// <param name="Draft">The latest draft of the report that the reader has; null while the reader has none.</param>
/// <param name="OwnStatements">What the reader said, the oldest first.</param>
/// <param name="SharedStatements">What others said and was shared with the reader, the oldest first.</param>
/// <param name="CounterExpertise">The reader's own requests for another expert, with their answers.</param>
/// <param name="Conclusion">How it ended; null while it runs.</param>
public sealed record OwnInvestigation(
    Guid Id, InvestigationKind Kind, ForFamily? ExtensionReason, InvestigationStatus Status, DateTimeOffset OpenedAt,
    IReadOnlyList<OwnInvestigation.Term> Terms, OwnInvestigation.PresentedDraft? Draft,
    IReadOnlyList<OwnInvestigation.OwnStatement> OwnStatements, IReadOnlyList<SharedStatement> SharedStatements,
    IReadOnlyList<OwnInvestigation.OwnCounterExpertise> CounterExpertise, OwnInvestigation.Decided? Conclusion)
{
    /// <summary>A term that runs.</summary>
    /// <param name="Name">The key of the term.</param>
    /// <param name="StartedAt">The moment from which it counts.</param>
    /// <param name="DueAt">When it runs out.</param>
    /// <param name="PausedAt">Since when it waits; null while it runs.</param>
    /// <param name="PausedUntil">The last day on which it waits; null while it runs.</param>
    public sealed record Term(string Name, DateTimeOffset StartedAt, DateTimeOffset DueAt, DateTimeOffset? PausedAt, DateOnly? PausedUntil);

    /// <summary>A draft of the report that the reader has.</summary>
    /// <param name="Number">The number of the draft, from 1.</param>
    /// <param name="PresentedAt">When the reader got it.</param>
    /// <param name="AnswerBy">The last day on which the family can answer it; null once the report is final.</param>
    /// <param name="FinalAt">When it was made final; null while it can be answered.</param>
    /// <param name="Parts">The parts of it that are the reader's, in their order.</param>
    /// <param name="WhatStaysUnknown">What nobody knows, also after this investigation; null where that is not the reader's.</param>
    public sealed record PresentedDraft(
        int Number, DateTimeOffset PresentedAt, DateOnly? AnswerBy, DateTimeOffset? FinalAt, IReadOnlyList<DraftPart> Parts, ForFamily? WhatStaysUnknown);

    /// <summary>A part of a report.</summary>
    /// <param name="Title">What it is about.</param>
    /// <param name="Text">What the investigators write; not what others said.</param>
    /// <param name="Statements">Of the statements on which it rests those that the reader can see here.</param>
    public sealed record DraftPart(ForFamily Title, ForFamily Text, IReadOnlyList<Guid> Statements);

    /// <summary>What the reader said.</summary>
    /// <param name="Id">The statement.</param>
    /// <param name="Kind">What kind it is.</param>
    /// <param name="Text">The words; empty where another wrote them so that they would tell what is kept from the reader.</param>
    /// <param name="StatedAt">When it was said or written.</param>
    /// <param name="Number">The number of its version, from 1.</param>
    /// <param name="Status">Whether it stands.</param>
    /// <param name="Contested">Whether somebody disputes it.</param>
    /// <param name="AnswersDraft">The number of the draft that it answers; null where it answers none.</param>
    /// <param name="Earlier">Its earlier versions, the oldest first.</param>
    public sealed record OwnStatement(
        Guid Id, StatementKind? Kind, ForFamily Text, DateTimeOffset StatedAt, int Number, StatementStatus Status, ContestStatus Contested,
        int? AnswersDraft, IReadOnlyList<EarlierVersion> Earlier);

    /// <summary>An earlier version of what the reader said.</summary>
    /// <param name="Number">Its number, from 1.</param>
    /// <param name="Text">The words that it had.</param>
    /// <param name="Change">How it came to its end.</param>
    /// <param name="Reason">Why it was corrected; null when its author changed it.</param>
    /// <param name="ChangedAt">When it was changed.</param>
    public sealed record EarlierVersion(int Number, ForFamily Text, StatementChange Change, ForFamily? Reason, DateTimeOffset ChangedAt);

    /// <summary>The reader asked for another expert.</summary>
    /// <param name="Id">The id.</param>
    /// <param name="Wish">What the reader wants looked at.</param>
    /// <param name="AskedAt">When.</param>
    /// <param name="Granted">Whether another expert looks at it; null while nobody answered.</param>
    /// <param name="Answer">Who looks at it and when, or why nobody does, in plain language; null while nobody answered.</param>
    /// <param name="Reason">Why it was decided so; null where the answer says all, and while nobody answered.</param>
    /// <param name="LegalBasis">The law or rule that the decision rests on; null while nobody answered.</param>
    /// <param name="Alternatives">What else was considered, and why not; null where nothing else had to be, and while nobody answered.</param>
    /// <param name="Remedy">What the reader can do about it; null while nobody answered.</param>
    /// <param name="RemedyUntil">The last day on which that is done, counted from when it was answered here; null where the law sets none.</param>
    /// <param name="AnsweredAt">When it was answered; null while it waits.</param>
    /// <param name="FindingId">What the expert found, one of the statements that the reader can see here; null otherwise.</param>
    /// <param name="CameToNothing">Why it came to nothing; null when it did not.</param>
    public sealed record OwnCounterExpertise(
        Guid Id, ForFamily Wish, DateTimeOffset AskedAt, bool? Granted, ForFamily? Answer, ForFamily? Reason, string? LegalBasis, ForFamily? Alternatives,
        Remedy? Remedy, DateOnly? RemedyUntil, DateTimeOffset? AnsweredAt, Guid? FindingId, ForFamily? CameToNothing);

    /// <summary>The conclusion, as the family gets it.</summary>
    /// <param name="Outcome">What follows.</param>
    /// <param name="Reason">Why; null where the explanation says all that is the reader's.</param>
    /// <param name="Explanation">The conclusion in plain language (level B1).</param>
    /// <param name="LegalBasis">The law or rule that it rests on.</param>
    /// <param name="Alternatives">What else was considered, and why not; null where nothing else had to be.</param>
    /// <param name="Remedy">What somebody who disagrees can do.</param>
    /// <param name="RemedyUntil">The last day on which that is done, counted from the day on which it was concluded and stands here; null where the law sets none.</param>
    /// <param name="Missing">The codes of what was missing then; empty when nothing was.</param>
    /// <param name="MissingExplained">What was said about what was missing; null when nothing was.</param>
    /// <param name="At">When.</param>
    public sealed record Decided(
        ConclusionOutcome Outcome, ForFamily? Reason, ForFamily Explanation, string LegalBasis, ForFamily? Alternatives, Remedy Remedy, DateOnly? RemedyUntil,
        IReadOnlyList<string> Missing, ForFamily? MissingExplained, DateTimeOffset At);

    internal static OwnInvestigation Of(Investigations.Investigation one, Guid reader, string account, TimeLimits limits, DateOnly today)
    {
        var door = one.DoorTo(reader, today);
        var own = one.OwnOf(reader).OrderBy(said => said.StatedAt).ThenBy(said => said.Id).ToList();
        var shared = SharedStatement.In(one, reader, account, today);
        var asked = one.CounterExpertise.Where(wish => wish.PersonId == reader).OrderBy(wish => wish.AskedAt).ToList();
        var visible = own.Select(said => said.Id).Concat(shared.Select(said => said.Id)).ToHashSet();
        return new(
            one.Id, one.Kind, door.Let(one.ExtensionReason), one.Status, one.OpenedAt,
            [.. one.Clocks.Where(clock => clock.StoppedAt is null && IsOf(clock)).OrderBy(clock => clock.DueAt)
                .Select(clock => new Term(clock.Term, clock.StartedAt, clock.DueAt, clock.PausedAt, clock.PausedUntil))],
            one.ReportOf(reader) is { } draft ? DraftOf(draft) : null,
            [.. own.Select(said => new OwnStatement(
                said.Id, said.Kind, Own(said.Written.Last()), said.StatedAt, said.Number, said.Status, said.Contested,
                one.Rebuttals.FirstOrDefault(answer => answer.StatementId == said.Id)?.Draft,
                [.. said.Earlier.OrderBy(version => version.Number).Zip(said.Written, (version, words) =>
                    new EarlierVersion(version.Number, Own(words), version.Change, door.Let(version.Reason), version.ChangedAt))]))],
            shared,
            [.. asked.Select(wish => new OwnCounterExpertise(
                wish.Id, Own((wish.Wish, wish.WrittenBy)), wish.AskedAt, wish.Granted, door.Let(wish.Answer), door.Let(wish.Reason), wish.LegalBasis, door.Let(wish.Alternatives), wish.Remedy,
                Casework.Decision.LastDay(wish.RemedyTerm, wish.AnsweredAt, limits), wish.AnsweredAt, wish.FindingId is { } finding && visible.Contains(finding) ? finding : null, door.Let(wish.CameToNothing)))],
            one.Conclusion is { } end
                ? new(
                    end.Outcome, Concluded(end.Reason), end.Readers.Contains(reader) ? door.LetOrEmpty(end.Explanation) : door.LetOrEmpty(end.ExplanationForOthers ?? ""),
                    end.LegalBasis, Concluded(end.Alternatives), end.Remedy, Casework.Decision.LastDay(end.RemedyTerm, end.At, limits), end.Missing, Concluded(end.MissingExplained), end.At)
                : null);

        ForFamily Own((string Text, string? WrittenBy) said) => door.Own(said.Text, said.WrittenBy, account);

        // A term can tell what is kept from the reader: that something is withheld, or what somebody else asked.
        bool IsOf(Clock clock) => clock.Term is Investigations.Investigation.Term or Investigations.Investigation.RebuttalTerm
            or Investigations.Investigation.MakeUpTerm || asked.Exists(wish => wish.ClockId == clock.Id);

        // The words of the conclusion are read by who knows all that the report rests on.
        ForFamily? Concluded(string? text) => one.Conclusion!.Readers.Contains(reader) ? door.Let(text) : null;

        PresentedDraft DraftOf(Report draft) => new(
            draft.Number, draft.Presentations.First(given => given.PersonId == reader && given.Talk is null).At, draft.FinalAt is null ? draft.AnswerBy : null, draft.FinalAt,
            [.. draft.Parts.Where(part => draft.OnPaperOf(reader).Parts.Contains(part.Place)).Select(part => new DraftPart(door.LetOrEmpty(part.Title), door.LetOrEmpty(part.Text), [.. part.Statements.Where(visible.Contains)]))],
            draft.OnPaperOf(reader).Unknown ? door.Let(draft.WhatStaysUnknown) : null);
    }
}
