using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
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

    static async Task<Results<Created<KeyWorkerWishResponse>, ProblemHttpResult>> Handle(
        Municipality municipality, Guid id, Request request, IntakeDb db, FamilyAccess access, CurrentUser user, TimeLimits limits,
        TimeProvider time, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (await access.To(id, ct) is not { } grant
            || await db.MemberBehind(user.Id, id, now, ct) is not { } member
            || await db.Families.SingleOrDefaultAsync(one => one.Id == id, ct) is not { } family)
            return Problems.NotFound();
        var wish = new KeyWorkerWish
        {
            Id = Guid.CreateVersion7(now),
            PersonId = member,
            Text = request.Text,
            WrittenBy = user.Id,
            At = now,
        };
        if (family.AskForAnotherKeyWorker(wish, limits.For(Family.KeyWorkerWishTerm, now), now) is { } refusal)
            return Problems.From(refusal);
        await access.Log(grant, [member], ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/{municipality}/intake/v1/families/{id}/own-key-worker-wishes", KeyWorkerWishResponse.Of(wish));
    }
}
