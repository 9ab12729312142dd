using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Investigations;

/// <summary>Reads an investigation.</summary>
static class GetInvestigation
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/investigations/{id:guid}", Handle)
        .RequireAccess("investigation.read").WithETag()
        .WithName(nameof(GetInvestigation)).WithSummary("Read an investigation");

    static async Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, InvestigationDb db, FamilyAccess access, CancellationToken ct)
    {
        if (await access.To(id, db.OriginOfInvestigation(id), ct) is not { } grant)
            return Problems.NotFound();
        var investigation = await db.Investigations.AsNoTracking().SingleAsync(one => one.Id == id, ct);
        await access.Log(grant, investigation.Concerned, ct);
        return TypedResults.Ok(InvestigationResponse.Of(investigation));
    }
}
