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
    public Refusal? WriteReport(IReadOnlyList<ReportPart> parts, string? whatStaysUnknown, Actor by, Guid[]? unknownNarrowedTo = null)
    {
        if (WorkIsDone)
            return InvestigationRefusals.AlreadyConcluded;
        if (Report?.FinalAt is not null)
            return InvestigationRefusals.ReportIsFinal;
        if (parts.SelectMany(part => part.Statements).Any(used => Find(used) is null))
            return InvestigationRefusals.UnknownStatementUsed;
        if (WhyNotNarrowed(parts, unknownNarrowedTo, by.Today) is { } wider)
            return wider;
        if (Repeats(parts, whatStaysUnknown))
            return InvestigationRefusals.StatementPasted;
        if (WhyNotForFamily(null, by, TextsOf(parts, whatStaysUnknown)) is { } told)
            return told;
        if (Report is not { PresentedAt: null } draft)
            reports.Add(draft = Report.New(reports.Count + 1));
        draft.Write(parts, whatStaysUnknown, unknownNarrowedTo, by.Now);
        Raise(new ReportDrafted(draft.Number), by.Now);
        return null;
    }

    /// <summary>
    /// Gives the draft to the family, to all at once or to one after the other: to each the parts of which the person is a reader, and later
    /// those of which the person became one. The term to answer it starts again with each, so that who gets it last has as long. A child
    /// under twelve, and one whose age nobody knows, gets no paper but a talk.
    /// </summary>
    public Refusal? PresentDraft(IReadOnlyCollection<Guid>? persons, FamilyRecords family, TimeLimit limit, Actor by)
    {
        if (Report is not { FinalAt: null } draft)
            return InvestigationRefusals.NoNewDraft;
        if (persons?.Except(Concerned).Any() == true)
            return InvestigationRefusals.NotConcerned;
        if (persons?.All(person => ReadsPaper(person, family)) == false)
            return InvestigationRefusals.ChildGetsATalk;
        if (WhyNotShown(draft, by) is { } refusal)
            return refusal;
        Guid[] asked = [.. (persons ?? [.. Concerned.Where(person => CanAnswer(person) && ReadsPaper(person, family))]).Distinct()];
        var given = asked.Select(person => (Person: person, What: ExtractFor(person, draft, by.Today).Without(draft.OnPaperOf(person)))).Where(one => !one.What.IsEmpty).ToList();
        // Who is named reads something; of those who are not named some may have to wait until more was shared with them.
        if ((persons is not null || given.Count == 0) && asked.Any(person => !draft.IsGivenTo(person) && !given.Exists(one => one.Person == person)))
            return InvestigationRefusals.NothingToRead;
        if (given.Count == 0 && (asked.Length > 0 || draft.PresentedAt is not null))
            return InvestigationRefusals.NoNewDraft;
        StopClock(RebuttalTerm, by.Now);
        var clock = StartClock(limit, by.Now, by.Now);
        draft.Present(given, WorkingDays.DateOf(clock.DueAt).AddDays(-1), by.Now);
        Raise(new DraftReportPresented(draft.Number, draft.AnswerBy!.Value), by.Now);
        return null;
    }

    /// <summary>Records a talk with a child who gets no paper about the draft: about the parts of which the child is a reader.</summary>
    public Refusal? TalkAboutDraft(Guid personId, DraftTalk talk, bool interpretedByRelative, FamilyRecords family, Actor by)
    {
        ArgumentNullException.ThrowIfNull(talk);
        if (Report is not { FinalAt: null } draft)
            return InvestigationRefusals.NoNewDraft;
        if (!Concerned.Contains(personId))
            return InvestigationRefusals.NotConcerned;
        if (ReadsPaper(personId, family))
            return InvestigationRefusals.GetsTheDraft;
        if (interpretedByRelative)
            return InvestigationRefusals.InterpreterIsRelative;
        if (talk.SpokenOn > by.Today)
            return StatementRefusals.TalkInFuture;
        if (talk.SpokenOn < WorkingDays.DateOf(draft.WrittenAt))
            return InvestigationRefusals.TalkBeforeDraft;
        if (WhyNotShown(draft, by) is { } refusal)
            return refusal;
        draft.TalkAbout(personId, ExtractFor(personId, draft, by.Today), talk, by.Now);
        Raise(new DraftTalkHeld(personId, draft.Number), by.Now);
        return null;
    }

    /// <summary>
    /// A member of the family answers what the member read or heard of the draft; the answer is a statement that the report travels with.
    /// </summary>
    public Refusal? Rebut(Words answer, FamilyRecords family, Actor by)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(by);
        if (answer.PersonId is not { } person || !Concerned.Contains(person))
            return InvestigationRefusals.NotConcerned;
        // What is being written anew does not take away the right to answer what the family has.
        if (Report?.FinalAt is not null || DraftKnownTo(person) is not { } draft)
            return InvestigationRefusals.NoDraftToAnswer;
        var (said, refusal) = Hear(answer, family, by);
        if (refusal is not null)
            return refusal;
        rebuttals.Add(new Rebuttal(draft.Number, [.. draft.KnownTo(person).Parts.Order()], person, said!.Id, by.Now));
        Raise(new RebuttalGiven(person, said.Id), by.Now);
        return null;
    }

    /// <summary>
    /// Makes the report final: everybody concerned has what is theirs of it, or it was recorded why somebody can't be reached; no part stays
    /// unread that is not kept from all; and everybody who can answer did, or the time to answer is over.
    /// </summary>
    public Refusal? MakeReportFinal(FamilyRecords family, Actor by)
    {
        if (Report is not { PresentedAt: not null } draft)
            return InvestigationRefusals.NoDraftPresented;
        if (draft.FinalAt is not null)
            return InvestigationRefusals.ReportIsFinal;
        var reachable = Concerned.Where(person => MustGetTheDraft(person, family)).ToList();
        if (reachable.Find(person => !draft.IsGivenTo(person)) is var waiting && waiting != default)
            return ReadsPaper(waiting, family) ? InvestigationRefusals.DraftNotGiven : InvestigationRefusals.DraftNotTalkedAbout;
        if (reachable.Count > 0 && draft.Parts.Any(part => !draft.IsKnown(part) && CouldBeRead(draft, part, reachable, by.Today)))
            return InvestigationRefusals.PartUnread;
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

    // What the family reads rests on words that stand, as they stand where they were told.
    Refusal? WhyNotShown(Report draft, Actor by)
    {
        if (string.IsNullOrWhiteSpace(draft.WhatStaysUnknown))
            return InvestigationRefusals.UnknownMissing;
        var used = draft.Uses.Select(Find).OfType<Statement>().ToList();
        if (used.Exists(one => one.Status != StatementStatus.Standing))
            return InvestigationRefusals.RestsOnWithdrawn;
        if (used.Select(WhyNotSharedNow).FirstOrDefault(refusal => refusal is not null) is { } changed)
            return changed;
        if (Repeats(draft.Parts, draft.WhatStaysUnknown))
            return InvestigationRefusals.StatementPasted;
        return WhyNotForFamily(null, by, TextsOf(draft.Parts, draft.WhatStaysUnknown));
    }

    // A child under twelve gets no paper, nor does one of whom nobody knows to be older.
    bool ReadsPaper(Guid person, FamilyRecords family) => !Children.Contains(person) || family.FromTwelve.Contains(person);

    // Nobody waits for the answer of somebody who can't give one.
    bool CanAnswer(Guid person) => WhyNotHeard(person) is not (WhyNot.Dead or WhyNot.Unknown or WhyNot.TooYoung);

    // Nobody makes a child talk.
    bool MustGetTheDraft(Guid person, FamilyRecords family) => CanAnswer(person) && WhyNotHeard(person) is not (WhyNot.NotReached or WhyNot.Harmful)
        && (ReadsPaper(person, family) || WhyNotHeard(person) is not WhyNot.DoesNotWant);

    WhyNot? WhyNotHeard(Guid person) => voices.Where(voice => voice.PersonId == person).MaxBy(voice => voice.RecordedAt)?.WhyNot;

    bool EverybodyAnswered(Report draft) => Concerned.Any() && Concerned.Where(CanAnswer).All(person =>
        draft.IsTalkedAboutWith(person) || rebuttals.Exists(answer => answer.Draft == draft.Number && answer.PersonId == person));
}
