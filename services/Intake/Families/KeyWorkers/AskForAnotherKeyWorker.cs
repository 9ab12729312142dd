using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// Lets a member of the family ask for another key worker, under the member's own login. An account behind which no present
/// member stands can't even see that the family is there.
/// </summary>
public static class AskForAnotherKeyWorker
{
    /// <summary>What the member says.</summary>
    /// <param name="Text">The member's own words; a reason is not needed.</param>
    public sealed record Request([property: Required, StringLength(5000)] string Text);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/own-key-worker-wishes", Handle)
        .RequireAccess("own-key-worker-wish.give").Idempotent()
        .WithName(nameof(AskForAnotherKeyWorker)).WithSummary("Ask for another key worker for your own family");

    // A member asks by the id that the member knows, also once that file went into another.
    static async Task<Results<Created<OwnKeyWorkerWish>, ProblemHttpResult>> Handle(
        Municipality municipality, Guid id, Request request, IntakeDb db, Files<Family> files, Change<Family> change, TimeLimits limits, CancellationToken ct)
    {
        var inUse = await db.FileInUse(id).Select(one => (Guid?)one.Id).SingleOrDefaultAsync(ct) ?? id;
        return await change.ApplyOwn(
            inUse, files.WhoseIs(inUse), (_, by) => db.MemberBehind(by.Account, inUse, by.Now, ct),
            (family, by) => by.PersonId is not { } member ? FamilyRefusals.NoSuchMember : family.AskForAnotherKeyWorker(
                request.Text, member, limits.For(Family.KeyWorkerWishTerm, by.Now), by), ct)
            .AnswerCreated(
                _ => $"/{municipality}/intake/v1/families/{id}/own-key-worker-wishes",
                (family, how) => OwnKeyWorkerWish.Of(family.KeyWorkerWishes.Single(one => one.At == how.At), family.DoorTo(how.By!.PersonId, how.By.Today), how.By.Account));
    }
}
