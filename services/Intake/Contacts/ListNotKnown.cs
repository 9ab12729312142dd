using System.ComponentModel;
using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>
/// The register of what nobody knows, over the families in reach: per item of the knowledge agenda that it feeds. What it is
/// about is read with the family.
/// </summary>
public static class ListNotKnown
{
    /// <summary>Something that nobody knows, or did not know at some time; its words are read one by one.</summary>
    /// <param name="Id">The record.</param>
    /// <param name="ContactId">The contact about which it was recorded.</param>
    /// <param name="FamilyId">The family.</param>
    /// <param name="AgendaItem">The item of the knowledge agenda that it feeds; null when it feeds none.</param>
    /// <param name="RecordedAt">When it was recorded.</param>
    /// <param name="ReviewOn">When it is looked at again.</param>
    /// <param name="ResolvedAt">When it became known or no longer mattered; null while nobody knows.</param>
    public sealed record Item(
        Guid Id, Guid ContactId, Guid FamilyId, string? AgendaItem, DateTimeOffset RecordedAt, DateOnly ReviewOn, DateTimeOffset? ResolvedAt);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/not-known", Handle)
        .RequireAccess("not-known.list")
        .WithName(nameof(ListNotKnown)).WithSummary("List what nobody knows over the families in your reach, the latest first");

    static async Task<Ok<Page<Item>>> Handle(
        Municipality municipality, [Description("Only what feeds this item of the knowledge agenda.")] string? agendaItem,
        [AsParameters] PageQuery page, IntakeDb db, FamilyAccess access, CancellationToken ct)
    {
        var reach = access.FamiliesInReach();
        var records = db.Contacts.AsNoTracking()
            .Where(contact => contact.Municipality == municipality && reach.Contains(contact.FamilyId))
            .SelectMany(contact => contact.NotKnown, (contact, one) => new
            {
                one.Id,
                ContactId = contact.Id,
                contact.FamilyId,
                one.AgendaItem,
                one.RecordedAt,
                one.ReviewOn,
                one.ResolvedAt,
            })
            .Where(one => agendaItem == null || one.AgendaItem == agendaItem);
        var found = await records.NewestFirst(page, one => one.RecordedAt, one => one.Id, one => one, ct);
        return TypedResults.Ok(await access.ShowFamilies(found, one => one.FamilyId, db.PersonsOf, (one, _) =>
            new Item(one.Id, one.ContactId, one.FamilyId, one.AgendaItem, one.RecordedAt, one.ReviewOn, one.ResolvedAt), ct));
    }
}
