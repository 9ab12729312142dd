using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Geborgen.Intake.Tests;

/// <summary>A key worker leaves: the families go to another in one act, each by itself.</summary>
public class HandOverFamiliesTests(IntakeServer intake)
{
    const string Path = "/gm0344/intake/v1/key-worker/handovers";
    const string Daan = "01935a00-0000-7000-8000-000000000002";
    const string Sem = "01935a00-0000-7000-8000-000000000024";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_team_hands_all_families_of_one_worker_over_to_another()
    {
        using var lotte = await intake.As("lotte");
        var families = new[] { await NewFamily(lotte, Daan), await NewFamily(lotte, Daan) };

        var done = await HandOver(lotte, Daan, Sem);

        Assert.All(families, family => Assert.True((bool)ItemOf(done, family)["handedOver"]!));
        Assert.All(families, family => Assert.Equal("Sem Willems", KeyWorkerOf(lotte, family)));
        Assert.False((bool)done["more"]!);
        Assert.DoesNotContain((await HandOver(lotte, Daan, Sem))["items"]!.AsArray(), one => families.Contains($"{one!["familyId"]}"));
    }

    [Fact]
    public async Task What_is_refused_for_one_family_is_done_for_the_others_and_asked_again_nothing_is_done_twice()
    {
        using var lotte = await intake.As("lotte");
        var (mine, daans, nobodys, unknown) = (await NewFamily(lotte, Daan), await NewFamily(lotte, await intake.Account("lotte")), await NewFamily(lotte, keyWorker: null), $"{Guid.CreateVersion7()}");

        var done = await HandOver(lotte, Daan, Sem, mine, daans, nobodys, unknown);

        Assert.Equal(
            [null, "not-their-key-worker", "no-key-worker", "not-found"],
            new[] { mine, daans, nobodys, unknown }.Select(family => (string?)ItemOf(done, family)["code"]));
        var etag = await lotte.Etag($"/gm0344/intake/v1/families/{mine}/key-worker");
        Assert.True((bool)ItemOf(await HandOver(lotte, Daan, Sem, mine), mine)["handedOver"]!);
        Assert.Equal(etag, await lotte.Etag($"/gm0344/intake/v1/families/{mine}/key-worker"));
    }

    [Fact]
    public async Task Nobody_hands_families_over_to_oneself_or_to_whoever_is_no_colleague()
    {
        using var lotte = await intake.As("lotte");
        var family = await NewFamily(lotte, Daan);

        Assert.Equal("not-oneself", (string?)ItemOf(await HandOver(lotte, Daan, await intake.Account("lotte"), family), family)["code"]);
        Assert.Equal("no-such-worker", (string?)ItemOf(await HandOver(lotte, Daan, await intake.Account("bram"), family), family)["code"]);
        Assert.Equal("Daan Bakker", KeyWorkerOf(lotte, family));
    }

    [Fact]
    public async Task Who_does_not_give_the_work_hands_nothing_over()
    {
        using var lotte = await intake.As("lotte");
        using var sem = await intake.As("sem");
        var family = await NewFamily(lotte, Daan);

        Assert.Equal("not-found", (string?)ItemOf(await HandOver(sem, Daan, Sem, family), family)["code"]);
        Assert.Equal("Daan Bakker", KeyWorkerOf(lotte, family));
    }

    [Fact]
    public async Task While_the_directory_is_away_nothing_is_handed_over()
    {
        using var lotte = await intake.As("lotte");
        var family = await NewFamily(lotte, Daan);
        intake.Directory.IsCut = true;
        try
        {
            using var answer = await lotte.Post(Path, etag: null, new { from = Daan, worker = new { account = Sem }, reason = "x", families = new[] { family } });
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        }
        finally
        {
            intake.Directory.IsCut = false;
        }
        Assert.Equal("Daan Bakker", KeyWorkerOf(lotte, family));
    }

    static JsonNode ItemOf(JsonNode done, string family) => done["items"]!.AsArray().Single(one => $"{one!["familyId"]}" == family)!;

    static string? KeyWorkerOf(HttpClient client, string family) =>
        (string?)client.Read($"/gm0344/intake/v1/families/{family}/key-worker").Result["keyWorker"]?["name"];

    static async Task<JsonNode> HandOver(HttpClient client, string from, string account, params string[] families)
    {
        using var answer = await client.Post(Path, etag: null, new { from, worker = new { account }, reason = "Another job.", families = families.Length > 0 ? families : null });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel))!;
    }

    async Task<string> NewFamily(HttpClient lotte, string? keyWorker)
    {
        var family = $"{(await intake.Register(JsonNode.Parse(RegisterContactTests.Concern())!))["familyId"]}";
        if (keyWorker is not null)
            await lotte.Change($"/gm0344/intake/v1/families/{family}", "key-worker", new { worker = new { account = keyWorker } });
        return family;
    }
}
