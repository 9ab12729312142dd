using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Records what a member of the family answers to the draft, in their own words.</summary>
public static class GiveRebuttal
{
    /// <summary>What is sent.</summary>
    /// <param name="PersonId">The child or parent who answers.</param>
    /// <param name="Kind">What kind of statement it is.</param>
    /// <param name="Text">The answer.</param>
    /// <param name="StatedAt">When it was said or written.</param>
    public sealed record Request(
        Guid PersonId,
        StatementKind Kind,
        [property: Required, StringLength(Statement.MaxLength)] string Text,
        DateTimeOffset StatedAt);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/rebuttals", Handle)
        .RequireAccess("investigation.voice").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(GiveRebuttal)).WithSummary("Record an answer to the draft");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Investigation> change, Files<Investigation, InvestigationResponse> files, CancellationToken ct) =>
        change.Apply(id, async (investigation, by) => investigation.Rebut(
            investigation.WordsOf(request.PersonId, request.Kind, request.Text, request.StatedAt), await files.RecordsOf(investigation, ct), by), ct).Answer(InvestigationResponse.Of);
}
