using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Records which way the family chose.</summary>
public static class RecordChoice
{
    /// <summary>What was chosen.</summary>
    /// <param name="OptionId">The way.</param>
    /// <param name="PersonId">Who of the family says so.</param>
    public sealed record Request(Guid OptionId, Guid PersonId);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/choices/{choiceId:guid}/chosen", Handle)
        .RequireAccess("plan.choice").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(RecordChoice)).WithSummary("Record which way the family chose");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid choiceId, Request request, Change<FamilyPlan> change, Files<FamilyPlan, PlanResponse> files, CancellationToken ct) =>
        change.Apply(id, async (plan, by) => plan.Choose(
            choiceId, request.OptionId, request.PersonId, await files.RecordsOf(plan, ct), by), ct).Answer(PlanResponse.Of);
}
