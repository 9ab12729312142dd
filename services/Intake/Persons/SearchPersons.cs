using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Persons;

/// <summary>
/// Asks whether somebody is known here, and whom to call. Where the caller is involved the answer names the family;
/// elsewhere it gives a contact point and nothing of the family.
/// </summary>
public static class SearchPersons
{
    // A person with more families than this is beyond what a search answers; the contact points suffice.
    const int Most = 25;

    /// <summary>Whom to look for. The number travels in the body, never in a URL.</summary>
    /// <param name="Bsn">The citizen service number.</param>
    public sealed record Request([property: Required, CitizenServiceNumber] string Bsn);

    /// <summary>A place where the person is known.</summary>
    /// <param name="PersonId">The person; null where the caller is not involved.</param>
    /// <param name="FamilyId">The family; null where the caller is not involved.</param>
    /// <param name="ContactPoint">Whom to call.</param>
    public sealed record Item(Guid? PersonId, Guid? FamilyId, ContactPoint ContactPoint);

    /// <summary>Whom to call about a family: a function and an organisation, not a name.</summary>
    /// <param name="Relation">In which relation they are to the family.</param>
    /// <param name="Team">The team, if a team owns the family.</param>
    /// <param name="Organisation">The organisation.</param>
    public sealed record ContactPoint(string Relation, string? Team, string Organisation);

    /// <summary>Where the person is known; empty when nowhere.</summary>
    /// <param name="Items">At most 25 places.</param>
    public sealed record Response(IReadOnlyList<Item> Items);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/persons/_zoek", Handle)
        .RequireAccess("person.search")
        .WithName(nameof(SearchPersons)).WithSummary("Find out whether a person is known here and whom to call");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Municipality municipality, Request request, IntakeDb db, FamilyAccess access, BsnSeal seal, TimeProvider time, CancellationToken ct)
    {
        if (await access.ToCollection(ct) is not { } grant || !Bsn.TryParse(request.Bsn, out var bsn))
            return Problems.NotFound();
        var now = time.GetUtcNow();
        var lookups = seal.Lookups(bsn.Digits);
        var reach = access.FamiliesInReach("person.found");
        var found = await db.Families.AsNoTracking()
            .Where(family => family.Municipality == municipality)
            .SelectMany(family => family.Members.Where(member => member.Until == null), (family, member) => new { family, member.PersonId })
            .Where(one => db.Persons.Any(person => person.Id == one.PersonId && person.Bsn != null && lookups.Contains(person.Bsn.Lookup)))
            .OrderByDescending(one => one.family.OpenedAt)
            .Select(one => new
            {
                one.PersonId,
                FamilyId = one.family.Id,
                InReach = reach.Contains(one.family.Id),
                Owner = one.family.Assignments
                    // That another municipality was asked is no way to reach the family, and would tell of a move.
                    .Where(assignment => assignment.Relation != Relations.ReceivingTeam)
                    .Where(assignment => assignment.From <= now && (assignment.Until == null || assignment.Until > now))
                    .OrderBy(assignment => assignment.Relation == Relations.KeyWorker ? 0 : 1)
                    .Select(assignment => new ContactPoint(assignment.Relation, assignment.Team, assignment.Organisation))
                    .First(),
            })
            .Take(Most).ToListAsync(ct);
        await access.LogEach(found.Select(one => (grant with { FamilyId = one.FamilyId }, (IEnumerable<Guid>)[one.PersonId])), ct);
        return TypedResults.Ok(new Response(
            [.. found.Select(one => new Item(one.InReach ? one.PersonId : null, one.InReach ? one.FamilyId : null, one.Owner))]));
    }
}
