namespace Geborgen.Investigation.Investigations;

/// <summary>A draft of the report. It points to statements and never repeats their words.</summary>
/// <param name="Id">The id.</param>
/// <param name="Number">The number of the draft, from 1.</param>
/// <param name="Parts">Its parts, in their order.</param>
/// <param name="WhatStaysUnknown">What nobody knows, also after this investigation; null while that was not written.</param>
/// <param name="UnknownReaders">Who of those concerned reads what stays unknown, as things stand: who knows all that the report rests on, or some of them.</param>
/// <param name="UnknownNarrowedTo">To whom the investigator narrowed that; null while nobody did.</param>
/// <param name="WrittenAt">When it was last written.</param>
/// <param name="PresentedAt">When somebody of the family first got it, or null.</param>
/// <param name="Presentations">Who of the family got which of it, on paper or in a talk, and when, the first first.</param>
/// <param name="AnswerBy">The last day on which the family can answer, or null while it does not have it.</param>
/// <param name="FinalAt">When it was made final, or null.</param>
/// <param name="State">How far it is.</param>
public sealed record ReportResponse(
    Guid Id, int Number, IReadOnlyList<ReportPartResponse> Parts, string? WhatStaysUnknown, IReadOnlyList<Guid> UnknownReaders,
    IReadOnlyList<Guid>? UnknownNarrowedTo, DateTimeOffset WrittenAt, DateTimeOffset? PresentedAt,
    IReadOnlyList<ReportPresentationResponse> Presentations, DateOnly? AnswerBy, DateTimeOffset? FinalAt, ReportState State)
{
    internal static ReportResponse Of(Investigation about, Report one, DateOnly today) => new(
        one.Id, one.Number, [.. one.Parts.Select(part => ReportPartResponse.Of(part, about.ReadersOf(one, part, today)))], one.WhatStaysUnknown,
        about.ReadersOfUnknown(one, today), one.UnknownNarrowedTo, one.WrittenAt, one.PresentedAt,
        [.. one.Presentations.Select(ReportPresentationResponse.Of)], one.AnswerBy, one.FinalAt, one.State);
}

/// <summary>A part of a report.</summary>
/// <param name="Id">The id.</param>
/// <param name="Place">Its place in the report, from 1.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Text">What the investigators write; not what others said.</param>
/// <param name="Statements">The statements on which it rests; where it names none it rests on all that the report names.</param>
/// <param name="Readers">Who of those concerned reads it, as things stand: who knows all that it rests on, or some of them.</param>
/// <param name="NarrowedTo">To whom the investigator narrowed that; null while nobody did.</param>
public sealed record ReportPartResponse(
    Guid Id, int Place, string Title, string Text, IReadOnlyList<Guid> Statements, IReadOnlyList<Guid> Readers, IReadOnlyList<Guid>? NarrowedTo)
{
    internal static ReportPartResponse Of(ReportPart one, IReadOnlyList<Guid> readers) =>
        new(one.Id, one.Place, one.Title, one.Text, one.Statements, readers, one.NarrowedTo);
}

/// <summary>Somebody of the family got a draft, or as much of it as is theirs to read.</summary>
/// <param name="Id">The id.</param>
/// <param name="PersonId">Who got it.</param>
/// <param name="Parts">The places of the parts of which the person was a reader.</param>
/// <param name="WhatStaysUnknown">Whether what stays unknown went along.</param>
/// <param name="Talk">The talk in which a child heard of it; null for who got it on paper.</param>
/// <param name="At">When.</param>
public sealed record ReportPresentationResponse(
    Guid Id, Guid PersonId, IReadOnlyList<int> Parts, bool WhatStaysUnknown, DraftTalkResponse? Talk, DateTimeOffset At)
{
    internal static ReportPresentationResponse Of(ReportPresentation one) => new(
        one.Id, one.PersonId, one.Parts, one.WhatStaysUnknown,
        one.Talk is { } talk ? new(talk.SpokenOn, talk.SpokenBy, talk.Manner, talk.Interpreter) : null, one.At);
}

/// <summary>Somebody spoke with a child about a draft, in place of giving it.</summary>
/// <param name="SpokenOn">The day.</param>
/// <param name="SpokenBy">Who spoke with the child.</param>
/// <param name="Manner">How the talk suited the child's age and language.</param>
/// <param name="Interpreter">Who interpreted; null when nobody did.</param>
public sealed record DraftTalkResponse(DateOnly SpokenOn, string SpokenBy, string Manner, string? Interpreter);

/// <summary>A member of the family answered a draft.</summary>
/// <param name="Id">The id.</param>
/// <param name="Draft">The number of the draft.</param>
/// <param name="Parts">The places of the parts that the person had read or heard by then: it answers no others.</param>
/// <param name="PersonId">Who answered.</param>
/// <param name="StatementId">The answer, as a statement.</param>
/// <param name="GivenAt">When.</param>
public sealed record RebuttalResponse(Guid Id, int Draft, IReadOnlyList<int> Parts, Guid PersonId, Guid StatementId, DateTimeOffset GivenAt)
{
    internal static RebuttalResponse Of(Rebuttal one) => new(one.Id, one.Draft, one.Parts, one.PersonId, one.StatementId, one.GivenAt);
}

/// <summary>A statement that the report uses was changed.</summary>
/// <param name="Id">The id.</param>
/// <param name="StatementId">The statement.</param>
/// <param name="FlaggedAt">When it was changed.</param>
/// <param name="Weighing">What the change means for what was built on the statement; null while nobody weighed it again.</param>
/// <param name="ReweighedAt">When that was weighed again, or null.</param>
public sealed record ReportFlagResponse(Guid Id, Guid StatementId, DateTimeOffset FlaggedAt, string? Weighing, DateTimeOffset? ReweighedAt)
{
    internal static ReportFlagResponse Of(ReportFlag one) => new(one.Id, one.StatementId, one.FlaggedAt, one.Weighing, one.ReweighedAt);
}
