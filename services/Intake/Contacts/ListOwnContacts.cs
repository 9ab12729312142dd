using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>
/// Lists the contacts that a member of a family sent, was told of or spoke in, each with the own words and what was decided
/// for the member. A report of which only others were told is not there.
/// </summary>
static class ListOwnContacts
{
    // Nobody has more; who had would be called back before reading them all.
    const int Most = 100;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/own-contacts", Handle)
        .RequireAccess("own-contacts.list")
        .WithName(nameof(ListOwnContacts)).WithSummary("Read the contacts that you sent, were told of or spoke in");

    static async Task<Results<Ok<Page<OwnContact>>, ProblemHttpResult>> Handle(
        Municipality municipality, IntakeDb db, FamilyAccess access, CurrentUser user, TimeLimits limits, TimeProvider time, CancellationToken ct)
    {
        if (await access.ToCollection(ct) is not { } grant)
            return Problems.NotFound();
        var now = time.GetUtcNow();
        var known = await db.ContactsKnownTo(user.Id, now, ct);
        var contacts = await db.Contacts.AsNoTracking()
            .Where(one => one.Municipality == municipality && known.Contains(one.Id))
            .OrderByDescending(one => one.ReceivedAt).ThenByDescending(one => one.Id)
            .Take(Most).ToListAsync(ct);
        var readers = new Dictionary<Guid, OwnReader>();
        foreach (var file in contacts.Select(one => one.FamilyId).Distinct())
            readers[file] = OwnReader.Of((await db.FamilyInUse(file, ct))!, user.Id, now);
        var read = contacts.ConvertAll(one => (Contact: one, Reader: readers[one.FamilyId]));
        await access.LogEach(read.Select(one => (
            grant with { FamilyId = one.Contact.FamilyId }, one.Reader.PersonId is { } person ? [person] : Enumerable.Empty<Guid>())), ct);
        return TypedResults.Ok(new Page<OwnContact>([.. read.Select(one => OwnContact.Of(one.Contact, one.Reader, limits))], Next: null));
    }
}
