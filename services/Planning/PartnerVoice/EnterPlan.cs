using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Planning.Plans;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Planning.PartnerVoice;

/// <summary>Lets somebody in who helps along, by the code that the family handed over, under an account of their own.</summary>
public static class EnterPlan
{
    /// <summary>The code.</summary>
    /// <param name="Code">As it was handed over; it counts once.</param>
    public sealed record Request([property: Required, StringLength(40)] string Code);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/partner-plans", Handle)
        .RequireAccess("partner-plan.enter").Idempotent()
        .WithName(nameof(EnterPlan)).WithSummary("Get in by the code that a family handed over");

    static async Task<Results<Ok<PartnerPlan>, ProblemHttpResult>> Handle(
        Municipality municipality, Request request, PlanningDb db, FamilyAccess access, Change<FamilyPlan> change, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        if (await access.ToCollection(ct) is null)
            return Problems.NotFound();
        string[] digest = [FamilyPlan.DigestOf(request.Code)];
        var plans = db.Plans.Where(one => one.Municipality == municipality && one.PartnerKeys.Any(key => digest.Contains(key)));
        if (await plans.Select(one => (Guid?)one.Id).SingleOrDefaultAsync(ct) is not { } id)
            return Problems.From(PlanRefusals.NoSuchInvitation);
        return await change.ApplyGiven(id, plans.Select(one => new Origin(one.FamilyId, null)), (one, by) => Task.FromResult(one.Enter(request.Code, by)), ct)
            .Answer(one => PartnerPlan.Of(one, user.Id, time.GetUtcNow()));
    }
}
