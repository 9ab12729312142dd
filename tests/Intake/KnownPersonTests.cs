using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Geborgen.Intake.Tests;

public class KnownPersonTests(IntakeServer intake)
{
    const string Search = "/gm0344/intake/v1/persons/_zoek";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_involved_finds_the_family_and_a_colleague_only_whom_to_call()
    {
        var family = await NewFamily("999990081");
        using var lotte = await intake.As("lotte");
        using var daan = await intake.As("daan");

        var found = Assert.Single(await Find(lotte, "999990081"));
        Assert.Equal(family, found["familyId"]!.GetValue<Guid>());

        var known = Assert.Single(await Find(daan, "999990081"));
        Assert.Null(known["familyId"]);
        Assert.Null(known["personId"]);
        Assert.Equal("gm0344-intake", known["contactPoint"]!["team"]!.GetValue<string>());

        Assert.Empty(await Find(lotte, "999990093"));
    }

    [Fact]
    public async Task Only_a_worker_of_this_municipality_searches_and_only_for_a_real_number()
    {
        using var system = await intake.AsClient("gm0344-case-system");
        using var zeist = await intake.As("bram");
        using var lotte = await intake.As("lotte");

        Assert.Equal(HttpStatusCode.Forbidden, (await system.PostAsJsonAsync(Search, new { bsn = "999990081" }, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await zeist.PostAsJsonAsync(Search, new { bsn = "999990081" }, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await lotte.PostAsJsonAsync(Search, new { bsn = "999990082" }, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await lotte.PostAsJsonAsync(Search, new { }, Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_match_is_proposed_confirmed_by_a_worker_and_undone()
    {
        await NewFamily("999990111");
        var links = $"/gm0344/intake/v1/families/{await NewFamily("999990111")}/person-links";
        using var lotte = await intake.As("lotte");

        var (proposal, etag) = await Links(lotte, links);
        Assert.Equal("proposed", proposal["status"]!.GetValue<string>());
        var pair = new { personId = proposal["personId"]!.GetValue<Guid>(), knownPersonId = proposal["knownPersonId"]!.GetValue<Guid>() };

        using var confirmed = await Send(lotte, HttpMethod.Post, links, etag, pair);
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        (var link, etag) = await Links(lotte, links);
        Assert.Equal("confirmed", link["status"]!.GetValue<string>());
        await Refused("already-linked", HttpStatusCode.Conflict);

        using var undone = await Send(lotte, HttpMethod.Delete, $"{links}/{link["id"]}", etag, body: null);
        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        (var again, etag) = await Links(lotte, links);
        Assert.Equal("proposed", again["status"]!.GetValue<string>());

        pair = new { pair.personId, knownPersonId = Guid.CreateVersion7() };
        await Refused("not-proposed", HttpStatusCode.Conflict);
        using var unknown = await Send(lotte, HttpMethod.Delete, $"{links}/{Guid.CreateVersion7()}", etag, body: null);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);

        async Task Refused(string code, HttpStatusCode status)
        {
            using var answer = await Send(lotte, HttpMethod.Post, links, etag, pair);
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal($"urn:geborgen:problem:{code}", (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task The_work_list_shows_what_is_in_reach_page_by_page()
    {
        var families = new HashSet<Guid>();
        for (var i = 0; i < 3; i++)
            families.Add(await NewFamily("999990123"));
        using var lotte = await intake.As("lotte");
        using var daan = await intake.As("daan");

        var seen = new List<Guid>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await lotte.GetFromJsonAsync<JsonObject>($"/gm0344/intake/v1/contacts?kind=concern&limit=2{cursor}", Cancel);
            seen.AddRange(page!["items"]!.AsArray().Select(item => item!["familyId"]!.GetValue<Guid>()));
            cursor = page["next"] is { } next ? $"&cursor={next}" : null;
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Superset(families, seen.ToHashSet());
        var none = await daan.GetFromJsonAsync<JsonObject>("/gm0344/intake/v1/contacts", Cancel);
        Assert.DoesNotContain(none!["items"]!.AsArray(), item => families.Contains(item!["familyId"]!.GetValue<Guid>()));
        Assert.Equal(HttpStatusCode.BadRequest, (await lotte.GetAsync("/gm0344/intake/v1/contacts?limit=0", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await lotte.GetAsync("/gm0344/intake/v1/contacts?cursor=x", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await lotte.GetAsync("/gm0344/intake/v1/contacts?kind=rumour", Cancel)).StatusCode);
    }

    async Task<Guid> NewFamily(string bsn) =>
        (await intake.Register(JsonNode.Parse(RegisterContactTests.Concern(bsn))!))["familyId"]!.GetValue<Guid>();

    static async Task<JsonObject[]> Find(HttpClient client, string bsn)
    {
        using var answer = await client.PostAsJsonAsync(Search, new { bsn }, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return [.. (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["items"]!.AsArray().Select(item => item!.AsObject())];
    }

    static async Task<(JsonObject Link, string Etag)> Links(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var items = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["items"]!.AsArray();
        // Beside who has the same number stand those of other tests who are alike.
        return (Assert.Single(items, one => (string?)one!["basis"] == "number")!.AsObject(), answer.Headers.ETag!.Tag);
    }

    static Task<HttpResponseMessage> Send(HttpClient client, HttpMethod method, string path, string etag, object? body)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", etag);
        return client.SendAsync(request, Cancel);
    }
}
