using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Planning.Plans;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.OwnVoice;

/// <summary>Lets somebody of the family answer the plan as it stands.</summary>
public static class AnswerOwnPlan
{
    /// <summary>The answer.</summary>
    /// <param name="Answer">Whether you agree.</param>
    /// <param name="Text">The own words, if you like.</param>
    public sealed record Request(PlanAnswerCode Answer, [property: StringLength(Statement.MaxLength)] string? Text = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/own-answers", Handle)
        .RequireAccess("own-plan.write").Idempotent()
        .WithName(nameof(AnswerOwnPlan)).WithSummary("Say whether you agree with the plan");

    static Task<Results<Ok<OwnFamilyPlan>, ProblemHttpResult>> Handle(
        Guid id, Request request, Files<FamilyPlan, PlanResponse> files, ChangeOwn<FamilyPlan, PlanResponse, OwnFamilyPlan> change, CancellationToken ct) =>
        change.Apply(id, async (plan, by) => plan.Answer(request.Answer, request.Text, by.PersonId!.Value, await files.RecordsOf(plan, ct), by), ct);
}
