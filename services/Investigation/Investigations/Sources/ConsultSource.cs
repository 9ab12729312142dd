using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Notes that somebody is asked about the family, and whether the family knows.</summary>
public static class ConsultSource
{
    /// <summary>What is sent.</summary>
    /// <param name="Name">Who is asked, as a function or organisation.</param>
    /// <param name="About">What about.</param>
    /// <param name="FamilyKnows">Whether the family knows.</param>
    /// <param name="ConsultedOn">The day; not in the future.</param>
    /// <param name="WhyFamilyDoesNotKnow">Why the family does not know; required then.</param>
    /// <param name="ReviewOn">When it is looked at again whether the family is told, after today; required when it does not know.</param>
    public sealed record Request(
        [property: Required, StringLength(200)] string Name,
        [property: Required, StringLength(4000)] string About,
        bool FamilyKnows,
        DateOnly ConsultedOn,
        [property: StringLength(2000)] string? WhyFamilyDoesNotKnow = null,
        DateOnly? ReviewOn = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/sources", Handle)
        .RequireAccess("investigation.source").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(ConsultSource)).WithSummary("Note a source that is consulted");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Investigation> change, CancellationToken ct) =>
        change.Apply(id, (investigation, by) => investigation.Consult(
            request.Name, request.About, new(request.FamilyKnows, request.WhyFamilyDoesNotKnow, request.ReviewOn), request.ConsultedOn, by), ct).Answer(InvestigationResponse.Of);
}
