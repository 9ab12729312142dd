using Geborgen.Access;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>Reads who works with a family and who owns it.</summary>
static class GetFamily
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}", Handle)
        .RequireAccess("family.members").WithETag()
        .WithName(nameof(GetFamily)).WithSummary("Read who works with a family");

    static async Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, FamilyAccess access, TimeProvider time, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant
            || await db.Families.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } family)
            return Problems.NotFound();
        await access.Log(grant, family.Members.Select(member => member.PersonId), ct);
        return TypedResults.Ok(FamilyResponse.Of(family, time.GetUtcNow()));
    }
}
