using Geborgen.Access;
using Geborgen.Intake.Contacts;
using Geborgen.Intake.Persons;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// Shows who works with a family what else came in about the same people or the same address: the contacts of other files that the caller works
/// with, and of files with which others work whom to call. An address that is secret finds nothing.
/// </summary>
public static class ListRelatedContacts
{
    // Who finds more than this sees that it is about more than one family.
    const int Most = 100;

    /// <summary>A contact of another file; its words are read one by one.</summary>
    /// <param name="Id">The contact.</param>
    /// <param name="FamilyId">The other family.</param>
    /// <param name="ReceivedAt">When it was received.</param>
    /// <param name="Kind">What kind of contact it is.</param>
    /// <param name="Status">How far it is.</param>
    /// <param name="Basis">Why it may be about the same people: a number, likely a name and date of birth, an address; at least one.</param>
    public sealed record Item(Guid Id, Guid FamilyId, DateTimeOffset ReceivedAt, ContactKind Kind, ContactStatus Status, IReadOnlyList<MatchBasis> Basis);

    /// <summary>Files with which others work.</summary>
    /// <param name="ContactPoint">Whom to call.</param>
    /// <param name="Basis">Why they may be about the same people.</param>
    public sealed record Elsewhere(ContactPoint ContactPoint, MatchBasis Basis);

    /// <summary>What else came in.</summary>
    /// <param name="Items">At most 100 contacts, the latest first.</param>
    /// <param name="ContactPoints">Whom to call about what others work with.</param>
    public sealed record Response(IReadOnlyList<Item> Items, IReadOnlyList<Elsewhere> ContactPoints);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/related-contacts", Handle)
        .RequireAccess("contact.related")
        .WithName(nameof(ListRelatedContacts)).WithSummary("List what else came in about the same people or address");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, FamilyAccess access, RelatedFiles related, OrganisationRegistry registry, TimeProvider time, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant
            || await db.Families.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } family)
            return Problems.NotFound();
        var found = await related.To(family, ct);
        var ids = found.Select(one => one.FamilyId).Distinct().ToList();
        var inReach = await access.ToEach(ids, ct);
        var contacts = await db.Contacts.AsNoTracking().Where(one => inReach.Keys.Contains(one.FamilyId))
            .OrderByDescending(one => one.ReceivedAt).ThenByDescending(one => one.Id).ToListAsync(ct);
        Item[] items = [.. contacts
            .Select(one => new Item(one.Id, one.FamilyId, one.ReceivedAt, one.Kind, one.Status,
                [.. found.Where(match => match.IsAbout(one)).Select(match => match.Basis).Distinct().Order()]))
            .Where(one => one.Basis.Count > 0).Take(Most)];
        var elsewhere = found.Where(match => !inReach.ContainsKey(match.FamilyId) && !match.IsNearSecret).ToList();
        var others = await db.Families.AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, ct);
        await access.LogEach(inReach.Where(one => items.Any(item => item.FamilyId == one.Key))
            .Select(one => (one.Value, others[one.Key].Members.Select(member => member.PersonId)))
            .Append((grant, family.Members.Select(member => member.PersonId))), ct);
        await access.LogElsewhere(elsewhere.SelectMany(match => others[match.FamilyId].Members.Select(member => (match.FamilyId, member.PersonId))).Distinct(), ct);
        return TypedResults.Ok(new Response(
            items, [.. elsewhere.Select(match => new Elsewhere(ContactPoint.Of(others[match.FamilyId], registry.Current, time.GetUtcNow()), match.Basis)).Distinct()]));
    }
}
