using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Writes the draft of the report. Once the family has a draft, what is written is a new one.</summary>
public static class WriteReport
{
    /// <summary>The draft; it points to statements and does not repeat them.</summary>
    /// <param name="Parts">Its parts, in order; 1 to 50.</param>
    /// <param name="WhatStaysUnknown">What nobody knows, also after this investigation; required before the conclusion.</param>
    /// <param name="UnknownReaders">To whom what stays unknown is narrowed, 1 to 100 of those who know all that the report rests on; all of them when left out.</param>
    public sealed record Request(
        [property: MinLength(1), MaxLength(50)] IReadOnlyList<PartRequest> Parts,
        [property: StringLength(10_000)] string? WhatStaysUnknown = null,
        [property: MinLength(1), MaxLength(100)] IReadOnlyList<Guid>? UnknownReaders = null);

    /// <summary>A part of the report.</summary>
    /// <param name="Title">What it is about.</param>
    /// <param name="Text">What the investigators write; not what others said.</param>
    /// <param name="Statements">The statements on which it rests; where it names none it rests on all that the report names.</param>
    /// <param name="Readers">To whom it is narrowed, 1 to 100 of those who know all that it rests on; all of them when left out.</param>
    public sealed record PartRequest(
        [property: Required, StringLength(200)] string Title,
        [property: Required, StringLength(20_000)] string Text,
        [property: MaxLength(1000)] IReadOnlyList<Guid> Statements,
        [property: MinLength(1), MaxLength(100)] IReadOnlyList<Guid>? Readers = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPut("/investigations/{id:guid}/report", Handle)
        .RequireAccess("investigation.report").RequireIfMatch().WithETag()
        .WithName(nameof(WriteReport)).WithSummary("Write the draft of the report");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Investigation> change, CancellationToken ct) =>
        change.Apply(id, (investigation, by) => investigation.WriteReport(
            [.. request.Parts.Select(part => new ReportPart(part.Title, part.Text, [.. part.Statements], part.Readers?.ToArray()))],
            request.WhatStaysUnknown, by, request.UnknownReaders?.ToArray()), ct).Answer(InvestigationResponse.Of);
}
