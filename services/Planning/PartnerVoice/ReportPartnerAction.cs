using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Planning.Plans;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.PartnerVoice;

/// <summary>Lets somebody who helps along say how an own action goes, or that it is done. Of all others they know nothing.</summary>
public static class ReportPartnerAction
{
    /// <summary>How it goes.</summary>
    /// <param name="Text">The own words, if you like.</param>
    /// <param name="DoneOn">The day on which you did it.</param>
    public sealed record Request([property: StringLength(Statement.MaxLength)] string? Text = null, DateOnly? DoneOn = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/partner-plans/{id:guid}/actions/{actionId:guid}/reports", Handle)
        .RequireAccess("partner-plan.report").Idempotent()
        .WithName(nameof(ReportPartnerAction)).WithSummary("Say how what you do for a family goes");

    static Task<Results<Ok<PartnerPlan>, ProblemHttpResult>> Handle(
        Guid id, Guid actionId, Request request, PlanningDb db, Change<FamilyPlan> change, CurrentUser user, TimeProvider time, CancellationToken ct) =>
        change.ApplyGiven(id, db.Plans.Where(one => one.Id == id && one.PartnerKeys.Contains(user.Id)).Select(one => new Origin(one.FamilyId, null)), async (plan, by) =>
            plan.PartnerBehind(by.Account, by.Now) is not { } partner || plan.Actions.All(one => one.Id != actionId || one.PartnerId != partner.Id)
                ? PlanRefusals.NoSuchAction
                : plan.ReportAction(actionId, request.Text, request.DoneOn, new(PersonId: null, partner.Id), await db.RecordsOf(plan.FamilyId, ct), by), ct)
            .Answer(plan => PartnerPlan.Of(plan, user.Id, time.GetUtcNow()));
}
