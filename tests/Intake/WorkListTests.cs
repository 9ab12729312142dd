using System.Net;

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
