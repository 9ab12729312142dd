using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

public class NotKnowingTests(IntakeServer intake)
{
    static readonly object Unknown = new { what = "Who was there.", why = "Nobody saw it.", tried = "Asked the neighbours.", reviewOn = "2098-01-01", agendaItem = "stem-van-het-jonge-kind" };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_nobody_knows_is_recorded_looked_at_again_and_resolved()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        using var recorded = await lotte.Post($"{contact}/not-known", etag: null, Unknown);
        Assert.Equal(HttpStatusCode.OK, recorded.StatusCode);
        var found = (await recorded.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
        var record = $"not-known/{found["notKnown"]![0]!["id"]}";
        Assert.Contains(found["clocks"]!.AsArray(), clock => (string?)clock!["term"] == "notKnowingReview" && clock["stoppedAt"] is null);

        await lotte.Refused("review-not-in-future", contact, $"{record}/reviews", new { tried = "x", reviewOn = "2020-01-01" }, HttpStatusCode.BadRequest);
        var renewed = (await lotte.Change(contact, $"{record}/reviews", new { tried = "Asked the school.", reviewOn = "2099-01-01" }))["notKnown"]![0]!;
        Assert.Equal(("2099-01-01", "Asked the school."), ((string?)renewed["reviewOn"], (string?)renewed["reviews"]![0]!["tried"]));
        var resolved = await lotte.Change(contact, $"{record}/resolution", new { resolution = "Uncle was." });
        Assert.Equal("Uncle was.", (string?)resolved["notKnown"]![0]!["resolution"]);
        Assert.DoesNotContain(resolved["clocks"]!.AsArray(), clock => (string?)clock!["term"] == "notKnowingReview" && clock["stoppedAt"] is null);
        await lotte.Refused("not-found", contact, $"{record}/resolution", new { resolution = "x" }, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_feeds_no_item_of_the_knowledge_agenda_is_not_recorded_as_if_it_did()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        await lotte.Refused("unknown-agenda-item", contact, "not-known", new { what = "x", why = "x", tried = "x", reviewOn = "2098-01-01", agendaItem = "mother-drinks" }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_register_lists_it_per_item_of_the_knowledge_agenda_and_its_words_stand_with_the_family()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        using var daan = await intake.As("daan");
        const string item = "tegenspraak";
        foreach (var agendaItem in new[] { item, item, null })
            (await lotte.Post($"{contact}/not-known", etag: null, new { what = "Who was there.", why = "x", tried = "x", reviewOn = "2098-01-01", agendaItem })).Dispose();
        var read = await lotte.Read(contact);
        await lotte.Change(contact, $"not-known/{read["notKnown"]![0]!["id"]}/resolution", new { resolution = "Uncle was." });

        var seen = new List<JsonNode>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await lotte.Read($"/gm0344/intake/v1/not-known?agendaItem={item}&limit=1{cursor}");
            seen.AddRange(page["items"]!.AsArray().Select(one => one!));
            cursor = page["next"] is { } next ? $"&cursor={next}" : null;
        }
        Assert.Equal([null, "resolved"], seen.Select(one => one["resolvedAt"] is null ? null : "resolved"));
        Assert.DoesNotContain("Who was there", seen[0].ToJsonString(), StringComparison.Ordinal);
        var family = $"/gm0344/intake/v1/families/{read["familyId"]}/not-known";
        Assert.Equal([item, item, null], (await lotte.Read(family))["items"]!.AsArray().Select(one => (string?)one!["notKnown"]!["agendaItem"]));
        Assert.DoesNotContain(await daan.ReadAll("/gm0344/intake/v1/not-known"), one => (string?)one!["agendaItem"] == item);
        using var refused = await daan.GetAsync(family, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task Who_only_sent_the_contact_records_nothing()
    {
        var contact = await intake.NewContact();
        using var system = await intake.AsClient("gm0344-case-system");
        using var answer = await system.Post($"{contact}/not-known", etag: null, Unknown);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
