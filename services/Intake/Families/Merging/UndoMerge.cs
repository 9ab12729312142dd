using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Intake.Persons;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// Undoes a merge: they were two households after all. What was written since stays where it was written; who goes back takes along what is
/// known of them now. While a call for help of somebody who goes back waits, it is not undone.
/// </summary>
static class UndoMerge
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/merges/{mergeId:guid}/undo", Handle)
        .RequireAccess("family.split-merge").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(UndoMerge)).WithSummary("Undo a merge");

    static async Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid mergeId, IntakeDb db, Change<Family> change, TimeLimits limits, CancellationToken ct) =>
        await change.ApplyToBoth(
            id, await db.Families.Where(one => one.Id == id).SelectMany(one => one.Merges).Where(one => one.Id == mergeId).Select(one => (Guid?)one.OtherFamilyId).SingleOrDefaultAsync(ct) ?? id,
            async (family, other, by) =>
            {
                var theirs = other is null ? [] : await db.FilesOf(other.Id, ct);
                var own = (await db.FilesOf(id, ct)).Except(theirs).ToList();
                var limit = other is not null && await db.NeedKeyWorker(other.Id, theirs, ct) ? limits.For(Family.KeyWorkerAssignmentTerm, by.Now) : null;
                Guid[] returning = [.. family.CameBy(mergeId)];
                if (family.UndoMerge(mergeId, other, await db.CallersWaiting(id, own, ct), limit, by) is { } refusal)
                    return refusal;
                await db.TakeAlong(returning, id, other!.Id, by, ct);
                if (!await db.NeedKeyWorker(id, own, ct))
                    family.NeedNoKeyWorker(by);
                return null;
            }, ct).Answer(FamilyResponse.Of);
}
