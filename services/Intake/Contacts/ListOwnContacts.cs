using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>
/// Lists the contacts that a member of a family sent, and those about the own family of which the member was told.
/// A report of which only others were told is not there.
/// </summary>
public static class ListOwnContacts
{
    // Nobody has more; who had would be called back before reading them all.
    const int Most = 100;

    /// <summary>A contact, without its words.</summary>
    /// <param name="Id">The contact.</param>
    /// <param name="Kind">What kind of contact it is.</param>
    /// <param name="ReceivedAt">When it was received.</param>
    /// <param name="Status">How far it is.</param>
    /// <param name="SentByYou">Whether the reader sent it.</param>
    public sealed record Item(Guid Id, ContactKind Kind, DateTimeOffset ReceivedAt, ContactStatus Status, bool SentByYou);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/own-contacts", Handle)
        .RequireAccess("own-contacts.list")
        .WithName(nameof(ListOwnContacts)).WithSummary("List the contacts that you sent or were told of");

    static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        Municipality municipality, IntakeDb db, FamilyAccess access, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        if (await access.ToCollection(ct) is not { } grant)
            return Problems.NotFound();
        var known = db.ContactsKnownTo(user.Id, time.GetUtcNow());
        var contacts = await db.Contacts.AsNoTracking()
            .Where(one => one.Municipality == municipality && known.Contains(one.Id))
            .OrderByDescending(one => one.ReceivedAt).ThenByDescending(one => one.Id)
            .Take(Most).ToListAsync(ct);
        await access.LogEach(contacts.Select(one => (grant with { FamilyId = one.FamilyId }, Enumerable.Empty<Guid>())), ct);
        return TypedResults.Ok(new Page<Item>(
            [.. contacts.Select(one => new Item(one.Id, one.Kind, one.ReceivedAt, one.Status, one.Sender == user.Id))], Next: null));
    }
}
