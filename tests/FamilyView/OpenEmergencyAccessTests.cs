using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Contracts.Intake;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.FamilyView.Tests;

public sealed class OpenEmergencyAccessTests(FamilyViewServer server)
{
    const string Reason = "Child alone at home at night, nobody answers.";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_breaks_the_glass_sees_the_family_for_an_hour_and_those_involved_see_who_did_it_and_why()
    {
        var story = await Story.Told(server);
        using var rosa = await server.As("rosa", "emergency-response");
        Assert.Equal(HttpStatusCode.NotFound, await Status(rosa, story));

        using var opened = await rosa.PostAsJsonAsync(story.Path + "/emergency-access", new { reason = Reason }, Cancel);
        var access = (await opened.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        Assert.Equal(story.Path, opened.Headers.Location!.ToString());
        Assert.Equal(TimeSpan.FromHours(1), (DateTimeOffset)access["until"]! - (DateTimeOffset)access["from"]!);

        var seen = (await rosa.GetFromJsonAsync<JsonObject>(story.Path, Cancel))!;
        Assert.Null(Assert.Single(seen["emergencyAccesses"]!.AsArray())!["reason"]);
        using var lotte = await server.As("lotte");
        var told = Assert.Single((await lotte.GetFromJsonAsync<JsonObject>(story.Path, Cancel))!["emergencyAccesses"]!.AsArray())!;
        Assert.Equal((Story.Rosa, Reason), ((string?)told["worker"], (string?)told["reason"]));

        foreach (var activity in new[] { null, "safety-assessment" })
            using (var other = await server.As("rosa", activity))
                Assert.Equal(HttpStatusCode.NotFound, await Status(other, story));

        var clock = new TestClock(TestDay.Now.AddMinutes(55));
        using var later = await server.ElsewhereAs("rosa", clock, "emergency-response");
        Assert.Equal(HttpStatusCode.OK, await Status(later, story));
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.NotFound, await Status(later, story));
    }

    [Fact]
    public async Task Those_who_work_with_the_family_find_it_on_a_list_over_all_their_families_and_nobody_else_does()
    {
        var (first, second) = (await Story.Told(server), await Story.Told(server));
        using var rosa = await server.As("rosa", "emergency-response");
        foreach (var story in new[] { first, second })
        {
            using var opened = await rosa.PostAsJsonAsync(story.Path + "/emergency-access", new { reason = Reason }, Cancel);
            Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        }

        using var lotte = await server.As("lotte");
        using var bram = await server.As("bram");
        var told = (await Listed(lotte)).Where(one => (Guid)one["familyId"]! == first.Family || (Guid)one["familyId"]! == second.Family).ToList();
        Assert.Equal([second.Family, first.Family], told.Select(one => (Guid)one["familyId"]!));
        Assert.Equal(Story.Rosa, (string?)told[0]["worker"]);
        Assert.False(told[0].ContainsKey("reason"));
        foreach (var other in new[] { rosa, bram })
            Assert.DoesNotContain(await Listed(other), one => (Guid)one["familyId"]! == first.Family);
    }

    [Fact]
    public async Task It_is_told_to_every_service_that_decides_on_access()
    {
        var story = await Story.Told(server);
        using var rosa = await server.As("rosa", "emergency-response");
        using var opened = await rosa.PostAsJsonAsync(story.Path + "/emergency-access", new { reason = Reason }, Cancel);
        var id = (Guid)(await opened.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["id"]!;

        using var instance = await server.AsClient("intake-gm0344-instance");
        var feed = new JsonObject();
        JsonNode? told = null;
        // What commits while another transaction is open is in the feed once that one has ended.
        await FamilyViewServer.Eventually(async () =>
        {
            feed = (await instance.GetFromJsonAsync<JsonObject>("/family-view/v1/events?limit=2000&municipality=gm0344", Cancel))!;
            told = feed["items"]!.AsArray().SingleOrDefault(item => (string?)item!["body"]!["involvementId"] == id.ToString());
            return told is not null;
        });
        Assert.Equal("involvement-started", (string?)told!["name"]);
        Assert.DoesNotContain("Child alone", feed.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_family_looks_like_a_forbidden_one_and_who_tried_it_is_logged()
    {
        var nobody = Guid.CreateVersion7();
        using var rosa = await server.As("rosa", "emergency-response");
        using var unknown = await rosa.PostAsJsonAsync(
            $"/family-view/v1/families/{nobody}/emergency-access", new { reason = Reason }, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        await using var db = server.OpenOwner();
        Assert.Equal(Story.Rosa, (await db.Set<Access.AccessRecord>().SingleAsync(row => row.FamilyId == nobody, Cancel)).Account);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?municipality=gm0355")]
    [InlineData("?Municipality=gm0355")]
    [InlineData("?municipality=gm0355&municipality=gm0344")]
    public async Task Nobody_breaks_the_glass_of_their_own_file(string query)
    {
        var story = await Story.Told(server);
        await server.Say(new MemberAccountLinked(story.Parent, Story.Rosa).Of(story.Family, story.Next(), "gm0344", story.At));
        await FamilyViewServer.Eventually(async () =>
        {
            await using var db = server.OpenOwner();
            return await db.Set<Access.MemberAccount>().AnyAsync(row => row.FamilyId == story.Family, Cancel);
        });
        using var rosa = await server.As("rosa", "emergency-response");
        using var refused = await rosa.PostAsJsonAsync($"{story.Path}/emergency-access{query}", new { reason = Reason }, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(0, await Opened(story));
    }

    [Theory]
    [InlineData("""{ "reason": "now" }""")]
    [InlineData("""{ "reason": "          " }""")]
    [InlineData("""{ "reason": "aaaaaaaaaaaaaaaa" }""")]
    [InlineData("""{ "reason": "\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b" }""")]
    [InlineData("""{ "reason": null }""")]
    [InlineData("""{ }""")]
    [InlineData("""{ "reason": "Child alone at home.", "until": "2030-01-01T00:00:00Z" }""")]
    public async Task Without_a_reason_nothing_opens(string body)
    {
        var story = await Story.Told(server);
        using var rosa = await server.As("rosa", "emergency-response");
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var refused = await rosa.PostAsync(story.Path + "/emergency-access", content, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Equal(0, await Opened(story));
        Assert.Equal(HttpStatusCode.NotFound, await Status(rosa, story));
    }

    [Fact]
    public async Task A_repeated_request_opens_once()
    {
        var story = await Story.Told(server);
        using var rosa = await server.As("rosa", "emergency-response");
        rosa.DefaultRequestHeaders.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
        var answers = new List<string>();
        for (var turn = 0; turn < 3; turn++)
        {
            using var answer = await rosa.PostAsJsonAsync(story.Path + "/emergency-access", new { reason = Reason }, Cancel);
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            answers.Add(await answer.Content.ReadAsStringAsync(Cancel));
        }

        Assert.Single(answers.Distinct());
        Assert.Equal(1, await Opened(story));
    }

    static async Task<List<JsonObject>> Listed(HttpClient client)
    {
        var seen = new List<JsonObject>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await client.GetFromJsonAsync<JsonObject>($"/family-view/v1/emergency-accesses?limit=2{cursor}", Cancel))!;
            seen.AddRange(page["items"]!.AsArray().Select(item => item!.AsObject()));
            cursor = (string?)page["next"] is { } next ? $"&cursor={next}" : null;
        }
        return seen;
    }

    async Task<int> Opened(Story story)
    {
        await using var db = server.OpenOwner();
        return await db.EmergencyAccesses.CountAsync(access => access.FamilyId == story.Family, Cancel);
    }

    static async Task<HttpStatusCode> Status(HttpClient client, Story story)
    {
        using var answer = await client.GetAsync(story.Path, Cancel);
        return answer.StatusCode;
    }
}
