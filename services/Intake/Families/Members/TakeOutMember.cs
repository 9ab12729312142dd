using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// Takes out of sight a member who was recorded in error, and records it as a data breach: who had read it is told. When
/// no other file holds the person, all that is known of them is erased.
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
            var refusal = family.TakeOutMember(personId, by) ?? await breaches.Record(
                new(BreachSubject.Person, personId, family.Id, family.Municipality, [personId], request.Reason, request.DiscoveredAt), ct);
            if (refusal is null && !await db.Families.AnyAsync(one => one.Id != id && one.Members.Any(member => member.PersonId == personId), ct))
            {
                (await db.Persons.SingleAsync(one => one.Id == personId, ct)).Erase(by);
                db.RemoveRange(await db.Residences.Where(one => one.PersonId == personId).ToListAsync(ct));
            }
            return refusal;
        }, ct).Answer(FamilyResponse.Of);
}
