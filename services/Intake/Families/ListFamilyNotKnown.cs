using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>Reads what nobody knows about a family, or did not know at some time, over all its contacts.</summary>
public static class ListFamilyNotKnown
{
    // A family of which more is not known is read contact by contact.
    const int Most = 100;

    /// <summary>Something that nobody knows, with its words.</summary>
    /// <param name="ContactId">The contact about which it was recorded.</param>
    /// <param name="NotKnown">The record.</param>
    public sealed record Item(Guid ContactId, NotKnowingResponse NotKnown);

    /// <summary>The records, per item of the knowledge agenda, the latest first.</summary>
    /// <param name="Items">At most 100.</param>
    public sealed record Response(IReadOnlyList<Item> Items);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/not-known", Handle)
        .RequireAccess("not-known.read")
        .WithName(nameof(ListFamilyNotKnown)).WithSummary("List what nobody knows about a family");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, FamilyAccess access, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant)
            return Problems.NotFound();
        var records = await db.Contacts.AsNoTracking().Where(contact => contact.FamilyId == id)
            .SelectMany(contact => contact.NotKnown, (contact, one) => new { contact.Id, Record = one })
            .OrderBy(one => one.Record.AgendaItem).ThenByDescending(one => one.Record.RecordedAt)
            .Take(Most).ToListAsync(ct);
        await access.Log(grant, await db.PersonsOf(id, ct), ct);
        return TypedResults.Ok(new Response([.. records.Select(one => new Item(one.Id, NotKnowingResponse.Of(one.Record)))]));
    }
}
