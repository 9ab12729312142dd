using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Records how an action goes or that it is done: what the key worker does, or a member of the family tells.</summary>
public static class ReportAction
{
    /// <summary>How it goes.</summary>
    /// <param name="PersonId">The member of the family who does it, whose words they are; left out for what the key worker does.</param>
    /// <param name="Text">The words.</param>
    /// <param name="DoneOn">The day on which it was done; from the day on which it was agreed until today.</param>
    public sealed record Request(Guid? PersonId = null, [property: StringLength(Statement.MaxLength)] string? Text = null, DateOnly? DoneOn = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/actions/{actionId:guid}/reports", Handle)
        .RequireAccess("plan.action").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(ReportAction)).WithSummary("Record how an action goes, or that it is done");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid actionId, Request request, Change<FamilyPlan> change, Files<FamilyPlan, PlanResponse> files, CancellationToken ct) =>
        change.Apply(id, async (plan, by) => plan.ReportAction(
            actionId, request.Text, request.DoneOn, new(request.PersonId, PartnerId: null), await files.RecordsOf(plan, ct), by), ct).Answer(PlanResponse.Of);
}
