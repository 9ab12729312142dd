using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

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
        Assert.Equal("Daan Bakker", read!["keyWorker"]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_key_worker_who_can_not_do_it_is_replaced_by_the_team_which_reads_nothing_of_the_family()
    {
        var family = await NewFamily();
        using var lotte = await intake.As("lotte");
        using var daan = await intake.As("daan");
        await lotte.Change(family, "key-worker", new { worker = await Worker("daan") });
        Assert.Equal(HttpStatusCode.NotFound, (await lotte.GetAsync(family, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lotte.GetAsync($"{family}/members", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lotte.GetAsync($"{family}/contacts", Cancel)).StatusCode);

        var working = $"{family}/key-worker";
        var read = await lotte.Read(working);
        Assert.Equal("Daan Bakker", (string)read["keyWorker"]!["name"]!);
        Assert.Equal(["id", "keyWorker", "assignments"], read.Select(one => one.Key));
        var (from, until, reason) = ("2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z", "Daan is ill.");
        foreach (var worker in new[] { "lotte", "sem" })
        {
            using var covered = await Send(lotte, $"{working}/covers", await Etag(lotte, working), new { worker = await Worker(worker), from, until, reason });
            Assert.Equal(worker == "lotte" ? HttpStatusCode.Conflict : HttpStatusCode.OK, covered.StatusCode);
        }
        foreach (var (below, body) in new (string, object)[]
        {
            ("covers", new { worker = await Worker("lotte"), from, until, reason }),
            ("handovers", new { worker = await Worker("lotte"), reason }),
            // Who releases is of the team that has all of it again.
            ("release", new { reason }),
        })
        {
            using var refused = await Send(lotte, $"{working}/{below}", await Etag(lotte, working), body);
            Assert.Equal("urn:geborgen:problem:not-oneself", (string?)(await refused.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await lotte.GetAsync(family, Cancel)).StatusCode);
        await daan.Refused("released-without-reason", family, "key-worker/release", new { }, HttpStatusCode.BadRequest);

        var released = await daan.Change(family, "key-worker/release", new { reason = "Daan does not come back." });

        Assert.Null(released["keyWorker"]);
        Assert.Equal(HttpStatusCode.NotFound, (await daan.GetAsync(family, Cancel)).StatusCode);
        Assert.Contains("Daan does not come back.", (await lotte.Read(family))["assignments"]!.AsArray().Select(one => (string?)one!["whyEnded"]));
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
    public async Task Of_two_key_workers_assigned_at_once_the_family_gets_one()
    {
        var family = await NewFamily();
        using var lotte = await intake.As("lotte");
        var etag = await Etag(lotte, family);
        object[] workers = [await Worker("lotte"), await Worker("daan")];

        var answers = await Task.WhenAll(workers.Select(worker => Send(lotte, $"{family}/key-worker", etag, new { worker })));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        // The later one finds another version, or that it may not open the file any more.
        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.NotFound);
        Assert.Equal(1, await KeyWorkers(family));
    }

    [Fact]
    public async Task The_database_knows_one_key_worker_at_a_moment_and_a_second_is_a_stale_decision()
    {
        var family = await NewFamily();
        using var lotte = await intake.As("lotte");
        (await Send(lotte, $"{family}/key-worker", await Etag(lotte, family), new { worker = await Worker("lotte") })).Dispose();
        var id = Guid.Parse(family[^36..]);
        await using (var db = intake.OpenOwner())
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"""
                insert into involvements select * from jsonb_populate_record(null::involvements, (
                    select to_jsonb(one) || jsonb_build_object('id', gen_random_uuid()) from involvements one
                    where family_id = {id} and relation = 'keyWorker'))
                """, Cancel));
            Assert.Equal((PostgresErrorCodes.ExclusionViolation, "one_key_worker_at_a_time"), (refused.SqlState, refused.ConstraintName));
        }

        // A replica whose clock runs ahead assigned somebody who begins an hour from now.
        var ahead = await NewFamily();
        await using var other = intake.OpenOwner();
        await other.Database.ExecuteSqlAsync($"""
            insert into involvements select * from jsonb_populate_record(null::involvements, (
                select to_jsonb(one) || jsonb_build_object('id', gen_random_uuid(), 'relation', 'keyWorker', 'from', {TestDay.Now.AddHours(1)}) from involvements one
                where family_id = {Guid.Parse(ahead[^36..])} and relation = 'dutyTeam'))
            """, Cancel);
        var behind = await Send(lotte, $"{ahead}/key-worker", await Etag(lotte, ahead), new { worker = await Worker("daan") });

        Assert.Equal(HttpStatusCode.PreconditionFailed, behind.StatusCode);
        Assert.Equal(0, await KeyWorkers(ahead));
    }

    async Task<int> KeyWorkers(string family)
    {
        await using var db = intake.OpenOwner();
        var id = Guid.Parse(family[^36..]);
        return (await db.Families.SingleAsync(one => one.Id == id, Cancel)).Assignments.Count(one => one.Relation == "keyWorker");
    }

    [Fact]
    public async Task A_partner_reads_along_until_that_ends()
    {
        var family = await NewFamily();
        using var lotte = await intake.As("lotte");
        using var daan = await intake.As("daan");
        await lotte.Change(family, "key-worker", new { worker = await Worker("lotte") });

        var added = await lotte.Change(family, "key-worker/duos", new { worker = await Worker("daan"), reason = "Two hear more than one." });
        await lotte.Refused("duo-present", family, "key-worker/duos", new { worker = await Worker("daan"), reason = "x" });
        Assert.Equal(HttpStatusCode.OK, (await daan.GetAsync(family, Cancel)).StatusCode);

        var duo = added["assignments"]!.AsArray().Single(one => (string?)one!["relation"] == "duo")!["id"];
        await lotte.Change(family, $"key-worker/stand-ins/{duo}/end", body: null);
        await lotte.Refused("not-found", family, $"key-worker/stand-ins/{duo}/end", body: null, HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await daan.GetAsync(family, Cancel)).StatusCode);
    }

    [Fact]
    public async Task Who_is_consulted_is_involved_for_some_days_and_reads_no_words()
    {
        var family = await NewFamily();
        using var lotte = await intake.As("lotte");
        using var daan = await intake.As("daan", "consultation");
        await lotte.Change(family, "key-worker", new { worker = await Worker("lotte") });
        await lotte.Refused("consultation-without-end", family, "consulted", new { worker = await Worker("daan"), days = 29, reason = "x" }, HttpStatusCode.BadRequest);
        await lotte.Refused("already-involved", family, "consulted", new { worker = await Worker("lotte"), days = 1, reason = "x" });

        var asked = await lotte.Change(family, "consulted", new { worker = await Worker("daan"), days = 14, reason = "Daan knows much of debts." });

        var consulted = asked["assignments"]!.AsArray().Single(one => (string?)one!["relation"] == "consulted")!;
        Assert.Equal(TimeSpan.FromDays(14), (DateTimeOffset)consulted["until"]! - (DateTimeOffset)consulted["from"]!);
        await lotte.Refused("already-involved", family, "consulted", new { worker = await Worker("daan"), days = 1, reason = "x" });
        Assert.Equal(HttpStatusCode.NotFound, (await daan.GetAsync(family, Cancel)).StatusCode);
        await lotte.Change(family, $"key-worker/stand-ins/{consulted["id"]}/end", body: null);
        await lotte.Change(family, "consulted", new { worker = await Worker("daan"), days = 1, reason = "Once more." });
    }

    [Fact]
    public async Task A_member_of_the_family_asks_for_another_key_worker_and_reads_the_answer_and_nothing_of_others()
    {
        var family = await NewFamily();
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        var wishes = $"{family}/own-key-worker-wishes";
        await lotte.Change(family, "key-worker", new { worker = await Worker("lotte") });
        Assert.Equal(HttpStatusCode.NotFound, (await fatima.GetAsync(wishes, Cancel)).StatusCode);
        var mother = (await lotte.Change(family, "members", new { role = "parent", person = new { givenName = "Mira" }, from = "2020-01-01" }))["personId"];
        using var linked = await lotte.Post($"{family}/members/{mother}/account", await Etag(lotte, family), new { account = await intake.Account("fatima") });
        Assert.True(linked.IsSuccessStatusCode);
        await lotte.Change(family, "key-worker/wishes", new { text = "What somebody else says." });

        using var asked = await fatima.Post(wishes, etag: null, new { text = "Somebody else, please." });
        Assert.Equal(HttpStatusCode.Created, asked.StatusCode);
        Assert.Null(Assert.Single((await fatima.Read(wishes))["items"]!.AsArray())!["answer"]);
        Assert.Equal(2, (await lotte.Read(family))["keyWorkerWishes"]!.AsArray().Count);

        await lotte.Change(family, "key-worker/handovers", new { worker = await Worker("daan"), reason = "You asked for somebody else." });
        var answered = Assert.Single((await fatima.Read(wishes))["items"]!.AsArray())!;
        Assert.Equal(("Somebody else, please.", "You asked for somebody else."), ((string?)answered["text"], (string?)answered["answer"]));
    }

    [Fact]
    public async Task Who_left_the_family_asks_for_nothing_there_and_reads_no_answer()
    {
        var family = await NewFamily();
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        var wishes = $"{family}/own-key-worker-wishes";
        await lotte.Change(family, "key-worker", new { worker = await Worker("lotte") });
        var partner = (await lotte.Change(family, "members", new { role = "partner", person = new { givenName = "Mira" }, from = "2020-01-01" }))["personId"];
        using var linked = await lotte.Post($"{family}/members/{partner}/account", await Etag(lotte, family), new { account = await intake.Account("fatima") });
        Assert.True(linked.IsSuccessStatusCode);
        using var asked = await fatima.Post(wishes, etag: null, new { text = "Somebody else, please." });
        Assert.Equal(HttpStatusCode.Created, asked.StatusCode);
        await lotte.Change(family, $"members/{partner}/end", new { until = "2021-01-01" });
        var before = await Etag(lotte, family);

        using var again = await fatima.Post(wishes, etag: null, new { text = "Somebody else after all." });
        using var elsewhere = await fatima.Post("/gm0344/intake/v1/families/01935c00-0000-7000-8000-00000000dead/own-key-worker-wishes", etag: null, new { text = "x" });

        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Equal(await elsewhere.Content.ReadAsStringAsync(Cancel), await again.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await fatima.GetAsync(wishes, Cancel)).StatusCode);
        Assert.Equal(before, await Etag(lotte, family));
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
        $"/gm0344/intake/v1/families/{(await intake.Register(JsonNode.Parse(RegisterContactTests.Concern())!))["familyId"]}";

    async Task<object> Worker(string user) =>
        new { account = await intake.Account(user) };

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
