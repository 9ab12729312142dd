using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Agrees on who does something.</summary>
public static class AddAction
{
    /// <summary>What and who.</summary>
    /// <param name="What">What, in words for the family.</param>
    /// <param name="When">When, as those concerned say it.</param>
    /// <param name="GoalId">The goal that it serves, if one.</param>
    /// <param name="ChildId">The child whom it is about, if one.</param>
    /// <param name="PersonId">The member of the family who does it.</param>
    /// <param name="PartnerId">Who of those who help along does it; with neither the key worker does.</param>
    public sealed record Request(
        [property: Required, StringLength(2000)] string What,
        [property: StringLength(200)] string? When = null,
        Guid? GoalId = null, Guid? ChildId = null, Guid? PersonId = null, Guid? PartnerId = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/actions", Handle)
        .RequireAccess("plan.action").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(AddAction)).WithSummary("Agree on who does something");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<FamilyPlan> change, Files<FamilyPlan, PlanResponse> files, CancellationToken ct) =>
        change.Apply(id, async (plan, by) => plan.AddAction(
            new(request.What, request.When, request.GoalId, request.ChildId, request.PersonId, request.PartnerId), await files.RecordsOf(plan, ct), by), ct).Answer(PlanResponse.Of);
}
