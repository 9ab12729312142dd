using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Planning.Plans;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.OwnVoice;

/// <summary>Lets somebody of the family choose between ways.</summary>
public static class ChooseOwn
{
    /// <summary>The choice.</summary>
    /// <param name="OptionId">The way.</param>
    public sealed record Request(Guid OptionId);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/own-choices/{choiceId:guid}", Handle)
        .RequireAccess("own-plan.write").Idempotent()
        .WithName(nameof(ChooseOwn)).WithSummary("Choose between the ways that are offered");

    static Task<Results<Ok<OwnFamilyPlan>, ProblemHttpResult>> Handle(
        Guid id, Guid choiceId, Request request, Files<FamilyPlan, PlanResponse> files, ChangeOwn<FamilyPlan, PlanResponse, OwnFamilyPlan> change, CancellationToken ct) =>
        change.Apply(id, async (plan, by) => plan.Choose(choiceId, request.OptionId, by.PersonId!.Value, await files.RecordsOf(plan, ct), by), ct);
}
