using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Geborgen.Intake.Tests;

public class KeyWorkerTests(IntakeServer intake)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_family_goes_from_the_team_on_duty_to_its_key_worker()
    {
        var family = await NewFamily();
        using var lotte = await intake.As("lotte");
        using var daan = await intake.As("daan");
        Assert.Equal(HttpStatusCode.NotFound, (await daan.GetAsync(family, Cancel)).StatusCode);

        using var assigned = await Send(lotte, $"{family}/key-worker", await Etag(lotte, family), new { worker = await Worker("daan") });

        Assert.Equal(HttpStatusCode.OK, assigned.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lotte.GetAsync(family, Cancel)).StatusCode);
        var read = await daan.GetFromJsonAsync<JsonObject>(family, Cancel);
        Assert.Equal("Daan", read!["keyWorker"]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_cover_reads_along_and_a_handover_changes_the_face()
    {
        var family = await NewFamily();
        using var lotte = await intake.As("lotte");
        using var daan = await intake.As("daan");
        await Send(lotte, $"{family}/key-worker", await Etag(lotte, family), new { worker = await Worker("lotte") });

        using var covered = await Send(lotte, $"{family}/key-worker/covers", await Etag(lotte, family), new
        {
            worker = await Worker("daan"),
            from = "2020-01-01T00:00:00Z",
            until = "2099-01-01T00:00:00Z",
            reason = "Lotte is on leave.",
        });
        Assert.Equal(HttpStatusCode.OK, covered.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await daan.GetAsync(family, Cancel)).StatusCode);

        using var handed = await Send(daan, $"{family}/key-worker/handovers", await Etag(daan, family), new
        {
            worker = await Worker("daan"),
            reason = "Lotte works elsewhere.",
            familyRemark = "We would have liked to keep her.",
        });
        Assert.Equal(HttpStatusCode.OK, handed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lotte.GetAsync(family, Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_refusal_has_its_code()
    {
        var family = await NewFamily();
        using var lotte = await intake.As("lotte");
        var handover = new { worker = await Worker("daan"), reason = "x" };
        await Refused("no-key-worker", $"{family}/key-worker/handovers", handover);

        await Send(lotte, $"{family}/key-worker", await Etag(lotte, family), new { worker = await Worker("lotte") });
        await Refused("key-worker-present", $"{family}/key-worker", new { worker = await Worker("daan") });
        await Refused("already-key-worker", $"{family}/key-worker/handovers", new { worker = await Worker("lotte"), reason = "x" });
        await Refused("cover-without-time", $"{family}/key-worker/covers", new
        {
            worker = await Worker("daan"),
            from = "2026-01-02T00:00:00Z",
            until = "2026-01-01T00:00:00Z",
            reason = "x",
        }, HttpStatusCode.BadRequest);

        async Task Refused(string code, string path, object body, HttpStatusCode status = HttpStatusCode.Conflict)
        {
            var before = await Etag(lotte, family);
            using var answer = await Send(lotte, path, before, body);
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal($"urn:geborgen:problem:{code}", (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]!.GetValue<string>());
            Assert.Equal(before, await Etag(lotte, family));
        }
    }

    [Fact]
    public async Task A_change_says_which_version_it_is_about()
    {
        var family = await NewFamily();
        using var lotte = await intake.As("lotte");
        var assignment = new { worker = await Worker("lotte") };

        Assert.Equal(HttpStatusCode.PreconditionRequired, (await Send(lotte, $"{family}/key-worker", null, assignment)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(lotte, $"{family}/key-worker", "W/\"3\"", assignment)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Send(lotte, $"{family}/key-worker", "\"1\"", assignment)).StatusCode);
    }

    [Fact]
    public async Task Of_two_assignments_at_once_one_wins()
    {
        var family = await NewFamily();
        using var lotte = await intake.As("lotte");
        var etag = await Etag(lotte, family);
        var (first, second) = (await Worker("lotte"), await Worker("daan"));

        var answers = await Task.WhenAll(
            Send(lotte, $"{family}/key-worker", etag, new { worker = first }),
            Send(lotte, $"{family}/key-worker", etag, new { worker = second }));

        // The other finds the family changed, or is no longer involved with it.
        var statuses = answers.Select(answer => answer.StatusCode).ToList();
        Assert.Single(statuses, HttpStatusCode.OK);
        Assert.Single(statuses, status => status is HttpStatusCode.PreconditionFailed or HttpStatusCode.NotFound);
    }

    async Task<string> NewFamily() =>
        $"/gm0344/intake/v1/families/{(await intake.Register(JsonNode.Parse(RegisterContactTests.Concern("999990068"))!))["familyId"]}";

    async Task<object> Worker(string user) =>
        new { account = await intake.Account(user), name = user == "lotte" ? "Lotte" : "Daan" };

    static async Task<string> Etag(HttpClient client, string family)
    {
        using var answer = await client.GetAsync(family, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.ETag!.Tag;
    }

    static Task<HttpResponseMessage> Send(HttpClient client, string path, string? etag, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (etag is not null)
            request.Headers.TryAddWithoutValidation("If-Match", etag);
        return client.SendAsync(request, Cancel);
    }
}
