using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Support;

namespace Geborgen.FamilyView.Tests;

public sealed class ResponsibilityTests(FamilyViewServer server)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_receiving_team_finds_its_open_offers_over_all_families_until_they_are_answered()
    {
        var (first, offer) = await Offered();
        var (second, later) = await Offered();
        var (_, other) = await Offered(to: "gm0344");
        using var bram = await server.As("bram");
        await FamilyViewServer.Eventually(async () => (await Listed(bram)).Any(one => (Guid)one["id"]! == later));

        var listed = (await Listed(bram)).Where(one => (Guid)one["id"]! == offer || (Guid)one["id"]! == later).ToList();
        Assert.Equal([first.Family, second.Family], listed.Select(one => (Guid)one["familyId"]!));
        Assert.Equal(("gm0344", "gm0355"), ((string?)listed[0]["municipality"], (string?)listed[0]["toMunicipality"]));
        Assert.DoesNotContain(await Listed(bram), one => (Guid)one["id"]! == other);

        await server.Say(new ResponsibilityAccepted(offer, [first.Child], "gm0355").Of(first.Family, first.Next(), "gm0344", first.At.AddMinutes(2)));
        await FamilyViewServer.Eventually(async () => (await Listed(bram)).All(one => (Guid)one["id"]! != offer));
        var view = (await bram.GetFromJsonAsync<JsonObject>(first.Path, Cancel))!;
        var responsible = Assert.Single(view["responsibilities"]!.AsArray())!;
        Assert.Equal((first.Child, "gm0355"), (
            (Guid)responsible["childId"]!, (string?)responsible["municipality"]));
        Assert.NotNull(responsible["from"]);
        Assert.Equal("accepted", (string?)view["matters"]!.AsArray().Single(one => (Guid)one!["id"]! == offer)!["state"]);
    }

    [Fact]
    public async Task The_one_that_keeps_the_file_is_responsible_from_the_beginning()
    {
        var (story, offer) = await Offered();
        using var lotte = await server.As("lotte");
        var view = (await lotte.GetFromJsonAsync<JsonObject>(story.Path, Cancel))!;

        Assert.Equal("gm0344", (string?)Assert.Single(view["responsibilities"]!.AsArray())!["municipality"]);
        Assert.Equal(("responsibilityOffer", "gm0355", "open"), view["matters"]!.AsArray().Single(one => (Guid)one!["id"]! == offer) is { } matter
            ? ((string?)matter["kind"], (string?)matter["detail"], (string?)matter["state"]) : default);
        Assert.DoesNotContain(await Listed(lotte), one => (Guid)one["familyId"]! == story.Family);
    }

    [Fact]
    public async Task A_split_and_a_merge_are_shown_on_both_families_until_undone()
    {
        var (story, other) = (await Story.Told(server), await Story.Told(server));
        using var lotte = await server.As("lotte");
        await server.Say(new FamiliesMerged(Guid.CreateVersion7(), other.Family).Of(story.Family, story.Next(), "gm0344", story.At.AddMinutes(1)));
        await FamilyViewServer.Eventually(async () => (await Links(other)).Contains((story.Family, "mergedInto")));
        Assert.Equal([(other.Family, "merged")], await Links(story));

        await server.Say(new MergeUndone(Guid.CreateVersion7(), other.Family).Of(story.Family, story.Next(), "gm0344", story.At.AddMinutes(2)));
        await FamilyViewServer.Eventually(async () => (await Links(other)).Count == 0);

        async Task<List<(Guid, string?)>> Links(Story of) => [.. (await lotte.GetFromJsonAsync<JsonObject>(of.Path, Cancel))!["links"]!.AsArray()
            .Select(link => ((Guid)link!["familyId"]!, (string?)link["kind"]))];
    }

    [Fact]
    public async Task Which_family_split_off_is_shown_to_those_alone_who_may_open_it()
    {
        var (story, own) = (await Story.Told(server), await Story.Told(server));
        using var lotte = await server.As("lotte");
        await server.Say(new FamilySplit(Guid.CreateVersion7()).Of(story.Family, story.Next(), "gm0344", story.At.AddMinutes(1)));
        await server.Say(new FamilySplit(own.Family).Of(story.Family, story.Next(), "gm0344", story.At.AddMinutes(2)));

        await FamilyViewServer.Eventually(async () =>
            (await lotte.GetFromJsonAsync<JsonObject>(story.Path, Cancel))!["links"]!.AsArray().Any(link => (Guid)link!["familyId"]! == own.Family));
        Assert.Single((await lotte.GetFromJsonAsync<JsonObject>(story.Path, Cancel))!["links"]!.AsArray());
    }

    [Fact]
    public async Task An_age_that_a_member_reached_stands_with_the_member_and_on_the_timeline()
    {
        var story = await Story.Told(server);
        using var lotte = await server.As("lotte");
        await server.Say(new RightsChanged(story.Child, 12).Of(story.Family, story.Next(), "gm0344", story.At.AddMinutes(1)));

        await FamilyViewServer.Eventually(async () => (int?)await Member("reachedAge", story.Child) == 12);
        Assert.Null(await Member("reachedAge", story.Parent));
        Assert.Contains("rights-changed", await lotte.GetStringAsync($"{story.Path}/timeline", Cancel), StringComparison.Ordinal);

        async Task<JsonNode?> Member(string what, Guid person) => (await lotte.GetFromJsonAsync<JsonObject>(story.Path, Cancel))!["members"]!.AsArray()
            .Single(one => (Guid)one!["personId"]! == person)![what];
    }

    [Fact]
    public async Task Nobody_but_a_worker_sees_a_move()
    {
        var (story, _) = await Offered();
        foreach (var client in new[] { await server.As("fatima"), await server.As("petra"), await server.AsClient("gm0344-case-system"), await server.AsClient("gm0355-case-system") })
            foreach (var path in new[] { story.Path, story.Path + "/timeline", story.Path + "/access-log", "/family-view/v1/responsibility-offers", "/family-view/v1/events" })
            {
                using var answer = await client.GetAsync(path, Cancel);
                Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden });
                Assert.DoesNotContain("gm0355", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
            }
    }

    /// <summary>A family whose child was offered, with the team of Zeist reading along.</summary>
    async Task<(Story Story, Guid Offer)> Offered(string to = "gm0355")
    {
        var story = await Story.Told(server);
        var offer = Guid.CreateVersion7();
        await server.Say(
            new ResponsibilityOffered(offer, [story.Child], to).Of(story.Family, story.Next(), "gm0344", story.At.AddMinutes(1)),
            story.Involved(Relations.ReceivingTeam, Guid.CreateVersion7(), team: "gm0355-intake", organisation: "gm0355"));
        using var lotte = await server.As("lotte");
        await FamilyViewServer.Eventually(async () => await server.Holds(story.Family, Relations.ReceivingTeam)
            && (await lotte.GetStringAsync(story.Path, Cancel)).Contains($"{offer}", StringComparison.Ordinal));
        return (story, offer);
    }

    static async Task<List<JsonObject>> Listed(HttpClient client)
    {
        var seen = new List<JsonObject>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await client.GetFromJsonAsync<JsonObject>($"/family-view/v1/responsibility-offers?limit=2{cursor}", Cancel))!;
            seen.AddRange(page["items"]!.AsArray().Select(item => item!.AsObject()));
            cursor = (string?)page["next"] is { } next ? $"&cursor={next}" : null;
        }
        return seen;
    }
}
