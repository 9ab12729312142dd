using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Writes down the own plan that somebody of the family tells or hands over.</summary>
public static class RecordOwnPlan
{
    /// <summary>The plan.</summary>
    /// <param name="PersonId">Whose words they are.</param>
    /// <param name="Text">The plan, in that person's words.</param>
    public sealed record Request(Guid PersonId, [property: Required, StringLength(Statement.MaxLength)] string Text);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/family-first/plans", Handle)
        .RequireAccess("plan.family-first").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(RecordOwnPlan)).WithSummary("Write down the own plan of somebody of the family");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<FamilyPlan> change, Files<FamilyPlan, PlanResponse> files, CancellationToken ct) =>
        change.Apply(id, async (plan, by) => plan.WriteOwnPlan(request.Text, request.PersonId, await files.RecordsOf(plan, ct), by), ct).Answer(PlanResponse.Of);
}
