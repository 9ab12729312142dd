using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Records what the other expert found, or that it came to nothing.</summary>
public static class RecordFinding
{
    /// <summary>One of both.</summary>
    /// <param name="StatementId">What the expert found, as a statement of the investigation.</param>
    /// <param name="CameToNothing">Why it came to nothing.</param>
    public sealed record Request(
        Guid? StatementId = null,
        [property: StringLength(4000)] string? CameToNothing = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/counter-expertise/{counterExpertiseId:guid}/finding", Handle)
        .RequireAccess("investigation.counter-expertise").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(RecordFinding)).WithSummary("Record what the other expert found, or that it came to nothing");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid counterExpertiseId, Request request, Change<Investigation> change, CancellationToken ct) =>
        change.Apply(id, (investigation, by) =>
            investigation.RecordFinding(counterExpertiseId, request.StatementId, request.CameToNothing, by), ct).Answer(InvestigationResponse.Of);
}
