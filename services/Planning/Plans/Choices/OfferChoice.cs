using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Offers the family more than one way.</summary>
public static class OfferChoice
{
    /// <summary>The ways.</summary>
    /// <param name="Question">What is chosen about, in words for the family.</param>
    /// <param name="Options">The ways; at least two different ones, at most 10.</param>
    public sealed record Request(
        [property: Required, StringLength(2000)] string Question,
        [property: Required, MaxLength(10), EachLength(2000)] IReadOnlyList<string> Options);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/choices", Handle)
        .RequireAccess("plan.choice").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(OfferChoice)).WithSummary("Offer the family more than one way");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<FamilyPlan> change, CancellationToken ct) =>
        change.Apply(id, (plan, by) => plan.OfferChoice(request.Question, request.Options, by), ct).Answer(PlanResponse.Of);
}
