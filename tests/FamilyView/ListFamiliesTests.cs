using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Support;

namespace Geborgen.FamilyView.Tests;

public sealed class ListFamiliesTests(FamilyViewServer server)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_team_that_divides_the_work_finds_the_families_without_a_key_worker_and_stays_outside_the_file_of_the_others()
    {
        var story = await Story.Told(server);
        using var daan = await server.As("daan");
        Assert.Null(await Listed(daan, story));
        using var lotte = await server.As("lotte");
        Assert.Equal(("dutyTeam", true), Of(await Listed(lotte, story)));
        Assert.NotNull(await Listed(lotte, story, "&withoutKeyWorker=true"));

        await story.AssignLotte();
        await server.Say(story.Involved(Relations.AssigningTeam, Guid.CreateVersion7(), team: "gm0344-intake"));
        await FamilyViewServer.Eventually(() => server.Holds(story.Family, Relations.AssigningTeam));

        Assert.Equal(("keyWorker", false), Of(await Listed(lotte, story)));
        Assert.Equal(("assigningTeam", false), Of(await Listed(lotte, story, "&relation=assigningTeam")));
        Assert.Equal(Story.Lotte, (string?)(await Listed(lotte, story))!["keyWorker"]!["worker"]);
        Assert.Null(await Listed(lotte, story, "&relation=dutyTeam"));
        Assert.Null(await Listed(lotte, story, "&withoutKeyWorker=true"));
        Assert.Null(await Listed(lotte, story, "&relation=consulted"));
    }

    [Fact]
    public async Task A_colleague_of_the_team_that_divides_the_work_finds_the_family_and_does_not_open_it()
    {
        var story = await Story.Told(server);
        await story.AssignLotte();
        using var daan = await server.As("daan");
        Assert.Null(await Listed(daan, story));
        await server.Say(story.Involved(Relations.AssigningTeam, Guid.CreateVersion7(), team: "gm0344-wijkteam-west"));
        await FamilyViewServer.Eventually(async () => await Listed(daan, story) is not null);

        Assert.Equal(("assigningTeam", false), Of(await Listed(daan, story)));
        Assert.Equal(HttpStatusCode.NotFound, (await daan.GetAsync(story.Path, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await daan.GetAsync(story.Path + "/timeline", Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_closed_file_is_found_apart_by_the_team_that_can_open_it_again()
    {
        var story = await Story.Told(server);
        // Nobody works with it any more, so that nothing is assessed either.
        using var daan = await server.As("daan");
        await server.Say(
            new InvolvementEnded(story.Duty, story.At.AddMinutes(5)).Of(story.Family, story.Next(), "gm0344", story.At),
            story.Involved(Relations.AssigningTeam, Guid.CreateVersion7(), team: "gm0344-wijkteam-west"),
            new FamilyClosed(Guid.CreateVersion7(), new(2026, 11, 26)).Of(story.Family, story.Next(), "gm0344", story.At.AddMinutes(5)));
        await FamilyViewServer.Eventually(async () => await Listed(daan, story, "&closed=true") is not null);

        Assert.Equal("2026-11-26", (string?)(await Listed(daan, story, "&closed=true"))!["closedOn"]);
        Assert.Null(await Listed(daan, story));

        await server.Say(new FamilyReopened("newContact").Of(story.Family, story.Next(), "gm0344", story.At.AddMinutes(6)));
        await FamilyViewServer.Eventually(async () => await Listed(daan, story) is not null);
        Assert.Null(await Listed(daan, story, "&closed=true"));
    }

    [Fact]
    public async Task A_team_that_receives_children_finds_the_family_at_the_municipality_that_keeps_the_file()
    {
        var story = await Story.Told(server);
        await server.Say(story.Involved(Relations.ReceivingTeam, Guid.CreateVersion7(), team: "gm0355-intake", organisation: "gm0355"));
        using var bram = await server.As("bram");
        await FamilyViewServer.Eventually(async () => await Listed(bram, story, "&relation=receivingTeam") is not null);
        Assert.Equal("gm0344", (string?)(await Listed(bram, story))!["municipality"]);
    }

    [Fact]
    public async Task The_list_is_read_page_by_page_newest_first_and_each_person_shown_is_logged()
    {
        Story[] told = [await Story.Told(server), await Story.Told(server), await Story.Told(server)];
        using var lotte = await server.As("lotte");
        var seen = await All(lotte, "", limit: 2);

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(told.Select(one => one.Family).Reverse(), seen.Where(id => told.Any(one => one.Family == id)));
        using var pieter = await server.As("pieter");
        var log = (await pieter.GetFromJsonAsync<JsonObject>($"{told[0].Path}/access-log?limit=100", Cancel))!["items"]!.AsArray();
        Assert.Equal(
            new[] { told[0].Child, told[0].Parent }.Order(),
            log.Select(item => item!["row"]!).Where(row => (string?)row["resource"] == "families.list").Select(row => (Guid)row["subjectId"]!).Distinct().Order());
    }

    [Fact]
    public async Task Who_is_no_worker_has_no_list_and_an_unknown_relation_is_refused()
    {
        using var lotte = await server.As("lotte");
        Assert.Equal(HttpStatusCode.BadRequest, (await lotte.GetAsync("/family-view/v1/families?relation=neighbour", Cancel)).StatusCode);
        foreach (var client in new[] { await server.As("petra"), await server.AsClient("gm0344-case-system") })
            Assert.Contains((await client.GetAsync("/family-view/v1/families", Cancel)).StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden });
    }

    static (string?, bool) Of(JsonObject? item) => ((string?)item!["relation"], item["keyWorker"] is null);

    static async Task<JsonObject?> Listed(HttpClient client, Story story, string filter = "") =>
        (await client.GetFromJsonAsync<JsonObject>($"/family-view/v1/families?limit=100{filter}", Cancel))!["items"]!.AsArray()
            .Select(item => item!.AsObject()).SingleOrDefault(item => (Guid)item["id"]! == story.Family);

    static async Task<List<Guid>> All(HttpClient client, string filter, int limit)
    {
        var seen = new List<Guid>();
        for (string? cursor = filter; cursor is not null;)
        {
            var page = (await client.GetFromJsonAsync<JsonObject>($"/family-view/v1/families?limit={limit}{cursor}", Cancel))!;
            seen.AddRange(page["items"]!.AsArray().Select(item => (Guid)item!["id"]!));
            cursor = (string?)page["next"] is { } next ? $"{filter}&cursor={next}" : null;
        }
        return seen;
    }
}
