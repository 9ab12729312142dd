using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Takes back an offer that was not answered yet.</summary>
public static class WithdrawResponsibility
{
    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/responsibility-offers/{offerId:guid}/withdrawal", Handle)
        .RequireAccess("responsibility.offer").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(WithdrawResponsibility)).WithSummary("Take back an offer of responsibility");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid offerId, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, (family, by) => family.WithdrawResponsibility(offerId, by), ct).Answer(FamilyResponse.Of);
}
