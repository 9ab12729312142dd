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
        var found = await offers
            .Join(db.Families, offer => offer.FamilyId, family => family.FamilyId, (offer, family) =>
                new { offer.MatterId, offer.FamilyId, family.Municipality, offer.Detail, OfferedAt = offer.Since!.Value })
            .OldestFirst(page, one => one.OfferedAt, one => one.MatterId,
                one => new Item(one.MatterId, one.FamilyId, one.Municipality, one.Detail!, one.OfferedAt), ct);
        return TypedResults.Ok(await access.ShowFamilies(found, one => one.FamilyId, db.PersonsOf, (one, _) => one, ct));
    }
}
