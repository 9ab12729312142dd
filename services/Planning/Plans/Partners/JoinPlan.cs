using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Lets somebody work or help along beside the key worker, with a reason that the family reads.</summary>
public static class JoinPlan
{
    /// <summary>Who and why.</summary>
    /// <param name="Kind">As what.</param>
    /// <param name="Name">How the family knows them.</param>
    /// <param name="Organisation">The organisation for which they work; left out for a helper from the network.</param>
    /// <param name="Reason">Why, in words for the family; needed.</param>
    public sealed record Request(
        PartnerKind Kind,
        [property: Required, StringLength(200)] string Name,
        [property: StringLength(200)] string? Organisation = null,
        [property: StringLength(2000)] string? Reason = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/partners", Handle)
        .RequireAccess("plan.partner").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(JoinPlan)).WithSummary("Let somebody work or help along");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<FamilyPlan> change, CancellationToken ct) =>
        change.Apply(id, (plan, by) => plan.Join(request.Kind, request.Name, request.Organisation, request.Reason, by), ct).Answer(PlanResponse.Of);
}
