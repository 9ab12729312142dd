using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Tests;

public class ResponsibilityRouteTests(IntakeServer intake)
{
    const string Reason = "The family moves in December.";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_receiving_team_reads_what_it_must_know_and_accepts()
    {
        var (family, contact, child) = await NewFamily();
        using var lotte = await intake.As("lotte");
        using var bram = await intake.As("bram");
        Assert.Equal(HttpStatusCode.NotFound, (await bram.GetAsync(family, Cancel)).StatusCode);

        var offer = await Offer(lotte, family, child);

        foreach (var path in new[] { family, $"{family}/members", $"{family}/contacts", contact, $"{family}/responsibility-offers" })
            Assert.Equal(HttpStatusCode.OK, (await bram.GetAsync(path, Cancel)).StatusCode);
        var read = await bram.Read($"{family}/responsibility-offers");
        Assert.Equal((Reason, "gm0344"), ((string?)read["items"]![0]!["reason"], (string?)read["responsibilities"]![0]!["municipality"]));
        await NotFound(bram, $"{family}/key-worker", family, new { worker = new { account = await intake.Account("bram") } });
        await NotFound(lotte, $"{offer}/acceptance", family, null);
        await NotFound(bram, $"{offer}/withdrawal", family, null);

        await bram.Change(family, Below(family, offer) + "/acceptance", null);

        Assert.Equal(HttpStatusCode.NotFound, (await lotte.GetAsync(family, Cancel)).StatusCode);
        var accepted = await bram.Read($"{family}/responsibility-offers");
        Assert.Equal(("accepted", "gm0355"), ((string?)accepted["items"]![0]!["answer"], (string?)accepted["responsibilities"]![0]!["municipality"]));
        await bram.Change(family, "key-worker", new { worker = new { account = await intake.Account("bram") } });
        Assert.Equal("Bram Visser", (string?)(await bram.Read(family))["keyWorker"]!["name"]);
    }

    [Fact]
    public async Task Who_refuses_or_is_asked_no_more_reads_no_more()
    {
        var (family, _, child) = await NewFamily();
        using var lotte = await intake.As("lotte");
        using var bram = await intake.As("bram");
        var offer = Below(family, await Offer(lotte, family, child));
        await bram.Refused("invalid-input", family, $"{offer}/refusal", new { reason = " " }, HttpStatusCode.BadRequest);
        await bram.Change(family, $"{offer}/refusal", new { reason = "They live elsewhere." });
        Assert.Equal(HttpStatusCode.NotFound, (await bram.GetAsync(family, Cancel)).StatusCode);
        Assert.Equal("They live elsewhere.", (string?)(await lotte.Read($"{family}/responsibility-offers"))["items"]![0]!["answerReason"]);

        var second = Below(family, await Offer(lotte, family, child));
        await lotte.Change(family, $"{second}/withdrawal", null);
        await lotte.Refused("offer-answered", family, $"{second}/withdrawal", null);
        Assert.Equal(HttpStatusCode.NotFound, (await bram.GetAsync(family, Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_refusal_has_its_code_and_leaves_everything_as_it_was()
    {
        var (family, _, child) = await NewFamily();
        using var lotte = await intake.As("lotte");
        var before = await intake.Rows();

        await Refused("offer-without-children", [], "gm0355", HttpStatusCode.BadRequest);
        await Refused("not-a-child-here", [Guid.CreateVersion7()], "gm0355", HttpStatusCode.BadRequest);
        await Refused("unknown-municipality", [child], "gm9999", HttpStatusCode.BadRequest);
        await Refused("already-responsible", [child], "gm0344", HttpStatusCode.Conflict);
        await lotte.Refused("invalid-input", family, "responsibility-offers", new { children = new[] { child }, toMunicipality = "gm0355" }, HttpStatusCode.BadRequest);
        Assert.Equal(before, await intake.Rows());
        await Offer(lotte, family, child);
        await Refused("offered-already", [child], "gm0355", HttpStatusCode.Conflict);
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await lotte.Post($"{family}/responsibility-offers", null,
            new { children = new[] { child }, toMunicipality = "gm0355", reason = Reason })).StatusCode);

        Task Refused(string code, Guid[] children, string to, HttpStatusCode status) =>
            lotte.Refused(code, family, "responsibility-offers", new { children, toMunicipality = to, reason = Reason }, status);
    }

    [Fact]
    public async Task Of_two_answers_at_the_same_moment_one_wins()
    {
        var (family, _, child) = await NewFamily();
        using var lotte = await intake.As("lotte");
        using var bram = await intake.As("bram");
        var offer = await Offer(lotte, family, child);
        var etag = await bram.Etag(family);

        var answers = await Task.WhenAll(
            bram.Post($"{offer}/acceptance", etag, null), bram.Post($"{offer}/refusal", etag, new { reason = "x" }), lotte.Post($"{offer}/withdrawal", etag, null));

        // The others find the family changed, or are no longer involved with it.
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.Contains(
            answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.PreconditionFailed, HttpStatusCode.NotFound }));
        await using var db = intake.OpenOwner();
        var id = Guid.Parse(family.Split('/')[^1]);
        Assert.Equal(1, await db.Database.SqlQuery<int>(
            $"select count(*)::int as \"Value\" from event_log where stream = {id} and name in ('responsibility-accepted', 'responsibility-refused', 'responsibility-withdrawn')")
            .SingleAsync(Cancel));
    }

    [Fact]
    public async Task Nobody_but_a_worker_sees_a_move()
    {
        var (family, contact, child) = await NewFamily();
        using var lotte = await intake.As("lotte");
        using var bram = await intake.As("bram");
        using var mother = await intake.As("fatima");
        using var school = await intake.As("petra");
        using var system = await intake.AsClient("gm0344-case-system");
        using var elsewhere = await intake.AsClient("gm0355-case-system");
        var sent = contact.Replace("/contacts/", "/submissions/", StringComparison.Ordinal);
        var before = await system.Read(sent);

        var offer = await Offer(lotte, family, child);
        await Same();
        await bram.Change(family, Below(family, offer) + "/acceptance", null);
        await Same();

        async Task Same()
        {
            Assert.Equal(before, await system.Read(sent), JsonNode.DeepEquals);
            foreach (var client in new[] { mother, school, system, elsewhere })
            {
                foreach (var path in new[] { family, $"{family}/members", $"{family}/contacts", $"{family}/responsibility-offers", $"{family}/emergencies" })
                    await Nothing(client, await client.GetAsync(path, Cancel));
                var another = new { children = new[] { child }, toMunicipality = "gm0355", reason = "x" };
                foreach (var (path, body) in new (string, object?)[]
                {
                    ($"{family}/responsibility-offers", another), ($"{offer}/acceptance", null), ($"{offer}/refusal", new { reason = "x" }), ($"{offer}/withdrawal", null),
                })
                    await Nothing(client, await client.Post(path, "\"1\"", body));
                foreach (var path in new[] { "contacts", "emergencies", "events" })
                    await Nothing(client, await client.GetAsync($"/gm0344/intake/v1/{path}", Cancel));
            }
        }

        static async Task Nothing(HttpClient client, HttpResponseMessage answer)
        {
            using (answer)
            {
                Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden });
                Assert.DoesNotContain("gm0355", await answer.Content.ReadAsStringAsync(Cancel));
            }
        }
    }

    [Fact]
    public async Task No_word_of_it_stands_on_an_event_and_the_receiving_team_is_nobodys_contact_point()
    {
        var (family, _, child) = await NewFamily("999990317");
        using var lotte = await intake.As("lotte");
        await Offer(lotte, family, child);

        using var daan = await intake.As("daan");
        using var found = await daan.Post("/gm0344/intake/v1/persons/_zoek", null, new { bsn = "999990317" });
        Assert.DoesNotContain("gm0355", await found.Content.ReadAsStringAsync(Cancel));
        await using var db = intake.OpenOwner();
        Assert.Equal(0, await db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from event_log where body::text like '%moves in December%'").SingleAsync(Cancel));
    }

    async Task<(string Family, string Contact, Guid Child)> NewFamily(string? bsn = null)
    {
        var contact = await intake.Register(JsonNode.Parse(RegisterContactTests.Concern(bsn))!);
        var family = $"/gm0344/intake/v1/families/{contact["familyId"]}";
        using var lotte = await intake.As("lotte");
        var child = (await lotte.Read($"{family}/members"))["items"]!.AsArray().Single(one => (string?)one!["role"] == "child")!["personId"]!.GetValue<Guid>();
        return (family, $"/gm0344/intake/v1/contacts/{contact["id"]}", child);
    }

    static async Task<string> Offer(HttpClient client, string family, Guid child)
    {
        await client.Change(family, "responsibility-offers", new { children = new[] { child }, toMunicipality = "gm0355", reason = Reason });
        var offers = await client.Read($"{family}/responsibility-offers");
        return $"{family}/responsibility-offers/{offers["items"]![0]!["id"]}";
    }

    static string Below(string family, string path) => path[(family.Length + 1)..];

    static async Task NotFound(HttpClient client, string path, string family, object? body)
    {
        using var answer = await client.Post(path, await client.Etag(family), body);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
