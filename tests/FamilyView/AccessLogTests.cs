using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Support;
using Microsoft.AspNetCore.Http;

namespace Geborgen.FamilyView.Tests;

public sealed class AccessLogTests(FamilyViewServer server)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_shows_who_read_here_and_at_the_sources_and_that_the_log_itself_was_read()
    {
        var story = await Story.Told(server);
        using var lotte = await server.As("lotte");
        await lotte.GetStringAsync(story.Path, Cancel);
        var read = TestDay.Now;
        server.Utrecht.Answers[(story.Family, "access-log")] = _ => Task.FromResult(Results.Json(new
        {
            items = new[] { Row(7, read.AddSeconds(-1), story.Child), Row(3, read.AddHours(-1), story.Parent) },
            next = (string?)null,
        }));
        using var pieter = await server.As("pieter");
        await pieter.GetStringAsync(story.Path + "/access-log", Cancel);
        var log = await Log(pieter, story.Path + "/access-log?limit=100");

        Assert.Equal([("family-view", "read"), ("intake", "read"), ("investigation", "notReachableNow"), ("planning", "notReachableNow")], Sources(log));
        var rows = log["items"]!.AsArray();
        Assert.Equal(rows.OrderByDescending(item => (DateTimeOffset)item!["row"]!["at"]!), rows);
        Assert.Equal(2, rows.Count(item => (string?)item!["service"] == "intake"));
        foreach (var person in new[] { story.Child, story.Parent })
        {
            Assert.Contains(rows, item => Is(item!, Story.Lotte, "family.view", person));
            Assert.Contains(rows, item => Is(item!, "01935a00-0000-7000-8000-000000000009", "family.access-log", person));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Pages_merge_the_sources_without_losing_or_repeating_a_row(int size)
    {
        var story = await Story.Told(server);
        var start = TestDay.Now.AddDays(-1);
        server.Utrecht.Answers[(story.Family, "access-log")] = context =>
        {
            var limit = int.Parse(context.Request.Query["limit"]!, System.Globalization.CultureInfo.InvariantCulture);
            var before = context.Request.Query["cursor"] is [{ } cursor]
                ? long.Parse(System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(cursor)), System.Globalization.CultureInfo.InvariantCulture)
                : 8;
            var rows = Enumerable.Range(1, 7).Reverse().Where(seq => seq < before).ToList();
            return Task.FromResult(Results.Json(new
            {
                // Two processes write to one log, and the clock of the one that wrote the fourth row was ahead.
                items = rows.Take(limit).Select(seq => Row(seq, start.AddMinutes(seq == 4 ? 5.5 : seq), story.Child)),
                next = rows.Count > limit ? "more" : null,
            }));
        };
        using var pieter = await server.As("pieter");
        var seen = new List<JsonNode>();
        // So that the log here has rows of its own, and a page ends in between those of the source.
        await Log(pieter, story.Path + "/access-log");
        for (string? next = "", path = story.Path + $"/access-log?limit={size}"; next is not null; path = $"{story.Path}/access-log?limit={size}&cursor={next}")
        {
            var page = await Log(pieter, path);
            seen.AddRange(page["items"]!.AsArray()!);
            next = (string?)page["next"];
        }

        Assert.Equal(seen.Count, seen.DistinctBy(item => ((string?)item["service"], (long)item["row"]!["seq"]!)).Count());
        Assert.Equal([7, 6, 5, 4, 3, 2, 1], seen.Where(item => (string?)item["service"] == "intake").Select(item => (long)item["row"]!["seq"]!));
    }

    [Fact]
    public async Task A_log_that_can_not_be_read_is_said_to_be_missing()
    {
        var story = await Story.Told(server, "gm0355");
        using var pieter = await server.As("pieter");
        Assert.Equal(
            [("family-view", "read"), ("intake", "notReachableNow"), ("investigation", "notReachableNow"), ("planning", "notReachableNow")],
            Sources(await Log(pieter, story.Path + "/access-log")));
    }

    static IEnumerable<(string?, string?)> Sources(JsonObject log) =>
        log["sources"]!.AsArray().Select(source => ((string?)source!["service"], (string?)source["status"]));

    static bool Is(JsonNode item, string account, string resource, Guid person) =>
        ((string?)item["row"]!["account"], (string?)item["row"]!["resource"], (string?)item["row"]!["subjectId"])
        == (account, resource, person.ToString());

    static object Row(long seq, DateTimeOffset at, Guid person) => new
    {
        seq,
        at,
        subjectId = person,
        account = "somebody",
        client = "portal",
        organisation = "gm0344",
        role = "local-team",
        relation = "dutyTeam",
        resource = "contact.read",
        action = "read",
        activity = "safety-assessment",
    };

    static async Task<JsonObject> Log(HttpClient client, string path) => (await client.GetFromJsonAsync<JsonObject>(path, Cancel))!;
}
