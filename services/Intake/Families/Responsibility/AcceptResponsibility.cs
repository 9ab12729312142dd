using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Accepts responsibility for the children of an offer, as the team that was asked.</summary>
public static class AcceptResponsibility
{
    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/responsibility-offers/{offerId:guid}/acceptance", Handle)
        .RequireAccess("responsibility.answer").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(AcceptResponsibility)).WithSummary("Accept responsibility for children");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid offerId, Change<Family> change, TimeLimits limits, CancellationToken ct) =>
        change.Apply(id, (family, by) => family.AcceptResponsibility(
            offerId, limits.For(Family.KeyWorkerAssignmentTerm, by.Now), by), ct).Answer(FamilyResponse.Of);
}
