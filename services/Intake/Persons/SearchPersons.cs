using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Persons;

/// <summary>
/// Asks whether somebody is known here, and whom to call. Where the caller is involved the answer names the family;
/// elsewhere it gives a contact point and nothing of the family.
/// </summary>
public static class SearchPersons
{
    /// <summary>Whom to look for. The number travels in the body, never in a URL.</summary>
    /// <param name="Bsn">The citizen service number.</param>
    public sealed record Request([property: Required, CitizenServiceNumber] string Bsn);

    /// <summary>A place where the person is known.</summary>
    /// <param name="PersonId">The person; null where the caller is not involved.</param>
    /// <param name="FamilyId">The family; null where the caller is not involved.</param>
    /// <param name="ContactPoint">Whom to call.</param>
    /// <param name="Until">The last day there of a past member.</param>
    public sealed record Item(Guid? PersonId, Guid? FamilyId, ContactPoint ContactPoint, DateOnly? Until);

    /// <summary>Where the person is known; empty when nowhere.</summary>
    /// <param name="Items">At most 25 places.</param>
    public sealed record Response(IReadOnlyList<Item> Items);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/persons/_zoek", Handle)
        .RequireAccess("person.search")
        .WithName(nameof(SearchPersons)).WithSummary("Find out whether a person is known here and whom to call");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Municipality municipality, Request request, FamilyAccess access, KnownPlaces places, CancellationToken ct)
    {
        if (await access.ToCollection(ct) is not { } grant || !Bsn.TryParse(request.Bsn, out var bsn))
            return Problems.NotFound();
        var found = await places.Of(municipality, bsn, ct);
        var families = found.Select(one => one.Family.Id).ToList();
        var own = await access.FamiliesInReach("person.found").Where(family => families.Contains(family)).ToListAsync(ct);
        await access.LogEach(found.Select(one => (grant with { FamilyId = one.Family.Id }, (IEnumerable<Guid>)[one.PersonId])), ct);
        return TypedResults.Ok(new Response([.. found.Select(one => own.Contains(one.Family.Id)
            ? new Item(one.PersonId, one.Family.Id, places.PointOf(one), one.Until)
            : new Item(null, null, places.PointOf(one), one.Until))]));
    }
}
