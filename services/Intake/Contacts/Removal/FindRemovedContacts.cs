using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>The contacts that were registered in error, of all families of the privacy officer's organisation: nothing goes out of sight without who watches over that.</summary>
public static class FindRemovedContacts
{
    /// <summary>A contact that was registered in error; its words are read with its family.</summary>
    /// <param name="Id">The contact.</param>
    /// <param name="FamilyId">The family.</param>
    /// <param name="Kind">What kind of contact it was.</param>
    /// <param name="By">The account that took it out.</param>
    /// <param name="TakenOutAt">When.</param>
    public sealed record Item(Guid Id, Guid FamilyId, ContactKind Kind, string By, DateTimeOffset TakenOutAt);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/removed-contacts", Handle)
        .RequireAccess("removed-contact.list")
        .WithName(nameof(FindRemovedContacts)).WithSummary("List the contacts in your reach that were registered in error, the last to be taken out first");

    static async Task<Ok<Page<Item>>> Handle(
        Municipality municipality, [AsParameters] PageQuery page, IntakeDb db, FamilyAccess access, CancellationToken ct)
    {
        var reach = access.FamiliesInReach();
        var found = await db.Contacts.IgnoreQueryFilters().AsNoTracking()
            .Where(one => one.Municipality == municipality && one.TakenOutAt != null && reach.Contains(one.FamilyId))
            .NewestFirst(page, one => one.TakenOutAt!.Value, one => one.Id, one => one, ct);
        return TypedResults.Ok(await access.ShowFamilies(found, one => one.FamilyId, db.PersonsOf, (one, _) => new Item(
            one.Id, one.FamilyId, one.Kind, one.TakenOutBy!, one.TakenOutAt!.Value), ct));
    }
}
