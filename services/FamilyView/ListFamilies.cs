using System.ComponentModel;
using Geborgen.Access;
using Geborgen.Contracts.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.FamilyView;

/// <summary>
/// The families that the caller works with or gives work for, wherever their files are kept: a team that divides the work finds
/// those without a key worker, a team that took over a child those that came to it. Not a word of what is in the files.
/// </summary>
public static class ListFamilies
{
    /// <summary>A family on the list.</summary>
    /// <param name="Id">The family.</param>
    /// <param name="Municipality">The municipality that keeps the file, under whose address it is opened.</param>
    /// <param name="OpenedAt">When it came into view; null while only parts of it have arrived here.</param>
    /// <param name="ClosedOn">The day on which its file was closed; null while it is open.</param>
    /// <param name="Relation">In which relation the caller or the caller's team is to it: the one that was asked for, or the first that shows it.</param>
    /// <param name="KeyWorker">The one familiar face; null while the family has none.</param>
    public sealed record Item(Guid Id, string Municipality, DateTimeOffset? OpenedAt, DateOnly? ClosedOn, string Relation, Face? KeyWorker);

    /// <summary>The familiar face of a family.</summary>
    /// <param name="Worker">The worker's account.</param>
    /// <param name="Organisation">The organisation.</param>
    /// <param name="From">From when.</param>
    public sealed record Face(string Worker, string Organisation, DateTimeOffset From);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/families", Handle)
        .RequireAccess("families.list")
        .WithName(nameof(ListFamilies)).WithSummary("List the families that you or your team work with or give work for, newest first");

    static async Task<Ok<Page<Item>>> Handle(
        [Description("Only families to which you or your team are in this relation, such as keyWorker, dutyTeam, assigningTeam or receivingTeam.")] string? relation,
        [Description("true: only families that have no key worker now.")] bool? withoutKeyWorker,
        [Description("true: those whose file is closed, which only the team that can open it again finds, instead of the others.")] bool? closed,
        [AsParameters] PageQuery page, FamilyViewDb db, FamilyAccess access, TimeProvider time, CancellationToken ct)
    {
        if (relation is not null && !Relations.All.Contains(relation))
            throw new BadInputException(nameof(relation), $"Must be one of {string.Join(", ", Relations.All)}.");
        var now = time.GetUtcNow();
        var reach = access.FamiliesInReach(relation: relation);
        var keyWorkers = db.Set<Involvement>()
            .Where(one => one.Service == FamilyResponse.Intake && one.Relation == Relations.KeyWorker && one.From <= now && (one.Until == null || one.Until > now));
        var closings = db.Set<ClosingRow>().Where(one => one.ClosedOn != null);
        var families = db.Families.AsNoTracking()
            .Where(family => reach.Contains(family.FamilyId) && closings.Any(one => one.FamilyId == family.FamilyId) == (closed ?? false));
        if (withoutKeyWorker is true)
            families = families.Where(family => !keyWorkers.Any(one => one.FamilyId == family.FamilyId));
        // Ids are given in the order in which families are opened.
        var found = await families.NewestFirst(page, family => family.FamilyId, family => family.FamilyId, family => family, ct);
        Guid[] ids = [.. found.Items.Select(family => family.FamilyId)];
        var faces = (await keyWorkers.Where(one => ids.Contains(one.FamilyId)).ToListAsync(ct))
            .ToLookup(one => one.FamilyId, one => new Face(one.Worker!, one.Organisation!, one.From!.Value));
        var closedOn = await closings.Where(one => ids.Contains(one.FamilyId)).ToDictionaryAsync(one => one.FamilyId, one => one.ClosedOn, ct);
        return TypedResults.Ok(await access.ShowFamilies(found, family => family.FamilyId, db.PersonsOf, (family, grant) => new Item(
            family.FamilyId, family.Municipality, family.OpenedAt, closedOn.GetValueOrDefault(family.FamilyId), relation ?? Relations.OwnNameOf(grant.Relation),
            faces[family.FamilyId].FirstOrDefault()), ct));
    }
}
