using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// Hands the families of one key worker over to another, each by itself: what is refused for one is done for the others. Asked again, it goes
/// on with those that are left.
/// </summary>
public static class HandOverFamilies
{
    /// <summary>How many families are handed over by one request.</summary>
    const int Most = 100;

    /// <summary>Whose families, to whom and why.</summary>
    /// <param name="From">The account of the key worker who hands over.</param>
    /// <param name="Worker">The new key worker.</param>
    /// <param name="Reason">Why the familiar face changes, in words for each of the families.</param>
    /// <param name="Families">Which families, 1 to 100; left out, the first 100 of which that account is the key worker's and whose work the caller may give.</param>
    public sealed record Request(
        [property: Required, StringLength(100)] string From,
        [property: Required] WorkerRequest Worker,
        [property: Required, StringLength(2000)] string Reason,
        [property: MinLength(1), MaxLength(Most)] IReadOnlyList<Guid>? Families = null);

    /// <summary>What became of each family.</summary>
    /// <param name="Items">The families, in the order in which they were asked for.</param>
    /// <param name="More">Whether there are more; asked again, it goes on with them.</param>
    public sealed record Response(IReadOnlyList<Item> Items, bool More);

    /// <summary>What became of a family.</summary>
    /// <param name="FamilyId">The family.</param>
    /// <param name="HandedOver">Whether the new key worker is there, by this request or by an earlier one.</param>
    /// <param name="Code">Why not, the code of a problem, such as <c>gives-reporter-away</c> for the reason, <c>not-found</c> for a family that is not in reach, <c>not-their-key-worker</c>; null when it was.</param>
    /// <param name="Detail">What to do about it, or null.</param>
    public sealed record Item(Guid FamilyId, bool HandedOver, string? Code = null, string? Detail = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/key-worker/handovers", Handle)
        .RequireAccess("key-worker.hand-over")
        .WithName(nameof(HandOverFamilies)).WithSummary("Hand families of one key worker over to another");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Municipality municipality, Request request, AccountDirectory directory, Change<Family> change, IntakeDb db, FamilyAccess access, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        if ((await directory.FindWorker(request.Worker.Account, ct)).Content is not { } worker)
            return Problems.SourceNotReachable(http);
        var families = request.Families?.Distinct().ToList() ?? await TheirFamilies(municipality, request.From, db, access, time.GetUtcNow(), ct);
        var (items, isLogged) = (new List<Item>(), false);
        foreach (var family in families.Take(Most))
        {
            var problem = await HandOver(family, request, worker, change, ct);
            isLogged |= problem is null;
            items.Add(ItemOf(family, problem));
            // What one family refused is nothing to the next.
            db.ChangeTracker.Clear();
        }
        if (!isLogged)
            await access.LogEach([], ct);
        return TypedResults.Ok(new Response(items, families.Count > Most));
    }

    static Task<List<Guid>> TheirFamilies(Municipality municipality, string account, IntakeDb db, FamilyAccess access, DateTimeOffset now, CancellationToken ct)
    {
        var (theirs, reach) = (db.FamiliesOf(account, now), access.FamiliesInReach());
        return db.Families.Where(one => one.Municipality == municipality && one.MergedInto == null && theirs.Contains(one.Id) && reach.Contains(one.Id))
            .OrderBy(one => one.Id).Select(one => one.Id).Take(Most + 1).ToListAsync(ct);
    }

    static async Task<ProblemHttpResult?> HandOver(Guid id, Request request, Worker worker, Change<Family> change, CancellationToken ct)
    {
        try
        {
            return (await change.Apply(id, (family, by) => family.HandOverFrom(request.From, worker, request.Reason, by), ct)).Problem;
        }
        catch (StaleException)
        {
            return Problems.Stale();
        }
    }

    // Whoever asks again finds done what was done.
    static Item ItemOf(Guid family, ProblemHttpResult? problem) =>
        problem?.ProblemDetails.Type?[Problems.TypePrefix.Length..] is not { } code || code == FamilyRefusals.AlreadyKeyWorker.Code
            ? new(family, HandedOver: true) : new(family, HandedOver: false, code, problem.ProblemDetails.Detail);
}
