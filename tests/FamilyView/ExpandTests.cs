using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Geborgen.FamilyView.Tests;

public sealed class ExpandTests(FamilyViewServer server)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("emergency-response")]
    public async Task Words_are_read_at_their_source_with_the_callers_own_token_and_the_activity_if_it_was_named(string? activity)
    {
        var story = await Story.Told(server);
        var sent = new List<(string? Token, string? Activity)>();
        server.Utrecht.Answers[(story.Family, "members")] = context =>
        {
            sent.Add((context.Request.Headers.Authorization, context.Request.Headers["Processing-Activity"]));
            return Answer(new { items = new[] { new { personId = story.Child, role = "child", givenName = "Noor", later = new { added = 1 } } } });
        };
        server.Utrecht.Answers[(story.Family, "contacts")] = _ => Answer(new { items = Array.Empty<object>() });
        using var lotte = await server.As("lotte", activity);
        var expanded = await Expanded(lotte, story, "members,contacts");

        var member = Assert.Single(expanded["members"]!["items"]!.AsArray())!;
        Assert.Equal(("read", "Noor", 1), ((string?)expanded["members"]!["status"], (string?)member["givenName"], (int)member["later"]!["added"]!));
        Assert.Equal(("read", 0), ((string?)expanded["contacts"]!["status"], expanded["contacts"]!["items"]!.AsArray().Count));
        Assert.Equal((lotte.DefaultRequestHeaders.Authorization!.ToString(), activity), Assert.Single(sent));
    }

    [Theory]
    [InlineData("notKnown", "not-known")]
    [InlineData("informalSupports", "informal-supports")]
    [InlineData("responsibilityOffers", "responsibility-offers")]
    [InlineData("residences", "residences")]
    public async Task What_else_intake_keeps_is_read_there_too(string name, string list)
    {
        var story = await Story.Told(server);
        server.Utrecht.Answers[(story.Family, list)] = _ => Answer(new { items = new[] { new { id = story.Child } } });
        using var lotte = await server.As("lotte");
        var source = (await Expanded(lotte, story, name))[name]!;
        Assert.Equal(("read", story.Child), ((string?)source["status"], (Guid)Assert.Single(source["items"]!.AsArray())!["id"]!));
    }

    [Fact]
    public async Task A_source_that_is_down_is_not_reachable_and_the_skeleton_stands()
    {
        var story = await Story.Told(server, "gm0355");
        using var lotte = await server.As("lotte");
        AssertUnreadable("notReachableNow", (await Expanded(lotte, story, "members"))["members"]!);
    }

    [Fact]
    public async Task A_source_that_is_slow_is_not_waited_for()
    {
        var story = await Story.Told(server);
        var givenUp = new TaskCompletionSource();
        server.Utrecht.Answers[(story.Family, "members")] = async context =>
        {
            context.RequestAborted.Register(givenUp.SetResult);
            await givenUp.Task;
            return Results.Ok();
        };
        using var lotte = await server.As("lotte");
        AssertUnreadable("notReachableNow", (await Expanded(lotte, story, "members"))["members"]!);
        await givenUp.Task.WaitAsync(Cancel);
    }

    [Fact]
    public async Task A_source_that_answers_one_after_the_other_is_reachable_to_twenty_readers_at_once()
    {
        var story = await Story.Told(server);
        string[] lists = ["members", "residences", "contacts", "emergencies", "not-known", "informal-supports", "responsibility-offers"];
        using var one = new SemaphoreSlim(1);
        foreach (var list in lists)
            server.Utrecht.Answers[(story.Family, list)] = async context =>
            {
                await one.WaitAsync(context.RequestAborted);
                await Task.Delay(TimeSpan.FromMilliseconds(40), context.RequestAborted);
                one.Release();
                return await Answer(new { items = Array.Empty<object>() });
            };
        using var lotte = await server.As("lotte");

        var read = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            Expanded(lotte, story, "members,residences,contacts,emergencies,notKnown,informalSupports,responsibilityOffers")));

        Assert.All(read.SelectMany(expanded => expanded), source => Assert.Equal("read", (string?)source.Value!["status"]));
    }

    [Theory]
    [InlineData(404, "notForYou")]
    [InlineData(403, "notForYou")]
    [InlineData(500, "notReachableNow")]
    [InlineData(301, "notReachableNow")]
    public async Task What_a_source_refuses_is_told_apart_from_what_it_can_not_say(int status, string expected)
    {
        var story = await Story.Told(server);
        var calls = 0;
        server.Utrecht.Answers[(story.Family, "contacts")] = _ =>
        {
            calls++;
            return Task.FromResult(Results.StatusCode(status));
        };
        using var lotte = await server.As("lotte");
        AssertUnreadable(expected, (await Expanded(lotte, story, "contacts"))["contacts"]!);
        Assert.Equal(1, calls);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{ \"rows\": [] }")]
    [InlineData("null")]
    [InlineData("{ \"items\": null }")]
    public async Task An_answer_that_can_not_be_read_is_not_taken_for_nothing(string body)
    {
        var story = await Story.Told(server);
        server.Utrecht.Answers[(story.Family, "members")] = _ => Task.FromResult(Results.Text(body, "application/json"));
        using var lotte = await server.As("lotte");
        AssertUnreadable("notReachableNow", (await Expanded(lotte, story, "members"))["members"]!);
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("members,")]
    [InlineData("Members")]
    [InlineData("")]
    public async Task What_can_not_be_expanded_is_refused(string expand)
    {
        using var lotte = await server.As("lotte");
        using var answer = await lotte.GetAsync($"/family-view/v1/families/{Guid.CreateVersion7()}?expand={expand}", Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["errors"]!.AsObject().ContainsKey("expand"));
    }

    static void AssertUnreadable(string status, JsonNode source)
    {
        Assert.Equal(status, (string?)source["status"]);
        Assert.False(source.AsObject().ContainsKey("items"));
    }

    static Task<IResult> Answer(object body) => Task.FromResult(Results.Json(body));

    static async Task<JsonObject> Expanded(HttpClient client, Story story, string names)
    {
        var family = (await client.GetFromJsonAsync<JsonObject>($"{story.Path}?expand={names}", Cancel))!;
        Assert.Equal(2, family["members"]!.AsArray().Count);
        return family["expanded"]!.AsObject();
    }
}
