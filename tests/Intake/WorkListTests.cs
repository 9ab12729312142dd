using System.Net;
using System.Text.Json.Nodes;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Tests;

public class WorkListTests(IntakeServer intake)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_work_list_shows_whose_it_is_what_waits_and_what_ends_soon()
    {
        var waiting = await intake.NewContact();
        var old = await New(TestDay.Now.AddDays(-60));
        using var lotte = await intake.As("lotte");
        Assert.Equal((true, true), (await Shows(lotte, "team", waiting), await Shows(lotte, "team", old)));
        Assert.Equal((false, true), (await Shows(lotte, "mine", waiting), await Shows(lotte, "waiting", waiting)));
        var today = await New(TestDay.Now.AddMinutes(-1));

        await lotte.Change(today, "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision });
        var family = $"/gm0344/intake/v1/families/{(await lotte.Read(waiting))["familyId"]}";
        await lotte.Change(family, "key-worker", new { worker = new { account = await intake.Account("lotte") } });

        Assert.False(await Shows(lotte, "waiting", today));
        Assert.Equal((true, false), (await Shows(lotte, "mine", waiting), await Shows(lotte, "team", waiting)));
        Assert.Equal(HttpStatusCode.BadRequest, (await lotte.GetAsync("/gm0344/intake/v1/contacts?view=all", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await lotte.GetAsync("/gm0344/intake/v1/terms?view=all", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Terms_that_end_soon_stand_together_whatever_they_belong_to_what_runs_out_first_at_the_top()
    {
        var now = TestDay.Now;
        var (later, sooner, today) = (await New(now.AddDays(-70)), await New(now.AddDays(-77)), await New(now.AddMinutes(-1)));
        using var lotte = await intake.As("lotte");
        var seen = await Terms(lotte, "", limit: 3);

        Assert.Equal(seen.Count, seen.Select(term => (string?)term["id"]).Distinct().Count());
        var due = seen.Select(term => (DateTimeOffset)term["dueAt"]!).ToList();
        Assert.Equal(due.Order(), due);
        Assert.Equal([("keyWorkerAssignment", "family", true), ("tellingThoseConcerned", "contact", true), ("triage", "contact", true)], Of(sooner));
        Assert.Equal(3, Of(later).Count);
        Assert.Empty(Of(today));
        Assert.True(seen.FindIndex(term => sooner.EndsWith((string)term["ofId"]!, StringComparison.Ordinal))
            < seen.FindIndex(term => later.EndsWith((string)term["ofId"]!, StringComparison.Ordinal)));
        using var daan = await intake.As("daan");
        Assert.DoesNotContain(await Terms(daan, ""), term => sooner.EndsWith((string)term["ofId"]!, StringComparison.Ordinal));

        List<(string?, string?, bool)> Of(string contact)
        {
            var family = FamilyOf(contact).Result;
            return [.. seen.Where(term => (string?)term["familyId"] == family)
                .Select(term => ((string?)term["key"], (string?)term["of"], (bool)term["overdue"]!)).Order()];
        }
    }

    [Fact]
    public async Task Terms_of_the_own_families_of_the_team_and_those_that_wait_are_lists_of_their_own()
    {
        var contact = await New(TestDay.Now);
        var family = await FamilyOf(contact);
        await ComeNear(contact);
        using var lotte = await intake.As("lotte");
        Assert.Equal((false, true), (await Lists("mine"), await Lists("team")));
        await lotte.Change($"/gm0344/intake/v1/families/{family}", "key-worker", new { worker = new { account = await intake.Account("lotte") } });
        // The team gives it to another, and so goes on seeing what comes near.
        Assert.Equal((true, true, false), (await Lists("mine"), await Lists("team"), await Lists("waiting")));

        var telling = (await lotte.Read(contact))["clocks"]!.AsArray().Single(clock => (string?)clock!["term"] == "triage")!;
        await lotte.Change(contact, $"clocks/{telling["id"]}/pause", new { reason = "familyRequest", explanation = "The family asked to wait.", until = TestDay.Today.AddDays(7) });
        var waiting = Assert.Single(await Terms(lotte, "waiting"), term => (string?)term["familyId"] == family);
        Assert.Equal(("triage", false), ((string?)waiting["key"], (bool)waiting["overdue"]!));
        Assert.NotNull(waiting["pausedAt"]);
        Assert.DoesNotContain(await Terms(lotte, ""), term => (string?)term["id"] == (string?)waiting["id"]);

        async Task<bool> Lists(string view) => (await Terms(lotte, view)).Exists(term => (string?)term["familyId"] == family);
    }

    [Fact]
    public async Task The_team_sees_the_terms_of_its_workers_families_per_worker_and_reads_nothing_of_them()
    {
        var contact = await New(TestDay.Now);
        var family = await FamilyOf(contact);
        await ComeNear(contact);
        using var lotte = await intake.As("lotte");
        var daan = await intake.Account("daan");
        await lotte.Change($"/gm0344/intake/v1/families/{family}", "key-worker", new { worker = new { account = daan } });
        Assert.Equal(HttpStatusCode.NotFound, (await lotte.GetAsync(contact, Cancel)).StatusCode);

        var term = (await Terms(lotte, $"team&worker={daan}")).First(one => (string?)one["familyId"] == family);

        Assert.Equal((daan, "Daan Bakker"), ((string?)term["worker"]!["account"], (string?)term["worker"]!["name"]));
        Assert.DoesNotContain(await Terms(lotte, "mine"), one => (string?)one["familyId"] == family);
        Assert.DoesNotContain(await Terms(lotte, $"team&worker={await intake.Account("sem")}"), one => (string?)one["familyId"] == family);
        Assert.Contains(await Terms(lotte, ""), one => (string?)one["familyId"] == family);
        using var bram = await intake.As("bram");
        Assert.DoesNotContain(await Terms(bram, ""), one => (string?)one["familyId"] == family);
    }

    /// <summary>Lets the terms of a contact come near their end: over a weekend there may be no day on which they did and have not run out.</summary>
    Task ComeNear(string contact) => Support.Terms.ComeNear(intake.Database, "contacts", Cancel, Guid.Parse(contact[^36..]));

    async Task<string?> FamilyOf(string contact)
    {
        using var lotte = await intake.As("lotte");
        return (string?)(await lotte.Read(contact))["familyId"];
    }

    static async Task<List<JsonObject>> Terms(HttpClient client, string view, int limit = 100)
    {
        var terms = new List<JsonObject>();
        for (string? cursor = view.Length > 0 ? $"&view={view}" : ""; cursor is not null;)
        {
            var page = await client.Read($"/gm0344/intake/v1/terms?limit={limit}{cursor}");
            terms.AddRange(page["items"]!.AsArray().Select(item => item!.AsObject()));
            cursor = page["next"] is { } next ? $"&cursor={next}{(view.Length > 0 ? $"&view={view}" : "")}" : null;
        }
        return terms;
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
