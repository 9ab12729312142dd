using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Planning.Plans;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.OwnVoice;

/// <summary>Lets the owner of a goal say how it goes.</summary>
public static class ReportOwnProgress
{
    /// <summary>How it goes.</summary>
    /// <param name="Text">The own words.</param>
    /// <param name="OnOwnScale">Where it stands on your own scale, if you like.</param>
    public sealed record Request([property: Required, StringLength(Statement.MaxLength)] string Text, [property: StringLength(200)] string? OnOwnScale = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/own-goals/{goalId:guid}/progress", Handle)
        .RequireAccess("own-plan.write").Idempotent()
        .WithName(nameof(ReportOwnProgress)).WithSummary("Say how your own goal goes");

    static Task<Results<Ok<OwnFamilyPlan>, ProblemHttpResult>> Handle(
        Guid id, Guid goalId, Request request, Files<FamilyPlan, PlanResponse> files, ChangeOwn<FamilyPlan, PlanResponse, OwnFamilyPlan> change, CancellationToken ct) =>
        change.Apply(id, async (plan, by) => plan.ReportProgress(
            goalId, request.Text, by.PersonId!.Value, request.OnOwnScale, await files.RecordsOf(plan, ct), by), ct);
}
