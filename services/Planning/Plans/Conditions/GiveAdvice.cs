using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Gives advice, which binds nobody.</summary>
public static class GiveAdvice
{
    /// <summary>The advice.</summary>
    /// <param name="Text">The advice, in words for the family.</param>
    public sealed record Request([property: Required, StringLength(2000)] string Text);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/advice", Handle)
        .RequireAccess("plan.condition").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(GiveAdvice)).WithSummary("Give advice, which binds nobody");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<FamilyPlan> change, CancellationToken ct) =>
        change.Apply(id, (plan, by) => plan.GiveAdvice(request.Text, by), ct).Answer(PlanResponse.Of);
}
