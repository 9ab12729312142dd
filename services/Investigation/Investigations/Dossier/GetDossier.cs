using System.Text.Json.Serialization;
using Geborgen.Access;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Investigations;

/// <summary>Reads a frozen dossier with the text over which its hash was made.</summary>
public static class GetDossier
{
    /// <summary>A frozen dossier.</summary>
    /// <param name="Id">The dossier.</param>
    /// <param name="Number">Its number, from 1.</param>
    /// <param name="Hash">The SHA-256 of the content as it was frozen, in UTF-8, in lower-case hexadecimal.</param>
    /// <param name="Content">The content as canonical JSON; the words of what was taken out of sight since are empty.</param>
    /// <param name="TakenOut">The statements in it that were taken out of sight since; the hash holds only while there are none.</param>
    /// <param name="Addenda">What came later, with its own content and hash; of what was taken out of sight since the words are empty there too.</param>
    /// <param name="Version">The version of the investigation, in the ETag.</param>
    public sealed record Response(
        Guid Id, int Number, string Hash, string Content, IReadOnlyList<Guid> TakenOut, IReadOnlyList<AddendumResponse> Addenda,
        [property: JsonIgnore] int Version) : IVersioned;

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/investigations/{id:guid}/dossiers/{dossierId:guid}", Handle)
        .RequireAccess("investigation.read").WithETag()
        .WithName(nameof(GetDossier)).WithSummary("Read a frozen dossier");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Guid dossierId, InvestigationDb db, FamilyAccess access, CancellationToken ct)
    {
        if (await access.To(id, db.OriginOfInvestigation(id), ct) is not { } grant)
            return Problems.NotFound();
        var investigation = await db.Investigations.AsNoTracking().SingleAsync(one => one.Id == id, ct);
        if (investigation.Dossiers.SingleOrDefault(one => one.Id == dossierId) is not { } dossier)
            return Problems.NotFound();
        await access.Log(grant, investigation.Concerned, ct);
        return TypedResults.Ok(new Response(
            dossier.Id, dossier.Number, dossier.Hash, dossier.Content, dossier.TakenOut,
            [.. dossier.Addenda.Select(AddendumResponse.Of)], investigation.Version));
    }
}
