using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Records what somebody of the family answers to the plan.</summary>
public static class RecordPlanAnswer
{
    /// <summary>The answer.</summary>
    /// <param name="PersonId">Who answers.</param>
    /// <param name="Answer">What.</param>
    /// <param name="Text">Their words, if they say more.</param>
    public sealed record Request(Guid PersonId, PlanAnswerCode Answer, [property: StringLength(Statement.MaxLength)] string? Text = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/answers", Handle)
        .RequireAccess("plan.answer").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(RecordPlanAnswer)).WithSummary("Record what somebody of the family answers to the plan");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<FamilyPlan> change, Files<FamilyPlan, PlanResponse> files, CancellationToken ct) =>
        change.Apply(id, async (plan, by) => plan.Answer(
            request.Answer, request.Text, request.PersonId, await files.RecordsOf(plan, ct), by), ct).Answer(PlanResponse.Of);
}
