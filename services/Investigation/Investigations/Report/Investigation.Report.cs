using Geborgen.Casework;
using Geborgen.Contracts.Investigation;

namespace Geborgen.Investigation.Investigations;

/// <content>The report, which the family can answer before it is final.</content>
public sealed partial class Investigation
{
    /// <summary>The key of the term within which the family can answer a draft.</summary>
    public const string RebuttalTerm = "rebuttal";

    readonly List<Report> reports = [];
    readonly List<Rebuttal> rebuttals = [];
    readonly List<ReportFlag> flags = [];

    /// <summary>The drafts of the report, the last of which counts.</summary>
    public IReadOnlyList<Report> Reports => reports;

    /// <summary>The family's answers.</summary>
    public IReadOnlyList<Rebuttal> Rebuttals => rebuttals;

    /// <summary>The changed statements that a report uses, and those taken out of a dossier.</summary>
    public IReadOnlyList<ReportFlag> Flags => flags;

    /// <summary>The draft that counts, or null.</summary>
    public Report? Report => reports.MaxBy(one => one.Number);

    /// <summary>Writes the draft. Once the family has one, a change of it is a new draft that goes to the family again.</summary>
    public Refusal? WriteReport(IReadOnlyList<ReportPart> parts, string? whatStaysUnknown, Actor by)
    {
        if (WorkIsDone)
            return InvestigationRefusals.AlreadyConcluded;
        if (Report?.FinalAt is not null)
            return InvestigationRefusals.ReportIsFinal;
        if (parts.SelectMany(part => part.Statements).Any(used => Find(used) is null))
            return InvestigationRefusals.UnknownStatementUsed;
        if (Repeats(parts, whatStaysUnknown))
            return InvestigationRefusals.StatementPasted;
        if (WhyNotForFamily(null, by, TextsOf(parts, whatStaysUnknown)) is { } told)
            return told;
        if (Report is not { PresentedAt: null } draft)
            reports.Add(draft = Report.New(reports.Count + 1));
        draft.Write(parts, whatStaysUnknown, by.Now);
        Raise(new ReportDrafted(draft.Number), by.Now);
        return null;
    }

    /// <summary>
    /// Gives the draft to the family, to all at once or to one after the other; the term to answer it starts again with
    /// each, so that who gets it last has as long. What rests on a child's words reaches a parent or other adult only once
    /// those words were shared with that person. Parts that rest on a statement that is kept from the family for now are
    /// left out of what a person gets.
    /// </summary>
    public Refusal? PresentDraft(IReadOnlyCollection<Guid>? persons, TimeLimit limit, Actor by)
    {
        if (Report is not { FinalAt: null } draft)
            return InvestigationRefusals.NoNewDraft;
        if (persons?.Except(Concerned).Any() == true)
            return InvestigationRefusals.NotConcerned;
        Guid[] readers = [.. (persons ?? [.. Concerned.Where(CanAnswer)]).Distinct().Where(person => !draft.IsGivenTo(person))];
        if (readers.Length == 0 && (draft.PresentedAt is not null || Concerned.Any(CanAnswer)))
            return InvestigationRefusals.NoNewDraft;
        if (string.IsNullOrWhiteSpace(draft.WhatStaysUnknown))
            return InvestigationRefusals.UnknownMissing;
        if (Repeats(draft.Parts, draft.WhatStaysUnknown))
            return InvestigationRefusals.StatementPasted;
        if (WhyNotForFamily(null, by, TextsOf(draft.Parts, draft.WhatStaysUnknown)) is { } told)
            return told;
        var today = by.Today;
        if (readers.Any(reader => !Children.Contains(reader) && draft.Uses.Any(used => IsUnsharedChildsWord(used, reader, today))))
            return InvestigationRefusals.ChildsWordsNotShared;
        StopClock(RebuttalTerm, by.Now);
        var clock = StartClock(limit, by.Now, by.Now);
        int[] withheld = [.. draft.Parts.Where(part => part.Statements.Any(used => IsWithheld(used, today))).Select(part => part.Place)];
        draft.Present(readers, withheld, WorkingDays.DateOf(clock.DueAt).AddDays(-1), by.Now);
        Raise(new DraftReportPresented(draft.Number, draft.AnswerBy!.Value), by.Now);
        return null;
    }

    /// <summary>A member of the family answers the draft; the answer is a statement that the report travels with.</summary>
    public Refusal? Rebut(Words answer, FamilyRecords family, Actor by)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(by);
        if (answer.PersonId is not { } person || !Concerned.Contains(person))
            return InvestigationRefusals.NotConcerned;
        // What is being written anew does not take away the right to answer what the family has.
        if (Report?.FinalAt is not null || ReportOf(person) is not { } draft)
            return InvestigationRefusals.NoDraftToAnswer;
        var (said, refusal) = Hear(answer, family, by);
        if (refusal is not null)
            return refusal;
        rebuttals.Add(new Rebuttal(draft.Number, person, said!.Id, by.Now));
        Raise(new RebuttalGiven(person, said.Id), by.Now);
        return null;
    }

    /// <summary>
    /// Makes the report final: everybody concerned has it, or it was recorded why somebody can't be reached; and everybody
    /// who can answer it did, or the time to answer is over.
    /// </summary>
    public Refusal? MakeReportFinal(Actor by)
    {
        if (Report is not { PresentedAt: not null } draft)
            return InvestigationRefusals.NoDraftPresented;
        if (draft.FinalAt is not null)
            return InvestigationRefusals.ReportIsFinal;
        if (Concerned.Any(person => MustGetTheDraft(person) && !draft.IsGivenTo(person)))
            return InvestigationRefusals.DraftNotGiven;
        if (RunningClock(RebuttalTerm) is { } clock && (clock.PausedAt is not null || by.Now < clock.DueAt) && !EverybodyAnswered(draft))
            return InvestigationRefusals.RebuttalOpen;
        StopClock(RebuttalTerm, by.Now);
        draft.MakeFinal(by.Now);
        Raise(new ReportMadeFinal(), by.Now);
        EndWhenMadeUp(by.Now);
        return null;
    }

    /// <summary>Weighs again what the report built on a statement that was changed.</summary>
    public Refusal? Reweigh(Guid statementId, string weighing, Actor by)
    {
        if (flags.Find(one => one.StatementId == statementId && one.ReweighedAt is null) is not { } flag)
            return InvestigationRefusals.NothingToReweigh;
        flag.Reweigh(weighing, by.Now);
        Raise(new ReportReweighed(statementId), by.Now);
        EndWhenMadeUp(by.Now);
        return null;
    }

    /// <inheritdoc/>
    protected override void OnChanged(Statement statement, StatementChange change, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(statement);
        // The family has earlier drafts too.
        var used = reports.Exists(one => one.Uses.Contains(statement.Id));
        // What was registered in error goes out of every dossier too, and counts as a change of what they hold.
        if (change == StatementChange.TakenOut)
            foreach (var dossier in dossiers)
                used |= dossier.TakeOut(statement.Id);
        if (!used || flags.Exists(one => one.StatementId == statement.Id && one.ReweighedAt is null))
            return;
        flags.Add(new ReportFlag(statement.Id, now));
        Raise(new ReportFlagged(statement.Id), now);
    }

    bool IsToBeReweighed => flags.Exists(flag => flag.ReweighedAt is null);

    bool Repeats(IEnumerable<ReportPart> parts, string? whatStaysUnknown)
    {
        var written = TextsOf(parts, whatStaysUnknown).Select(one => Folded.Of(one.Text ?? "")).ToList();
        return Statements.Any(one => written.Exists(text => text.Repeats(one.Text)));
    }

    static IEnumerable<(string Place, string? Text)> TextsOf(IEnumerable<ReportPart> parts, string? whatStaysUnknown) => parts
        .SelectMany((part, at) => new (string, string?)[] { ($"parts[{at}].title", part.Title), ($"parts[{at}].text", part.Text) })
        .Append(("whatStaysUnknown", whatStaysUnknown));

    // Also of words that the child took back: who wants to present the draft writes it without them.
    bool IsUnsharedChildsWord(Guid statementId, Guid reader, DateOnly today) =>
        Find(statementId) is { Author: StatementAuthor.Child, Status: not StatementStatus.TakenOut } words
        && !words.SharedWith.Any(one => one.PersonId == reader) && !IsWithheld(statementId, today);

    bool IsWithheld(Guid statementId, DateOnly today) => Find(statementId)?.Withheld is { } withheld && withheld.Until >= today;

    // Nobody waits for the answer of somebody who can't give one.
    bool CanAnswer(Guid person) => WhyNotHeard(person) is not (WhyNot.Dead or WhyNot.Unknown or WhyNot.TooYoung);

    bool MustGetTheDraft(Guid person) => CanAnswer(person) && WhyNotHeard(person) is not (WhyNot.NotReached or WhyNot.Harmful);

    WhyNot? WhyNotHeard(Guid person) => voices.Where(voice => voice.PersonId == person).MaxBy(voice => voice.RecordedAt)?.WhyNot;

    bool EverybodyAnswered(Report draft) => Concerned.Any() && Concerned.Where(CanAnswer).All(person =>
        rebuttals.Exists(answer => answer.Draft == draft.Number && answer.PersonId == person));
}
