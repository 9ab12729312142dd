using System.Text.Json.Serialization;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>
/// Makes a code that the family hands over: by it one person gets in who helps along, once and within days. It is shown here and nowhere
/// else; a repeated request makes a new one, and the earlier counts no longer.
/// </summary>
static class InvitePartner
{
    /// <summary>A code for one person.</summary>
    /// <param name="PartnerId">Whom it lets in.</param>
    /// <param name="Code">The code.</param>
    /// <param name="Until">Until when it counts.</param>
    /// <param name="Version">The version of the plan, in the ETag.</param>
    public sealed record Response(Guid PartnerId, string Code, DateTimeOffset Until, [property: JsonIgnore] int Version) : IVersioned;

    public static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/partners/{partnerId:guid}/invitations", Handle)
        .RequireAccess("plan.partner").RequireIfMatch().WithETag()
        .WithName(nameof(InvitePartner)).WithSummary("Make a code by which somebody who helps along gets in");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Guid partnerId, Change<FamilyPlan> change, TimeLimits limits, CancellationToken ct)
    {
        string? code = null;
        return await change.Apply(id, (plan, by) =>
        {
            (code, var refusal) = plan.Invite(partnerId, limits.For(FamilyPlan.InvitationTerm, by.Now), by);
            return refusal;
        }, ct).Answer(plan => new Response(partnerId, code!, plan.Partners.Single(one => one.Id == partnerId).Invitation!.Until, plan.Version));
    }
}
