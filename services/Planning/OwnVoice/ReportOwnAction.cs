using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Planning.Plans;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.OwnVoice;

/// <summary>Lets who does an action say how it goes, or that it is done.</summary>
public static class ReportOwnAction
{
    /// <summary>How it goes.</summary>
    /// <param name="Text">The own words, if you like.</param>
    /// <param name="DoneOn">The day on which you did it.</param>
    public sealed record Request([property: StringLength(Statement.MaxLength)] string? Text = null, DateOnly? DoneOn = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/own-actions/{actionId:guid}/reports", Handle)
        .RequireAccess("own-plan.write").Idempotent()
        .WithName(nameof(ReportOwnAction)).WithSummary("Say how what you do goes");

    static Task<Results<Ok<OwnFamilyPlan>, ProblemHttpResult>> Handle(
        Guid id, Guid actionId, Request request, Files<FamilyPlan, PlanResponse> files, ChangeOwn<FamilyPlan, PlanResponse, OwnFamilyPlan> change, CancellationToken ct) =>
        change.Apply(id, async (plan, by) => plan.ReportAction(
            actionId, request.Text, request.DoneOn, new(by.PersonId, PartnerId: null), await files.RecordsOf(plan, ct), by), ct);
}
