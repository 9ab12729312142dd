using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Notes how a domain of life goes, as somebody of the family sees it or a professional does.</summary>
public static class DescribeDomain
{
    /// <summary>What is said.</summary>
    /// <param name="Domain">The domain of life.</param>
    /// <param name="View">How it goes.</param>
    /// <param name="PersonId">The member of the family whose view it is; left out for a professional's.</param>
    /// <param name="Text">Their words, if they say more.</param>
    public sealed record Request(LifeDomain Domain, DomainView View, Guid? PersonId = null, [property: StringLength(Statement.MaxLength)] string? Text = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/domains", Handle)
        .RequireAccess("plan.describe").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(DescribeDomain)).WithSummary("Note how a domain of life goes");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<FamilyPlan> change, Files<FamilyPlan, PlanResponse> files, CancellationToken ct) =>
        change.Apply(id, async (plan, by) => plan.DescribeDomain(
            request.Domain, request.View, request.Text, request.PersonId, await files.RecordsOf(plan, ct), by), ct).Answer(PlanResponse.Of);
}
