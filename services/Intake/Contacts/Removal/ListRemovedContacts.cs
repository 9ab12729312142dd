using Geborgen.Access;
using Geborgen.Intake.Emergencies;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>Reads the contacts about a family that were registered in error, as they were, for the privacy officer and nobody else.</summary>
public static class ListRemovedContacts
{
    // A family of whom more was registered in error is looked at by the data breaches.
    const int Most = 100;

    /// <summary>A contact that was registered in error.</summary>
    /// <param name="Contact">The contact, as it was.</param>
    /// <param name="Emergencies">The emergencies that went with it, with what was agreed and done, the last first.</param>
    /// <param name="Reason">What went wrong.</param>
    /// <param name="By">The account that took it out.</param>
    /// <param name="TakenOutAt">When.</param>
    public sealed record Item(ContactResponse Contact, IReadOnlyList<EmergencyResponse> Emergencies, string Reason, string By, DateTimeOffset TakenOutAt);

    /// <summary>The contacts, the last to be taken out first.</summary>
    /// <param name="Items">At most 100.</param>
    public sealed record Response(IReadOnlyList<Item> Items);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/removed-contacts", Handle)
        .RequireAccess("removed-contact.read")
        .WithName(nameof(ListRemovedContacts)).WithSummary("List the contacts about a family that were registered in error");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, IntakeDb db, FamilyAccess access, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant)
            return Problems.NotFound();
        var removed = await db.Contacts.IgnoreQueryFilters().AsNoTracking().Where(one => one.FamilyId == id && one.TakenOutAt != null)
            .OrderByDescending(one => one.TakenOutAt).Take(Most).ToListAsync(ct);
        var ids = removed.Select(one => one.Id).ToList();
        var emergencies = (await db.Emergencies.IgnoreQueryFilters().AsNoTracking().Where(one => ids.Contains(one.ContactId) && one.TakenOutAt != null)
            .OrderByDescending(one => one.RaisedAt).ToListAsync(ct)).ToLookup(one => one.ContactId, EmergencyResponse.Of);
        await access.Log(grant, await db.PersonsOf(id, ct), ct);
        return TypedResults.Ok(new Response([.. removed.Select(one => new Item(
            ContactResponse.Of(one, access, grant), [.. emergencies[one.Id]], one.WhyTakenOut!, one.TakenOutBy!, one.TakenOutAt!.Value))]));
    }
}
