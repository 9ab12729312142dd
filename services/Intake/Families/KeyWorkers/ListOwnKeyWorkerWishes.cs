using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Reads what a member of the family asked for about the key worker and what that was answered; nothing once the membership ended.</summary>
static class ListOwnKeyWorkerWishes
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/own-key-worker-wishes", Handle)
        .RequireAccess("own-key-worker-wish.read")
        .WithName(nameof(ListOwnKeyWorkerWishes)).WithSummary("Read your own wishes for another key worker with their answers");

    static async Task<Results<Ok<Page<OwnKeyWorkerWish>>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, Files<Family> files, FamilyAccess access, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (await access.To(id, ct) is not { } grant)
            return Problems.NotFound();
        var kin = await db.KinOf([id], ct);
        var family = kin.InUse(id);
        if (family.MemberBehind(user.Id, now) is not { } member)
            return Problems.NotFound();
        await files.LearnSecrets([family], ct);
        var door = family.DoorTo(member, WorkingDays.DateOf(now));
        await access.Log(grant, [member], ct);
        return TypedResults.Ok(new Page<OwnKeyWorkerWish>([.. kin.OwnFiles(member, family.Id).SelectMany(one => one.KeyWorkerWishes)
            .Where(one => one.WrittenBy == user.Id || (one.PersonId is { } asked && kin.AreSame(asked, member))).OrderBy(one => one.At).Select(one => OwnKeyWorkerWish.Of(one, door, user.Id))], Next: null));
    }
}
