using System.Text.Json.Serialization;
using Geborgen.Access;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>Reads who of the network supports a family and how that goes.</summary>
public static class ListInformalSupports
{
    /// <summary>The support.</summary>
    /// <param name="Items">All of it, the latest first, ended support included.</param>
    /// <param name="Version">The family's version, in the ETag.</param>
    public sealed record Response(IReadOnlyList<InformalSupportResponse> Items, [property: JsonIgnore] int Version) : IVersioned;

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/informal-supports", Handle)
        .RequireAccess("informal-support.read").WithETag()
        .WithName(nameof(ListInformalSupports)).WithSummary("List support by the network");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, FamilyAccess access, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant
            || await db.Families.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } family)
            return Problems.NotFound();
        await access.Log(grant, family.Members.Select(member => member.PersonId), ct);
        return TypedResults.Ok(new Response(
            [.. family.Supports.OrderByDescending(one => one.From).ThenByDescending(one => one.Id)
                .Select(one => InformalSupportResponse.Of(family, one))], family.Version));
    }
}
