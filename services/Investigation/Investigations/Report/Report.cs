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

    /// <summary>When it was last written.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>When somebody of the family first got it, or null.</summary>
    public DateTimeOffset? PresentedAt { get; private set; }

    /// <summary>Who of the family got it, and when, the first first.</summary>
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

    internal void Write(IEnumerable<ReportPart> written, string? whatStaysUnknown, DateTimeOffset now)
    {
        parts.Clear();
        foreach (var part in written)
        {
            part.Place = parts.Count + 1;
            parts.Add(part);
        }
        (WhatStaysUnknown, WrittenAt) = (whatStaysUnknown, now);
    }

    internal bool IsGivenTo(Guid personId) => presentations.Exists(one => one.PersonId == personId);

    internal void Present(IEnumerable<Guid> persons, int[] withoutParts, DateOnly answerBy, DateTimeOffset now)
    {
        presentations.AddRange(persons.Select(person => new ReportPresentation(person, withoutParts, now)));
        (PresentedAt, AnswerBy) = (PresentedAt ?? now, answerBy);
    }

    internal void MakeFinal(DateTimeOffset now) => FinalAt = now;
}

/// <summary>A part of a report.</summary>
public sealed class ReportPart
{
    /// <summary>Writes a part.</summary>
    public ReportPart(string title, string text, Guid[] statements)
    {
        Id = Guid.CreateVersion7();
        Title = title;
        Text = text;
        Statements = statements;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Its place in the report, from 1.</summary>
    public int Place { get; internal set; }

    /// <summary>What it is about.</summary>
    public string Title { get; private set; }

    /// <summary>What the investigators write; not what others said.</summary>
    public string Text { get; private set; }

    /// <summary>The statements on which it rests.</summary>
    public Guid[] Statements { get; private set; }
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

/// <summary>Somebody of the family got a draft.</summary>
public sealed class ReportPresentation
{
    internal ReportPresentation(Guid personId, int[] withoutParts, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        PersonId = personId;
        WithoutParts = withoutParts;
        At = at;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who got it.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The places of the parts that were left out, because they rest on a statement that was withheld from the family then.</summary>
    public int[] WithoutParts { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>A member of the family answered a draft.</summary>
public sealed class Rebuttal
{
    internal Rebuttal(int draft, Guid personId, Guid statementId, DateTimeOffset givenAt)
    {
        Id = Guid.CreateVersion7(givenAt);
        Draft = draft;
        PersonId = personId;
        StatementId = statementId;
        GivenAt = givenAt;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The number of the draft.</summary>
    public int Draft { get; private set; }

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
