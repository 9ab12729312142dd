using Geborgen.Access;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>Reads what a member of the family asked for about the key worker and what that was answered; nothing once the membership ended.</summary>
static class ListOwnKeyWorkerWishes
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/own-key-worker-wishes", Handle)
        .RequireAccess("own-key-worker-wish.read")
        .WithName(nameof(ListOwnKeyWorkerWishes)).WithSummary("Read your own wishes for another key worker with their answers");

    static async Task<Results<Ok<Page<KeyWorkerWishResponse>>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, FamilyAccess access, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant
            || await db.MemberBehind(user.Id, id, time.GetUtcNow(), ct) is not { } member)
            return Problems.NotFound();
        var wishes = await db.Families.AsNoTracking().Where(family => family.Id == id)
            .SelectMany(family => family.KeyWorkerWishes)
            .Where(one => one.WrittenBy == user.Id || one.PersonId == member)
            .OrderBy(one => one.At).ToListAsync(ct);
        await access.Log(grant, [member], ct);
        return TypedResults.Ok(new Page<KeyWorkerWishResponse>([.. wishes.Select(KeyWorkerWishResponse.Of)], Next: null));
    }
}
