namespace Geborgen.Investigation.Investigations;

/// <summary>A draft of the report. It points to statements and never repeats their words.</summary>
/// <param name="Id">The id.</param>
/// <param name="Number">The number of the draft, from 1.</param>
/// <param name="Parts">Its parts, in their order.</param>
/// <param name="WhatStaysUnknown">What nobody knows, also after this investigation; null while that was not written.</param>
/// <param name="WrittenAt">When it was last written.</param>
/// <param name="PresentedAt">When somebody of the family first got it, or null.</param>
/// <param name="Presentations">Who of the family got it, and when, the first first.</param>
/// <param name="AnswerBy">The last day on which the family can answer, or null while it does not have it.</param>
/// <param name="FinalAt">When it was made final, or null.</param>
/// <param name="State">How far it is.</param>
public sealed record ReportResponse(
    Guid Id, int Number, IReadOnlyList<ReportPartResponse> Parts, string? WhatStaysUnknown, DateTimeOffset WrittenAt, DateTimeOffset? PresentedAt,
    IReadOnlyList<ReportPresentationResponse> Presentations, DateOnly? AnswerBy, DateTimeOffset? FinalAt, ReportState State)
{
    internal static ReportResponse Of(Report one) => new(
        one.Id, one.Number, [.. one.Parts.Select(ReportPartResponse.Of)], one.WhatStaysUnknown, one.WrittenAt, one.PresentedAt,
        [.. one.Presentations.Select(ReportPresentationResponse.Of)], one.AnswerBy, one.FinalAt, one.State);
}

/// <summary>A part of a report.</summary>
/// <param name="Id">The id.</param>
/// <param name="Place">Its place in the report, from 1.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Text">What the investigators write; not what others said.</param>
/// <param name="Statements">The statements on which it rests.</param>
public sealed record ReportPartResponse(Guid Id, int Place, string Title, string Text, IReadOnlyList<Guid> Statements)
{
    internal static ReportPartResponse Of(ReportPart one) => new(one.Id, one.Place, one.Title, one.Text, one.Statements);
}

/// <summary>Somebody of the family got a draft.</summary>
/// <param name="Id">The id.</param>
/// <param name="PersonId">Who got it.</param>
/// <param name="WithoutParts">The places of the parts that were left out, because they rest on a statement that was withheld from the family then.</param>
/// <param name="At">When.</param>
public sealed record ReportPresentationResponse(Guid Id, Guid PersonId, IReadOnlyList<int> WithoutParts, DateTimeOffset At)
{
    internal static ReportPresentationResponse Of(ReportPresentation one) => new(one.Id, one.PersonId, one.WithoutParts, one.At);
}

/// <summary>A member of the family answered a draft.</summary>
/// <param name="Id">The id.</param>
/// <param name="Draft">The number of the draft.</param>
/// <param name="PersonId">Who answered.</param>
/// <param name="StatementId">The answer, as a statement.</param>
/// <param name="GivenAt">When.</param>
public sealed record RebuttalResponse(Guid Id, int Draft, Guid PersonId, Guid StatementId, DateTimeOffset GivenAt)
{
    internal static RebuttalResponse Of(Rebuttal one) => new(one.Id, one.Draft, one.PersonId, one.StatementId, one.GivenAt);
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
