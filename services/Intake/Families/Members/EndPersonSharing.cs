using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Shares with another file no longer what this one knows of a member.</summary>
static class EndPersonSharing
{
    public static void Map(RouteGroupBuilder api) => api.MapDelete("/families/{id:guid}/members/{personId:guid}/sharings/{sharingId:guid}", Handle)
        .RequireAccess("member.record").RequireIfMatch().WithETag()
        .WithName(nameof(EndPersonSharing)).WithSummary("Share a member with another file no longer");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid personId, Guid sharingId, FamilyAccess access, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, async (family, by) =>
        {
            if (family.EndSharing(personId, sharingId, by) is { } refusal)
                return refusal;
            var sharing = family.Sharings.First(one => one.Id == sharingId);
            await access.LogElsewhere([(sharing.WithFamilyId, sharing.WithPersonId)], ct);
            return null;
        }, ct).Answer(FamilyResponse.Of);
}
