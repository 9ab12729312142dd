using System.ComponentModel;
using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>Lists what a sender sent, the first first, so that it finds again what became of it.</summary>
static class ListSubmissions
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/submissions", Handle)
        .RequireAccess("submission.list")
        .WithName(nameof(ListSubmissions)).WithSummary("List what you sent, the first first");

    static async Task<Results<Ok<Page<Submission>>, ProblemHttpResult>> Handle(
        Municipality municipality, [Description("Only what was written down at this moment or later.")] DateTimeOffset? since,
        [AsParameters] PageQuery page, IntakeDb db, FamilyAccess access, CurrentUser user, CancellationToken ct)
    {
        if (await access.ToCollection(ct) is not { } grant)
            return Problems.NotFound();
        var sent = db.Contacts.IgnoreQueryFilters().AsNoTracking().Where(one => one.Municipality == municipality && one.Sender == user.Signature);
        if (since?.ToUniversalTime() is { } first)
            sent = sent.Where(one => one.RegisteredAt >= first);
        var found = await sent.OldestFirst(page, one => one.RegisteredAt, one => one.Id, one => one, ct);
        var persons = await db.PersonsOf(found.Items.Select(one => one.FamilyId), ct);
        await access.LogEach(found.Items.Select(one => (grant with { FamilyId = one.FamilyId }, persons[one.FamilyId])), ct);
        return TypedResults.Ok(new Page<Submission>([.. found.Items.Select(Submission.Of)], found.Next));
    }
}
