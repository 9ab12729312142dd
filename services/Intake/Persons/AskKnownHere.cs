using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Persons;

/// <summary>
/// Lets a worker of another municipality or of the regional team ask whether somebody is known here and whom to call,
/// for a consultation or in an emergency. The answer is a contact point and nothing of the family; the access log of each
/// family shows who asked.
/// </summary>
public static class AskKnownHere
{
    /// <summary>Whom it is about. The number travels in the body, never in a URL.</summary>
    /// <param name="Bsn">The citizen service number.</param>
    public sealed record Request([property: Required, CitizenServiceNumber] string Bsn);

    /// <summary>Whether the person is known here, and whom to call.</summary>
    /// <param name="Known">Whether the person belongs to a family here, or once did.</param>
    /// <param name="ContactPoints">Whom to call; empty when the person is not known.</param>
    /// <param name="Until">The last day of somebody who was a member once.</param>
    public sealed record Response(bool Known, IReadOnlyList<ContactPoint> ContactPoints, DateOnly? Until);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/persons/_bekend", Handle)
        .RequireAccess("known-here")
        .WithName(nameof(AskKnownHere)).WithSummary("Ask, from elsewhere, whether a person is known here and whom to call");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Municipality municipality, Request request, FamilyAccess access, KnownPlaces places, CancellationToken ct)
    {
        if (await access.ToCollection(ct) is not { } grant || !Bsn.TryParse(request.Bsn, out var bsn))
            return Problems.NotFound();
        var found = await places.Of(municipality, bsn, ct);
        await access.LogEach(found.Select(one => (grant with { FamilyId = one.Family.Id }, (IEnumerable<Guid>)[one.PersonId])), ct);
        return TypedResults.Ok(new Response(
            found.Count > 0, [.. found.Select(places.PointOf).Distinct()], found.Any(one => one.Until is null) ? null : found.Max(one => one.Until)));
    }
}
