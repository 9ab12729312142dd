using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.CaseFiles;

/// <summary>Reads what was registered in error, who had read it, and who was told.</summary>
static class GetDataBreach
{
    internal static void Map(RouteGroupBuilder api) => api.MapGet("/data-breaches/{id:guid}", Handle)
        .RequireAccess("data-breach.read").WithETag()
        .WithName(nameof(GetDataBreach)).WithSummary("Read a data breach");

    static async Task<Results<Ok<DataBreachResponse>, ProblemHttpResult>> Handle(
        Guid id, CaseFileDb db, Files<DataBreach> files, FamilyAccess access, CancellationToken ct)
    {
        if (await access.To(id, files.WhoseIs(id), ct) is not { } grant)
            return Problems.NotFound();
        var breach = await db.Set<DataBreach>().AsNoTracking().SingleAsync(one => one.Id == id, ct);
        await access.Log(grant, breach.Concerned, ct);
        return TypedResults.Ok(DataBreachResponse.Of(breach));
    }
}
