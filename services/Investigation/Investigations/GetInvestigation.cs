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
        var investigation = await db.Investigations.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct);
        // An unknown one is judged as one of an unknown family, so that whoever tries ids leaves a trace.
        if (await access.To(investigation?.FamilyId ?? id, ct) is not { } grant || investigation is null)
            return Problems.NotFound();
        await access.Log(grant, investigation.Concerned, ct);
        return TypedResults.Ok(InvestigationResponse.Of(investigation));
    }
}
