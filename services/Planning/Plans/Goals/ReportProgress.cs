using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Records how a goal goes, in the words of its owner. Nobody writes another's progress.</summary>
public static class ReportProgress
{
    /// <summary>How it goes.</summary>
    /// <param name="PersonId">The owner, whose words they are.</param>
    /// <param name="Text">The words.</param>
    /// <param name="OnOwnScale">Where it stands on the owner's own scale, if the owner says so.</param>
    public sealed record Request(
        Guid PersonId, [property: Required, StringLength(Statement.MaxLength)] string Text, [property: StringLength(200)] string? OnOwnScale = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/goals/{goalId:guid}/progress", Handle)
        .RequireAccess("plan.goal").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(ReportProgress)).WithSummary("Record how a goal goes, in the words of its owner");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid goalId, Request request, Change<FamilyPlan> change, Files<FamilyPlan, PlanResponse> files, CancellationToken ct) =>
        change.Apply(id, async (plan, by) => plan.ReportProgress(
            goalId, request.Text, request.PersonId, request.OnOwnScale, await files.RecordsOf(plan, ct), by), ct).Answer(PlanResponse.Of);
}
