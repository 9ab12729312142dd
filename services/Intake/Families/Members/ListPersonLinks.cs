using System.Text.Json.Serialization;
using Geborgen.Access;
using Geborgen.Intake.Persons;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// Shows which present members another file knows as well: same citizen service number, or likely the same by name and date of birth. It tells whom to call and
/// nothing of the other family, in whose access log it stands that somebody looked.
/// </summary>
public static class ListPersonLinks
{
    /// <summary>A proposed or confirmed link.</summary>
    /// <param name="Id">The link once it was confirmed; null while it is proposed.</param>
    /// <param name="PersonId">The member of this family.</param>
    /// <param name="KnownPersonId">The person as registered there.</param>
    /// <param name="Status">Proposed or confirmed.</param>
    /// <param name="Basis">Why it is proposed: the number, or likely so by name and date of birth; null for a confirmed one that neither tells any more.</param>
    /// <param name="ConfirmedAt">When a worker confirmed it.</param>
    /// <param name="ContactPoint">Whom to call about the other file.</param>
    /// <param name="Until">The last day there of a past member.</param>
    /// <param name="Sharing">What this file lets the other one read; null for nothing.</param>
    public sealed record Item(
        Guid? Id, Guid PersonId, Guid KnownPersonId, LinkStatus Status, MatchBasis? Basis, DateTimeOffset? ConfirmedAt, ContactPoint ContactPoint, DateOnly? Until, Given? Sharing);

    /// <summary>What is shared.</summary>
    /// <param name="Residence">Whether the residence is shared as well.</param>
    /// <param name="Until">The last day; null while no end is known.</param>
    public sealed record Given(bool Residence, DateOnly? Until);

    /// <summary>How far a link is.</summary>
    public enum LinkStatus
    {
        /// <summary>The numbers match, or likely the persons; nobody decided.</summary>
        Proposed,

        /// <summary>A worker confirmed it.</summary>
        Confirmed,
    }

    /// <summary>The links of a family.</summary>
    /// <param name="Items">The links.</param>
    /// <param name="Version">The family's version, in the ETag.</param>
    public sealed record Response(IReadOnlyList<Item> Items, [property: JsonIgnore] int Version) : IVersioned;

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/person-links", Handle)
        .RequireAccess("person-link.decide").WithETag()
        .WithName(nameof(ListPersonLinks)).WithSummary("List which members other files know too, and whom to call");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, FamilyAccess access, KnownPlaces places, TimeProvider time, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant
            || await db.Families.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } family)
            return Problems.NotFound();
        var now = time.GetUtcNow();
        var confirmed = family.LinksAt(now).ToList();
        var found = await places.Proposed(family, ct);
        var proposed = found.Where(link => confirmed.TrueForAll(done => done.PersonId != link.PersonId)).ToList();
        var known = await places.Of([.. confirmed.Select(link => link.KnownPersonId).Concat(proposed.Select(link => link.KnownPersonId)).Distinct()], family, ct);
        Item[] items =
        [
            .. confirmed.SelectMany(link => known[link.KnownPersonId].Take(1).Select(place =>
                ItemOf(link.Id, link.PersonId, found.FirstOrDefault(one => one.IsOf(link.PersonId, link.KnownPersonId))?.Basis, link.ConfirmedAt, place))),
            .. proposed.SelectMany(link => known[link.KnownPersonId].Take(1).Select(place => ItemOf(null, link.PersonId, link.Basis, null, place))),
        ];
        await access.Log(grant, family.Members.Select(member => member.PersonId), ct);
        await access.LogElsewhere(items.SelectMany(item => known[item.KnownPersonId].Take(1)).Select(place => (place.Family.Id, place.PersonId)).Distinct(), ct);
        return TypedResults.Ok(new Response(items, family.Version));

        Item ItemOf(Guid? link, Guid personId, MatchBasis? basis, DateTimeOffset? confirmedAt, KnownPlace place) => new(
            link, personId, place.PersonId, link is null ? LinkStatus.Proposed : LinkStatus.Confirmed, basis, confirmedAt, places.PointOf(place), place.Until,
            family.SharedWith(place.Family.Id, personId, now) is { } given ? new(given.Residence, given.Until) : null);
    }
}
