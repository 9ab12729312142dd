using Geborgen.Access;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>Reads who the key worker is and who stands in, without a word about the family.</summary>
static class GetKeyWorker
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/key-worker", Handle)
        .RequireAccess("key-worker.read").WithETag()
        .WithName(nameof(GetKeyWorker)).WithSummary("Read who the key worker is and who stands in");

    static async Task<Results<Ok<KeyWorkerResponse>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, FamilyAccess access, TimeProvider time, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant
            || await db.Families.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } family)
            return Problems.NotFound();
        await access.Log(grant, family.Members.Select(member => member.PersonId), ct);
        return TypedResults.Ok(KeyWorkerResponse.Of(family, time.GetUtcNow()));
    }
}
