using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>The family was told of a source, or that was looked at again and still can't be.</summary>
public static class TellOfSource
{
    /// <summary>What is sent.</summary>
    /// <param name="FamilyKnows">Whether the family knows now.</param>
    /// <param name="WhyFamilyDoesNotKnow">Why it still does not; required then.</param>
    /// <param name="ReviewOn">When that is looked at again, after today; required then.</param>
    public sealed record Request(
        bool FamilyKnows,
        [property: StringLength(2000)] string? WhyFamilyDoesNotKnow = null,
        DateOnly? ReviewOn = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/sources/{sourceId:guid}/telling", Handle)
        .RequireAccess("investigation.source").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(TellOfSource)).WithSummary("Record that the family was told of a source, or why it still is not");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid sourceId, Request request, Change<Investigation> change, CancellationToken ct) =>
        change.Apply(id, (investigation, by) => investigation.TellOfSource(
            sourceId, new(request.FamilyKnows, request.WhyFamilyDoesNotKnow, request.ReviewOn), by), ct).Answer(InvestigationResponse.Of);
}
