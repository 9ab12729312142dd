using System.Net;
using System.Text.Json.Nodes;

namespace Geborgen.Intake.Tests;

public class WorkListTests(IntakeServer intake)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_work_list_shows_whose_it_is_what_waits_and_what_ends_soon()
    {
        var waiting = await intake.NewContact();
        var old = await New(TimeProvider.System.GetUtcNow().AddDays(-60));
        using var lotte = await intake.As("lotte");
        Assert.Equal((true, true), (await Shows(lotte, "team", waiting), await Shows(lotte, "team", old)));
        Assert.Equal((false, true), (await Shows(lotte, "mine", waiting), await Shows(lotte, "waiting", waiting)));
        Assert.True(await Shows(lotte, "clocksSoon", old));
        var today = await New(TimeProvider.System.GetUtcNow().AddMinutes(-1));
        Assert.False(await Shows(lotte, "clocksSoon", today));

        await lotte.Change(today, "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision });
        var family = $"/gm0344/intake/v1/families/{(await lotte.Read(waiting))["familyId"]}";
        await lotte.Change(family, "key-worker", new { worker = new { account = await intake.Account("lotte"), name = "Lotte" } });

        Assert.False(await Shows(lotte, "waiting", today));
        Assert.Equal((true, false), (await Shows(lotte, "mine", waiting), await Shows(lotte, "team", waiting)));
        Assert.Equal(HttpStatusCode.BadRequest, (await lotte.GetAsync("/gm0344/intake/v1/contacts?view=all", Cancel)).StatusCode);
    }

    [Fact]
    public async Task What_runs_out_first_stands_at_the_top_with_its_term_page_by_page()
    {
        var now = TimeProvider.System.GetUtcNow();
        var (later, sooner) = (await New(now.AddDays(-71)), await New(now.AddDays(-72)));
        using var lotte = await intake.As("lotte");
        var seen = new List<JsonObject>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await lotte.Read($"/gm0344/intake/v1/contacts?view=clocksSoon&limit=2{cursor}");
            seen.AddRange(page["items"]!.AsArray().Select(item => item!.AsObject()));
            cursor = page["next"] is { } next ? $"&cursor={next}" : null;
        }

        Assert.Equal(seen.Count, seen.Select(item => (string?)item["id"]).Distinct().Count());
        var due = seen.Select(item => (DateTimeOffset)item["nextTerm"]!["dueAt"]!).ToList();
        Assert.Equal(due.Order(), due);
        Assert.True(Of(sooner) < Of(later));
        Assert.Equal(("triage", true, false), seen[Of(sooner)]["nextTerm"] is { } term
            ? ((string?)term["key"], (bool)term["overdue"]!, (bool)term["paused"]!) : default);

        int Of(string contact) => seen.FindIndex(item => contact.EndsWith((string)item["id"]!, StringComparison.Ordinal));
    }

    async Task<string> New(DateTimeOffset receivedAt) => $"/gm0344/intake/v1/contacts/{(await intake.Register(new
    {
        kind = "concern",
        channel = "phone",
        receivedAt,
        statements = new[] { new { text = "x" } },
    }))["id"]}";

    static async Task<bool> Shows(HttpClient client, string view, string contact)
    {
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await client.Read($"/gm0344/intake/v1/contacts?view={view}&limit=100{cursor}");
            if (page["items"]!.AsArray().Any(item => contact.EndsWith((string)item!["id"]!, StringComparison.Ordinal)))
                return true;
            cursor = page["next"] is { } next ? $"&cursor={next}" : null;
        }
        return false;
    }
}
