using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Unties a login account that was tied to a member in error, so that whoever it belongs to is not kept out for good.</summary>
public static class UnlinkMemberAccount
{
    /// <summary>Why.</summary>
    /// <param name="Reason">What went wrong.</param>
    public sealed record Request([property: StringLength(2000)] string? Reason = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/members/{personId:guid}/account/removal", Handle)
        .RequireAccess("member-account.link").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(UnlinkMemberAccount)).WithSummary("Untie a login account from a member");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid personId, Request request, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, (family, by) => family.UnlinkAccount(personId, request.Reason, by), ct).Answer(FamilyResponse.Of);
}
