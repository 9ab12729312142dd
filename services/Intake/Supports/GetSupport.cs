using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Supports;

/// <summary>Reads an offer or request, with who it is and how to reach them.</summary>
static class GetSupport
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/support-exchanges/{id:guid}", Handle)
        .RequireAccess("support-exchange.read").WithETag()
        .WithName(nameof(GetSupport)).WithSummary("Read an offer of or request for support");

    static async Task<Results<Ok<SupportResponse>, ProblemHttpResult>> Handle(
        Municipality municipality, Guid id, IntakeDb db, FamilyAccess access, CancellationToken ct)
    {
        if (await access.ToCollection(ct) is not { } grant
            || await db.SupportsIn(municipality).AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } exchange)
            return Problems.NotFound();
        await access.Log(grant, [], ct);
        return TypedResults.Ok(SupportResponse.Of(exchange));
    }
}
