namespace Geborgen.Investigation.Investigations;

/// <summary>A draft of the report. It points to statements and never repeats their words.</summary>
public sealed class Report
{
    readonly List<ReportPart> parts = [];
    readonly List<ReportPresentation> presentations = [];

    Report(Guid id, int number)
    {
        Id = id;
        Number = number;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The number of the draft, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Its parts, in their order.</summary>
    public IReadOnlyList<ReportPart> Parts => [.. parts.OrderBy(part => part.Place)];

    /// <summary>What nobody knows, also after this investigation; null while that was not written.</summary>
    public string? WhatStaysUnknown { get; private set; }

    /// <summary>To whom the investigator narrowed who reads what stays unknown; null while the readers are those who know all that the report rests on.</summary>
    public Guid[]? UnknownNarrowedTo { get; private set; }

    /// <summary>When it was last written.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>When somebody of the family first got it, or null.</summary>
    public DateTimeOffset? PresentedAt { get; private set; }

    /// <summary>Who of the family got which of it, on paper or in a talk, and when, the first first.</summary>
    public IReadOnlyList<ReportPresentation> Presentations => [.. presentations.OrderBy(one => one.At).ThenBy(one => one.PersonId)];

    /// <summary>The last day on which the family can answer, or null while it does not have it.</summary>
    public DateOnly? AnswerBy { get; private set; }

    /// <summary>When it was made final, or null.</summary>
    public DateTimeOffset? FinalAt { get; private set; }

    /// <summary>How far it is.</summary>
    public ReportState State =>
        FinalAt is not null ? ReportState.Final : PresentedAt is not null ? ReportState.Presented : ReportState.BeingWritten;

    internal static Report New(int number) => new(Guid.CreateVersion7(), number);

    internal IEnumerable<Guid> Uses => parts.SelectMany(part => part.Statements);

    internal void Write(IEnumerable<ReportPart> written, string? whatStaysUnknown, Guid[]? unknownNarrowedTo, DateTimeOffset now)
    {
        parts.Clear();
        foreach (var part in written)
        {
            part.Place = parts.Count + 1;
            parts.Add(part);
        }
        (WhatStaysUnknown, UnknownNarrowedTo, WrittenAt) = (whatStaysUnknown, unknownNarrowedTo, now);
    }

    /// <summary>Whether somebody read it, or heard of it in a talk.</summary>
    internal bool IsGivenTo(Guid personId) => presentations.Exists(one => one.PersonId == personId);

    /// <summary>What somebody has of it, on paper; nothing of it where the person has none.</summary>
    internal ReportExtract OnPaperOf(Guid personId) => ReportExtract.Of(presentations.Where(one => one.PersonId == personId && one.Talk is null));

    /// <summary>What somebody has heard or read of it.</summary>
    internal ReportExtract KnownTo(Guid personId) => ReportExtract.Of(presentations.Where(one => one.PersonId == personId));

    internal bool IsTalkedAboutWith(Guid personId) => presentations.Exists(one => one.PersonId == personId && one.Talk is not null);

    internal bool IsKnown(ReportPart part) => presentations.Exists(one => one.Parts.Contains(part.Place));

    internal void Present(IEnumerable<(Guid Person, ReportExtract What)> given, DateOnly answerBy, DateTimeOffset now)
    {
        presentations.AddRange(given.Select(one => new ReportPresentation(one.Person, one.What, now)));
        (PresentedAt, AnswerBy) = (PresentedAt ?? now, answerBy);
    }

    internal void TalkAbout(Guid personId, ReportExtract what, DraftTalk talk, DateTimeOffset now)
    {
        presentations.Add(new ReportPresentation(personId, what, now, talk));
        PresentedAt ??= now;
    }

    internal void MakeFinal(DateTimeOffset now) => FinalAt = now;
}

/// <summary>A part of a report.</summary>
public sealed class ReportPart
{
    /// <summary>Writes a part.</summary>
    public ReportPart(string title, string text, Guid[] statements, Guid[]? narrowedTo = null)
    {
        Id = Guid.CreateVersion7();
        Title = title;
        Text = text;
        Statements = statements;
        NarrowedTo = narrowedTo;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Its place in the report, from 1.</summary>
    public int Place { get; internal set; }

    /// <summary>What it is about.</summary>
    public string Title { get; private set; }

    /// <summary>What the investigators write; not what others said.</summary>
    public string Text { get; private set; }

    /// <summary>The statements on which it rests; where it names none it rests on all that the report names.</summary>
    public Guid[] Statements { get; private set; }

    /// <summary>To whom the investigator narrowed its readers; null while they are all of those concerned who know what it rests on.</summary>
    public Guid[]? NarrowedTo { get; private set; }
}

/// <summary>How far a draft of the report is.</summary>
public enum ReportState
{
    /// <summary>It is being written; the family does not have it.</summary>
    BeingWritten,

    /// <summary>The family has it and can answer it, or could until a newer one came.</summary>
    Presented,

    /// <summary>It is final.</summary>
    Final,
}

/// <summary>What somebody reads of a draft.</summary>
/// <param name="Parts">The places of the parts.</param>
/// <param name="Unknown">Whether what stays unknown is in it.</param>
public sealed record ReportExtract(IReadOnlySet<int> Parts, bool Unknown)
{
    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => Parts.Count == 0 && !Unknown;

    /// <summary>What of it is not in another.</summary>
    public ReportExtract Without(ReportExtract other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Parts.Except(other.Parts).ToHashSet(), Unknown && !other.Unknown);
    }

    internal static ReportExtract Of(IEnumerable<ReportPresentation> given) =>
        new(given.SelectMany(one => one.Parts).ToHashSet(), given.Any(one => one.WhatStaysUnknown));
}

/// <summary>Somebody spoke with a child about a draft, in place of giving it.</summary>
public sealed class DraftTalk
{
    /// <summary>Notes a talk.</summary>
    public DraftTalk(DateOnly spokenOn, string spokenBy, string manner, string? interpreter = null)
    {
        SpokenOn = spokenOn;
        SpokenBy = spokenBy;
        Manner = manner;
        Interpreter = interpreter;
    }

    /// <summary>The day.</summary>
    public DateOnly SpokenOn { get; private set; }

    /// <summary>Who spoke with the child.</summary>
    public string SpokenBy { get; private set; }

    /// <summary>How the talk suited the child's age and language.</summary>
    public string Manner { get; private set; }

    /// <summary>Who interpreted; null when nobody did.</summary>
    public string? Interpreter { get; private set; }
}

/// <summary>Somebody of the family got a draft, or as much of it as is theirs to read.</summary>
public sealed class ReportPresentation
{
    ReportPresentation(Guid personId, int[] parts, bool whatStaysUnknown, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        PersonId = personId;
        Parts = parts;
        WhatStaysUnknown = whatStaysUnknown;
        At = at;
    }

    internal ReportPresentation(Guid personId, ReportExtract what, DateTimeOffset at, DraftTalk? talk = null)
        : this(personId, [.. what.Parts.Order()], what.Unknown, at) => Talk = talk;

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who got it.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The places of the parts of which the person was a reader.</summary>
    public int[] Parts { get; private set; }

    /// <summary>Whether what stays unknown went along.</summary>
    public bool WhatStaysUnknown { get; private set; }

    /// <summary>The talk in which a child heard of it; null for who got it on paper.</summary>
    public DraftTalk? Talk { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>A member of the family answered a draft.</summary>
public sealed class Rebuttal
{
    internal Rebuttal(int draft, int[] parts, Guid personId, Guid statementId, DateTimeOffset givenAt)
    {
        Id = Guid.CreateVersion7(givenAt);
        Draft = draft;
        Parts = parts;
        PersonId = personId;
        StatementId = statementId;
        GivenAt = givenAt;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The number of the draft.</summary>
    public int Draft { get; private set; }

    /// <summary>The places of the parts that the person had read or heard by then: it answers no others.</summary>
    public int[] Parts { get; private set; }

    /// <summary>Who answered.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The answer, as a statement.</summary>
    public Guid StatementId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset GivenAt { get; private set; }
}

/// <summary>A statement that the report uses was changed.</summary>
public sealed class ReportFlag
{
    internal ReportFlag(Guid statementId, DateTimeOffset flaggedAt)
    {
        Id = Guid.CreateVersion7(flaggedAt);
        StatementId = statementId;
        FlaggedAt = flaggedAt;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The statement.</summary>
    public Guid StatementId { get; private set; }

    /// <summary>When it was changed.</summary>
    public DateTimeOffset FlaggedAt { get; private set; }

    /// <summary>What the change means for what was built on the statement; null while nobody weighed it again.</summary>
    public string? Weighing { get; private set; }

    /// <summary>When that was weighed again, or null.</summary>
    public DateTimeOffset? ReweighedAt { get; private set; }

    internal void Reweigh(string weighing, DateTimeOffset now) => (Weighing, ReweighedAt) = (weighing, now);
}
