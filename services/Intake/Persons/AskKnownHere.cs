using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Persons;

/// <summary>
/// Lets a worker of another municipality or of the regional team ask whether somebody is known here and whom to call,
/// for a consultation or in an emergency. The answer is a contact point and nothing of the family; the access log of each
/// family shows who asked.
/// </summary>
public static class AskKnownHere
{
    /// <summary>Whom it is about. The number travels in the body, never in a URL.</summary>
    /// <param name="Bsn">The citizen service number.</param>
    public sealed record Request([property: Required, CitizenServiceNumber] string Bsn);

    /// <summary>Whether the person is known here, and whom to call.</summary>
    /// <param name="Known">Whether the person belongs to a family here.</param>
    /// <param name="ContactPoints">Whom to call; empty when the person is not known.</param>
    public sealed record Response(bool Known, IReadOnlyList<ContactPoint> ContactPoints);

    /// <summary>Whom to call: a team, which puts through to who works with the family; never a name.</summary>
    /// <param name="Organisation">The organisation.</param>
    /// <param name="OrganisationName">What it is called.</param>
    /// <param name="Team">The team.</param>
    /// <param name="TeamName">What it is called.</param>
    public sealed record ContactPoint(string Organisation, string OrganisationName, string Team, string TeamName);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/persons/_bekend", Handle)
        .RequireAccess("known-here")
        .WithName(nameof(AskKnownHere)).WithSummary("Ask, from elsewhere, whether a person is known here and whom to call");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Municipality municipality, Request request, IntakeDb db, FamilyAccess access, BsnSeal seal, OrganisationRegistry registry,
        TimeProvider time, CancellationToken ct)
    {
        if (await access.ToCollection(ct) is not { } grant || !Bsn.TryParse(request.Bsn, out var bsn))
            return Problems.NotFound();
        var now = time.GetUtcNow();
        var lookups = seal.Lookups(bsn.Digits);
        var found = await db.Families.AsNoTracking()
            .Where(family => family.Municipality == municipality)
            .SelectMany(family => family.Members.Where(member => member.Until == null), (family, member) => new { family, member.PersonId })
            .Where(one => db.Persons.Any(person => person.Id == one.PersonId && person.Bsn != null && lookups.Contains(person.Bsn.Lookup)))
            .Select(one => new
            {
                one.PersonId,
                FamilyId = one.family.Id,
                Team = one.family.Assignments
                    .Where(assignment => assignment.Relation == Relations.DutyTeam && assignment.From <= now
                        && (assignment.Until == null || assignment.Until > now))
                    .Select(assignment => assignment.Team).FirstOrDefault(),
            })
            .ToListAsync(ct);
        await access.LogEach(found.Select(one => (grant with { FamilyId = one.FamilyId }, (IEnumerable<Guid>)[one.PersonId])), ct);
        return TypedResults.Ok(new Response(
            found.Count > 0,
            [.. found.Select(one => one.Team ?? registry.Current.IntakeOnDuty(municipality).Team).Distinct().Select(team => PointOf(registry.Current, team))]));
    }

    static ContactPoint PointOf(Organisations registry, string team)
    {
        var party = registry.Parties.First(one => one.Teams.Any(own => own.Id == team));
        return new(party.Id, party.Name, team, party.Teams.First(own => own.Id == team).Name);
    }
}
