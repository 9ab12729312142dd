using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Ties a login account to a member. Whoever appears in a file does not open it as a worker.</summary>
public static class LinkMemberAccount
{
    /// <summary>Which account.</summary>
    /// <param name="Account">The account's id (<c>sub</c> of its tokens); not the caller's own.</param>
    public sealed record Request([property: Required, StringLength(100)] string Account);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/members/{personId:guid}/account", Handle)
        .RequireAccess("member-account.link").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(LinkMemberAccount)).WithSummary("Tie a login account to a member");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid personId, Request request, IntakeDb db, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, async (family, by) => family.LinkAccount(
            personId, request.Account, by, await db.WorksWith(request.Account, id, by.Now, ct)), ct).Answer(FamilyResponse.Of);
}
