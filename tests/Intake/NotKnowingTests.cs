using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Geborgen.Intake.Tests;

public class NotKnowingTests(IntakeServer intake)
{
    static readonly object Unknown = new { what = "Who was there.", why = "Nobody saw it.", tried = "Asked the neighbours.", reviewOn = "2098-01-01", agendaItem = "unseen-harm" };

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
    public async Task Who_only_sent_the_contact_records_nothing()
    {
        var contact = await intake.NewContact();
        using var system = await intake.AsClient("gm0344-case-system");
        using var answer = await system.Post($"{contact}/not-known", etag: null, Unknown);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
