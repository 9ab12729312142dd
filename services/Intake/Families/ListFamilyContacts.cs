using Geborgen.Access;
using Geborgen.Intake.Contacts;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>Reads all contacts about a family, with their words.</summary>
public static class ListFamilyContacts
{
    // A family with more contacts than this is read contact by contact from the work list.
    const int Most = 100;

    /// <summary>The contacts, the latest first.</summary>
    /// <param name="Items">At most 100 contacts.</param>
    public sealed record Response(IReadOnlyList<ContactResponse> Items);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/contacts", Handle)
        .RequireAccess("contact.read")
        .WithName(nameof(ListFamilyContacts)).WithSummary("List the contacts about a family");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, FamilyAccess access, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant)
            return Problems.NotFound();
        var contacts = await db.Contacts.AsNoTracking().Where(contact => contact.FamilyId == id)
            .OrderByDescending(contact => contact.ReceivedAt).ThenByDescending(contact => contact.Id)
            .Take(Most).ToListAsync(ct);
        await access.Log(grant, await db.PersonsOf(id, ct), ct);
        return TypedResults.Ok(new Response([.. contacts.Select(contact => ContactResponse.Of(contact, access, grant))]));
    }
}
