using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.CaseFiles.Tests;
using Geborgen.Support;

namespace Geborgen.Planning.Tests;

/// <summary>Who helps along gets in by a code, reads the own actions and what is shared, and nothing else.</summary>
public class PartnerRouteTests(PlanningServer server)
{
    const string Plans = $"{PlanningServer.Root}/partner-plans";

    static string Day(int days) => $"{TestDay.Today.AddDays(days):yyyy-MM-dd}";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_gets_in_reads_the_own_actions_and_the_shared_parts_and_nothing_else()
    {
        using var lotte = await server.As("lotte");
        using var petra = await server.As("petra");
        var (plan, partner, code) = await Invited(lotte);
        var goals = (await lotte.Change(plan.Path, "goals", new { domain = "household", text = "The mornings are calm.", ownerId = plan.Household.Mother }))["goals"]!.AsArray();
        await lotte.Change(plan.Path, "goals", new { domain = "household", text = "Of nobody else.", ownerId = plan.Household.Mother });
        await lotte.Change(plan.Path, "actions", new { what = "Breakfast at school.", partnerId = partner });
        await lotte.Change(plan.Path, "actions", new { what = "What Lotte does." });
        await lotte.Change(plan.Path, $"partners/{partner}/shares", new { partId = goals[^1]!["id"], from = Day(0), until = Day(30) });

        var entered = await petra.Sent(Plans, new { code });

        Assert.Equal(["Breakfast at school."], entered["actions"]!.AsArray().Select(one => (string?)one!["what"]));
        Assert.Equal(["The mornings are calm."], entered["parts"]!.AsArray().Select(one => (string?)one!["text"]));
        Assert.DoesNotContain("nobody else", entered.ToJsonString(), StringComparison.Ordinal);
        using var read = await petra.GetAsync(plan.Path, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, read.StatusCode);
    }

    [Fact]
    public async Task A_code_is_used_once_by_one_person_and_repeated_by_that_one_lets_in_nobody_else()
    {
        using var lotte = await server.As("lotte");
        using var petra = await server.As("petra");
        var (_, _, code) = await Invited(lotte);
        await petra.Sent(Plans, new { code });
        var version = (await petra.Sent(Plans, new { code }))["id"];

        Assert.NotNull(version);
        Assert.Equal("not-found", await Code(petra, Plans, new { code = "0000000000" }));
        using var lottes = await lotte.Send(Plans, new { code });
        Assert.Equal(HttpStatusCode.Forbidden, lottes.StatusCode);
    }

    [Fact]
    public async Task Who_helps_reports_only_on_the_own_actions()
    {
        using var lotte = await server.As("lotte");
        using var petra = await server.As("petra");
        var (plan, partner, code) = await Invited(lotte);
        var own = Last(await lotte.Change(plan.Path, "actions", new { what = "Breakfast at school.", partnerId = partner }));
        var others = Last(await lotte.Change(plan.Path, "actions", new { what = "What Lotte does." }));
        await petra.Sent(Plans, new { code });

        var reported = await petra.Sent($"{Plans}/{plan.Id}/actions/{own}/reports", new { text = "They were glad.", doneOn = Day(0) });

        Assert.Equal(Day(0), (string?)reported["actions"]![0]!["doneOn"]);
        Assert.Equal("not-found", await Code(petra, $"{Plans}/{plan.Id}/actions/{others}/reports", new { text = "x" }));
        Assert.Equal("done-before-planned", await Code(petra, $"{Plans}/{plan.Id}/actions/{own}/reports", new { doneOn = Day(-1) }));
        var said = (await lotte.Got(plan.Path))["statements"]!.AsArray()[^1]!;
        Assert.Equal(("They were glad.", "De Regenboog"), ((string?)said["text"], (string?)said["authorName"]));
    }

    [Fact]
    public async Task A_share_that_ended_a_second_ago_shows_nothing_and_who_left_is_not_in()
    {
        using var lotte = await server.As("lotte");
        using var petra = await server.As("petra");
        var (plan, partner, code) = await Invited(lotte);
        var goal = (await lotte.Change(plan.Path, "goals", new { domain = "household", text = "Calm.", ownerId = plan.Household.Mother }))["goals"]![0]!["id"];
        var share = (await lotte.Change(plan.Path, $"partners/{partner}/shares", new { partId = goal, from = Day(0), until = Day(30) }))["partners"]![0]!["shares"]![0]!["id"];
        await petra.Sent(Plans, new { code });
        Assert.Single((await Listed(petra, plan))!["parts"]!.AsArray());

        await lotte.Change(plan.Path, $"shares/{share}/end");
        Assert.Empty((await Listed(petra, plan))!["parts"]!.AsArray());
        await lotte.Change(plan.Path, $"partners/{partner}/end");

        Assert.Null(await Listed(petra, plan));
        using var report = await petra.Send($"{Plans}/{plan.Id}/actions/{Guid.CreateVersion7()}/reports", new { text = "x" });
        Assert.Equal(HttpStatusCode.NotFound, report.StatusCode);
    }

    [Fact]
    public async Task The_family_reads_who_helps_and_why_and_how_many_that_are()
    {
        using var lotte = await server.As("lotte");
        using var fatima = await server.As("fatima");
        var (plan, _, _) = await Invited(lotte);

        var own = (await fatima.Got($"{PlanningServer.Root}/own-plans"))["items"]!.AsArray().Single(one => (Guid)one!["id"]! == plan.Id)!;

        Assert.Equal(("De Regenboog", "Breakfast."), ((string?)own["helpers"]![0]!["name"], (string?)own["helpers"]![0]!["reason"]));
        Assert.Equal(2, (int)own["helperCount"]!);
    }

    [Fact]
    public async Task Every_reading_and_report_of_who_helps_stands_in_the_access_log_of_the_family()
    {
        using var lotte = await server.As("lotte");
        using var petra = await server.As("petra");
        using var pieter = await server.As("pieter");
        var (plan, _, code) = await Invited(lotte);
        await petra.Sent(Plans, new { code });
        await petra.Got(Plans);

        var log = (await pieter.Got($"{PlanningServer.Root}/families/{plan.Household.Id}/access-log?limit=100"))["items"]!.AsArray();

        Assert.Superset(new HashSet<string?> { "partner-plan.enter", "partner-plan.list" }, log.Select(one => (string?)one!["resource"]).ToHashSet());
    }

    async Task<(Planned Plan, JsonNode Partner, JsonNode Code)> Invited(HttpClient lotte)
    {
        var plan = await server.NewPlan();
        await lotte.Change(plan.Path, "family-first/plans", new { personId = plan.Household.Mother, text = "My sister cooks." });
        var joined = await lotte.Change(plan.Path, "partners", new { kind = "school", name = "De Regenboog", organisation = "School", reason = "Breakfast." });
        var partner = joined["partners"]![0]!["id"]!;
        return (plan, partner, (await lotte.Change(plan.Path, $"partners/{partner}/invitations"))["code"]!);
    }

    static JsonNode Last(JsonObject plan) => plan["actions"]!.AsArray()[^1]!["id"]!;

    static async Task<JsonNode?> Listed(HttpClient petra, Planned plan) =>
        (await petra.Got(Plans))["items"]!.AsArray().SingleOrDefault(one => (Guid)one!["id"]! == plan.Id);

    static async Task<string> Code(HttpClient client, string path, object body)
    {
        using var answer = await client.Send(path, body);
        return ((string)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]!).Split(':')[^1];
    }
}
