using Geborgen.Access;
using Geborgen.Intake.Persons;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// Reads where the present members of a family live, as its own file knows it and as far as other files share it. Only those who work
/// with the family do, and the team on duty in an emergency; of somebody who left the family it is not shown.
/// </summary>
public static class ListResidences
{
    /// <summary>A residence; what is not known is null.</summary>
    /// <param name="PersonId">The member.</param>
    /// <param name="Secret">Whether nobody may learn of it.</param>
    /// <param name="Street">The street.</param>
    /// <param name="HouseNumber">The number, with any addition.</param>
    /// <param name="PostalCode">The postal code.</param>
    /// <param name="Town">The town.</param>
    /// <param name="Since">Since when.</param>
    /// <param name="RecordedAt">When it was recorded.</param>
    /// <param name="SharedFrom">Since when another file shares it; null for the own.</param>
    public sealed record Item(
        Guid PersonId, bool Secret, string? Street, string? HouseNumber, string? PostalCode, string? Town, DateOnly? Since, DateTimeOffset RecordedAt,
        DateTimeOffset? SharedFrom);

    /// <summary>The residences.</summary>
    /// <param name="Items">One for each present member, and what other files share.</param>
    public sealed record Response(IReadOnlyList<Item> Items);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/residences", Handle)
        .RequireAccess("residence.read")
        .WithName(nameof(ListResidences)).WithSummary("List where the members of a family live");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, FamilyAccess access, SharedWithUs shared, TimeProvider time, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant
            || await db.Families.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } family)
            return Problems.NotFound();
        var present = family.MembersAt(time.GetUtcNow()).Select(one => one.PersonId).ToList();
        var residences = await db.Residences.AsNoTracking()
            .Where(one => one.FamilyId == id && one.Until == null && present.Contains(one.PersonId)).ToListAsync(ct);
        var elsewhere = await shared.Residences(await shared.Of(family, ct), ct);
        Item[] items = [.. residences.Select(one => ItemOf(one, one.PersonId, null)), .. elsewhere.Select(one => ItemOf(one.Residence, one.Shared.PersonId, one.Shared.Sharing.From))];
        await access.Log(grant, items.Select(one => one.PersonId), ct);
        return TypedResults.Ok(new Response([.. items.OrderBy(one => one.PersonId).ThenBy(one => one.SharedFrom)]));
    }

    static Item ItemOf(Residence one, Guid member, DateTimeOffset? sharedFrom) => new(
        member, one.Secret, one.Street, one.HouseNumber, one.PostalCode, one.Town, one.Since, one.RecordedAt, sharedFrom);
}
