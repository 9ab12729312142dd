using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Refuses responsibility for the children of an offer, as the team that was asked.</summary>
public static class RefuseResponsibility
{
    /// <summary>Why not.</summary>
    /// <param name="Reason">Why, in words for who offered it.</param>
    public sealed record Request([property: Required, StringLength(5000)] string Reason);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/responsibility-offers/{offerId:guid}/refusal", Handle)
        .RequireAccess("responsibility.answer").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(RefuseResponsibility)).WithSummary("Refuse responsibility for children, with the reason");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid offerId, Request request, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, (family, by) => family.RefuseResponsibility(offerId, request.Reason, by), ct).Answer(FamilyResponse.Of);
}
