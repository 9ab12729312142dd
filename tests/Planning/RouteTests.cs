using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.CaseFiles.Tests;
using Geborgen.Support;

namespace Geborgen.Planning.Tests;

/// <summary>Every route of a plan, asked by who may and who may not, with and without the version that it was made on, and twice.</summary>
public class RouteTests(PlanningServer server)
{
    static readonly Guid Unknown = Guid.CreateVersion7();

    static string Day(int days) => $"{TestDay.Today.AddDays(days):yyyy-MM-dd}";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What is added to a plan, which needs no version; each of them is accepted by a plan of which the family had its turn.</summary>
    static IEnumerable<(string Below, object Body)> Added(Planned plan) =>
    [
        ("family-first/plans", new { personId = plan.Household.Mother, text = "I cook on Monday." }),
        ("domains", new { domain = "school", view = "goesWell" }),
        ("goals", new { domain = "household", text = "To sleep.", ownerId = plan.Household.Mother }),
        ("conditions", new { text = "Nobody drinks.", source = "agreed" }),
        ("advice", new { text = "Call the debt helpers." }),
        ("choices", new { question = "Who cooks?", options = new[] { "Oma", "Aunt" } }),
        ("answers", new { personId = plan.Household.Mother, answer = "agrees" }),
        ("actions", new { what = "Opens the post." }),
        ("supports", new { domain = "housing", what = "A home." }),
        ("partners", new { kind = "debtHelp", name = "Ans", organisation = "Debt help", reason = "To open the letters." }),
        ("safety-agreements", new { who = "Aunt", what = "Sleeps here.", until = TestDay.Now.AddDays(7), agreedBy = new[] { "Samira" } }),
        ("barriers", new { kind = "housing", text = "No home.", board = "The board" }),
    ];

    /// <summary>What is changed of a plan as it was read.</summary>
    static IEnumerable<(string Below, object? Body)> Changed(Planned plan) =>
    [
        ("family-first", new { until = Day(7) }),
        ("family-first/skip", new { threat = "x", explanation = "x", reason = "x", alternatives = "x" }),
        ($"conditions/{Unknown}/end", new { why = "x" }),
        ($"choices/{Unknown}/chosen", new { optionId = Unknown, personId = plan.Household.Mother }),
        ("start", new { evaluateOn = Day(42) }),
        ($"supports/{Unknown}/steps", new { state = "running", why = "x" }),
        ($"partners/{Unknown}/end", null),
        ($"partners/{Unknown}/invitations", null),
        ($"partners/{Unknown}/shares", new { partId = Unknown, from = Day(0), until = Day(1) }),
        ($"shares/{Unknown}/end", null),
        ($"safety-agreements/{Unknown}/evaluations", new { outcome = "ended", howItWent = "x" }),
        ("evaluations", new { whatChanged = "x", usefulness = "helped" }),
        ($"barriers/{Unknown}/answer", new { answer = "x", taken = true }),
        ("closing", new { outcome = "goesOnAlone", explanation = "x" }),
    ];

    [Fact]
    public async Task What_is_added_needs_no_version_and_is_added_once_under_its_key()
    {
        using var lotte = await server.As("lotte");
        var plan = await server.NewPlan();
        foreach (var (below, body) in Added(plan))
        {
            var key = $"{Guid.CreateVersion7()}";
            using var first = await lotte.Send($"{plan.Path}/{below}", body, key: key);
            Assert.True(first.IsSuccessStatusCode, $"{below}: {await first.Content.ReadAsStringAsync(Cancel)}");
            var version = await lotte.Version(plan.Path);
            using var again = await lotte.Send($"{plan.Path}/{below}", body, key: key);

            Assert.Equal((below, HttpStatusCode.OK, version), (below, again.StatusCode, await lotte.Version(plan.Path)));
        }
    }

    [Fact]
    public async Task What_is_changed_is_changed_as_it_was_read()
    {
        using var lotte = await server.As("lotte");
        var plan = await server.NewPlan();
        foreach (var (below, body) in Changed(plan))
        {
            using var unread = await lotte.Send($"{plan.Path}/{below}", body);
            using var stale = await lotte.Send($"{plan.Path}/{below}", body, "\"999999\"");

            Assert.Equal((below, HttpStatusCode.PreconditionRequired, HttpStatusCode.PreconditionFailed), (below, unread.StatusCode, stale.StatusCode));
        }
    }

    [Theory]
    [InlineData("daan")]
    [InlineData("bram")]
    [InlineData("rosa")]
    [InlineData("fatima")]
    public async Task To_who_does_not_work_with_the_family_its_plan_is_not_there(string user)
    {
        using var other = await server.As(user);
        var plan = await server.NewPlan();
        foreach (var (below, body) in Added(plan).Select(one => (one.Below, (object?)one.Body)).Concat(Changed(plan)))
        {
            using var forbidden = await other.Send($"{plan.Path}/{below}", body, "\"1\"");
            using var unknown = await other.Send($"{PlanningServer.Root}/plans/{Unknown}/{below}", body, "\"1\"");

            Assert.Equal((below, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (below, forbidden.StatusCode, unknown.StatusCode));
            Assert.Equal(await Problem(unknown), await Problem(forbidden));
        }
        foreach (var path in new[] { plan.Path, $"{PlanningServer.Root}/families/{plan.Household.Id}/plans" })
        {
            using var read = await other.GetAsync(path, Cancel);
            Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        }
    }

    [Fact]
    public async Task Who_works_with_the_family_reads_its_plan_and_finds_it_on_the_work_list()
    {
        using var lotte = await server.As("lotte");
        var plan = await server.NewPlan();

        Assert.Equal(("localSupport", "familyFirst"), ((string?)(await lotte.Got(plan.Path))["cause"], (string?)(await lotte.Got(plan.Path))["status"]));
        Assert.Equal([plan.Id], Ids(await lotte.Got($"{PlanningServer.Root}/families/{plan.Household.Id}/plans")));
        Assert.Contains(plan.Id, Ids(await lotte.Got($"{PlanningServer.Root}/plans?limit=100")));
    }

    [Fact]
    public async Task The_work_list_has_what_comes_near_its_end_and_what_is_closed_apart()
    {
        using var lotte = await server.As("lotte");
        var (plan, closed) = (await server.NewPlan(), await server.NewPlan());
        await lotte.Change(plan.Path, "family-first", new { until = Day(0) });
        await Terms.ComeNear(server.Database, "plans", Cancel, plan.Id);
        await lotte.Change(closed.Path, "closing", new { outcome = "brokenOff", explanation = "We could not reach you." });

        Assert.Contains(plan.Id, Ids(await lotte.Got($"{PlanningServer.Root}/plans?view=clocksSoon&limit=100")));
        Assert.DoesNotContain(closed.Id, Ids(await lotte.Got($"{PlanningServer.Root}/plans?limit=100")));
        Assert.Contains(closed.Id, Ids(await lotte.Got($"{PlanningServer.Root}/plans?view=all&limit=100")));
    }

    static IEnumerable<Guid> Ids(JsonObject page) => page["items"]!.AsArray().Select(one => (Guid)one!["id"]!);

    static async Task<string> Problem(HttpResponseMessage answer) => (string)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]!;
}
