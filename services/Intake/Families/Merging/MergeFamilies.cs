using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Intake.Persons;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>
/// Merges another file of the same household into this one. The caller works with both. Who comes over brings along what is known of them;
/// who was registered in both is one member.
/// </summary>
public static class MergeFamilies
{
    /// <summary>Which file and why.</summary>
    /// <param name="OtherFamilyId">The family whose file is closed.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Request(Guid OtherFamilyId, [property: Required, StringLength(2000)] string Reason);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/merges", Handle)
        .RequireAccess("family.split-merge").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(MergeFamilies)).WithSummary("Merge another file of the same household into this one");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, IntakeDb db, SamePersons same, Change<Family> change, TimeLimits limits, CancellationToken ct) =>
        change.ApplyToBoth(
            id, request.OtherFamilyId,
            async (family, other, by) =>
            {
                var both = other is null ? new() : await same.Of(family, other, ct);
                if (family.Merge(other, both, request.Reason, limits.For(Family.KeyWorkerAssignmentTerm, by.Now), by) is { } refusal)
                    return refusal;
                await db.TakeAlong([.. family.CameBy(family.Merges[^1].Id)], other!.Id, id, by, ct);
                await db.JoinNotices(family, other.Id, ct);
                foreach (var (theirs, ours) in both)
                    await db.Complete(ours, id, theirs, other.Id, by, ct);
                return null;
            }, ct).Answer(FamilyResponse.Of);
}
