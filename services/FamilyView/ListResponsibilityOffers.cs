using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.FamilyView;

/// <summary>
/// The open offers of responsibility to the caller's team, wherever the file is kept: a receiving team does not look into
/// every other municipality's list. The reason is read where the file is kept.
/// </summary>
public static class ListResponsibilityOffers
{
    /// <summary>An open offer.</summary>
    /// <param name="Id">The offer.</param>
    /// <param name="FamilyId">The family.</param>
    /// <param name="Municipality">The municipality that keeps the file, where the offer is read and answered.</param>
    /// <param name="ToMunicipality">The municipality that is asked.</param>
    /// <param name="OfferedAt">When it was offered.</param>
    public sealed record Item(Guid Id, Guid FamilyId, string Municipality, string ToMunicipality, DateTimeOffset OfferedAt);

    readonly record struct Place(DateTimeOffset OfferedAt, Guid Id);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/responsibility-offers", Handle)
        .RequireAccess("responsibility-offers.list")
        .WithName(nameof(ListResponsibilityOffers)).WithSummary("List the open offers of responsibility to your team, the oldest first");

    static async Task<Ok<Page<Item>>> Handle(
        [AsParameters] PageQuery page, FamilyViewDb db, FamilyAccess access, OrganisationRegistry registry, CurrentUser user, CancellationToken ct)
    {
        // A family can have an offer to another municipality as well.
        var ours = registry.Current.Municipalities.Select(known => new Municipality(known.Code))
            .Where(known => registry.Current.IntakeOnDuty(known).Organisation == user.Organisation).Select(known => known.Code).ToList();
        var reach = access.FamiliesInReach();
        var offers = db.Set<MatterRow>().AsNoTracking()
            .Where(offer => offer.Kind == MatterKinds.ResponsibilityOffer && offer.State == MatterKinds.Open && offer.Since != null
                && ours.Contains(offer.Detail!) && reach.Contains(offer.FamilyId));
        if (page.After<Place>() is { } after)
            offers = offers.Where(offer => offer.Since > after.OfferedAt || (offer.Since == after.OfferedAt && offer.MatterId > after.Id));
        var found = await offers.OrderBy(offer => offer.Since).ThenBy(offer => offer.MatterId)
            .Join(db.Families, offer => offer.FamilyId, family => family.FamilyId, (offer, family) =>
                new Item(offer.MatterId, offer.FamilyId, family.Municipality, offer.Detail!, offer.Since!.Value))
            .Take(page.Size + 1).ToListAsync(ct);
        var onPage = found.Take(page.Size).ToList();
        var grants = await access.ToEach([.. onPage.Select(item => item.FamilyId)], ct);
        var persons = await db.PersonsOf(grants.Keys, ct);
        await access.LogEach(grants.Values.Select(grant => (grant, persons[grant.FamilyId!.Value])), ct);
        return TypedResults.Ok(new Page<Item>(
            [.. onPage.Where(item => grants.ContainsKey(item.FamilyId))],
            found.Count > page.Size ? Cursor.Encode(new Place(onPage[^1].OfferedAt, onPage[^1].Id)) : null));
    }
}
