using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// Takes out of sight a member who was recorded in error, and records it as a data breach: who had read it in this family's files is
/// told. All that those files know of the person is erased; what another family's file knows is that file's.
/// </summary>
public static class TakeOutMember
{
    /// <summary>Why the member is taken out.</summary>
    /// <param name="Reason">What went wrong.</param>
    /// <param name="DiscoveredAt">When somebody found out; now when left out.</param>
    public sealed record Request(
        [property: Required, StringLength(4000)] string Reason,
        DateTimeOffset? DiscoveredAt = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/members/{personId:guid}/removal", Handle)
        .RequireAccess("member.record").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(TakeOutMember)).WithSummary("Take out of sight a member who was recorded in error");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid personId, Request request, IntakeDb db, Change<Family> change, DataBreaches breaches, CancellationToken ct) =>
        change.Apply(id, async (family, by) =>
        {
            var ids = family.IdsOf(personId).ToList();
            var files = await db.FilesOf(id, ct);
            var refusal = family.TakeOutMember(personId, by) ?? await breaches.Record(
                new(BreachSubject.Person, personId, family.Id, family.Municipality, ids, request.Reason, request.DiscoveredAt), files, ct);
            if (refusal is not null)
                return refusal;
            foreach (var known in await db.Persons.Where(one => files.Contains(one.FamilyId) && ids.Contains(one.Id)).ToListAsync(ct))
                known.Erase(by);
            db.RemoveRange(await db.Residences.Where(one => files.Contains(one.FamilyId) && ids.Contains(one.PersonId)).ToListAsync(ct));
            db.RemoveRange(await db.Notices.Where(one => (files.Contains(one.FamilyId) && ids.Contains(one.PersonId))
                || (files.Contains(one.FromFamilyId) && ids.Contains(one.FromPersonId))).ToListAsync(ct));
            return null;
        }, ct).Answer(FamilyResponse.Of);
}
