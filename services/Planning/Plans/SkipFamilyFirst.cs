using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Does not let the family go first, because of a concrete threat to somebody's safety.</summary>
public static class SkipFamilyFirst
{
    /// <summary>The threat and the decision.</summary>
    /// <param name="Threat">The concrete threat, as it was seen or told; without one the family goes first.</param>
    /// <param name="Explanation">The decision in plain language (level B1), for the family.</param>
    /// <param name="Reason">Why it is decided so.</param>
    /// <param name="Alternatives">What else was considered, and why not.</param>
    public sealed record Request(
        [property: StringLength(4000)] string? Threat = null,
        [property: StringLength(5000)] string? Explanation = null,
        [property: StringLength(5000)] string? Reason = null,
        [property: StringLength(5000)] string? Alternatives = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/family-first/skip", Handle)
        .RequireAccess("plan.family-first").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(SkipFamilyFirst)).WithSummary("Decide that a concrete threat forbids that the family goes first");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<FamilyPlan> change, DecisionRules rules, CancellationToken ct) =>
        change.Apply(id, (plan, by) =>
        {
            var (decision, incomplete) = Decision.Make(rules.For(SkippedFamilyFirst.Kind, "skipped", by.Now), request.Explanation, request.Reason, request.Alternatives);
            return incomplete ?? plan.SkipFamilyFirst(request.Threat, decision!, by);
        }, ct).Answer(PlanResponse.Of);
}
