using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Messaging;

/// <summary>Reads what was registered in error, who had read it, and who was told.</summary>
static class GetDataBreach
{
    internal static void Map(RouteGroupBuilder api) => api.MapGet("/data-breaches/{id:guid}", Handle)
        .RequireAccess("data-breach.read").WithETag()
        .WithName(nameof(GetDataBreach)).WithSummary("Read a data breach");

    static async Task<Results<Ok<DataBreachResponse>, ProblemHttpResult>> Handle(
        Guid id, ServiceDb db, FamilyAccess access, CancellationToken ct)
    {
        var breach = await db.Set<DataBreach>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct);
        // An unknown one is judged as one of an unknown family, so that whoever tries ids leaves a trace.
        if (await access.To(breach?.FamilyId ?? id, ct) is not { } grant || breach is null)
            return Problems.NotFound();
        await access.Log(grant, breach.Concerned, ct);
        return TypedResults.Ok(DataBreachResponse.Of(breach));
    }
}
