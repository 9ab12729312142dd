using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Planning.Plans;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.OwnVoice;

/// <summary>Lets somebody of the family write an own plan, form-free.</summary>
public static class WriteOwnPlan
{
    /// <summary>The plan.</summary>
    /// <param name="Text">The plan, in the own words.</param>
    public sealed record Request([property: Required, StringLength(Statement.MaxLength)] string Text);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/own-plans", Handle)
        .RequireAccess("own-plan.write").Idempotent()
        .WithName(nameof(WriteOwnPlan)).WithSummary("Write your own plan");

    static Task<Results<Ok<OwnFamilyPlan>, ProblemHttpResult>> Handle(
        Guid id, Request request, Files<FamilyPlan, PlanResponse> files, ChangeOwn<FamilyPlan, PlanResponse, OwnFamilyPlan> change, CancellationToken ct) =>
        change.Apply(id, async (plan, by) => plan.WriteOwnPlan(request.Text, by.PersonId!.Value, await files.RecordsOf(plan, ct), by), ct);
}
