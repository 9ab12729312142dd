using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Undoes a merge: they were two households after all. What was written since stays where it was written.</summary>
static class UndoMerge
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/merges/{mergeId:guid}/undo", Handle)
        .RequireAccess("family.split-merge").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(UndoMerge)).WithSummary("Undo a merge");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid mergeId, ChangeFamily change, TimeLimits limits, CancellationToken ct) =>
        change.ApplyToBoth(
            id, family => family.Merges.FirstOrDefault(one => one.Id == mergeId)?.OtherFamilyId ?? id,
            (family, other, now) => family.UndoMerge(mergeId, other, limits.For(Family.KeyWorkerAssignmentTerm, now), now), ct);
}
