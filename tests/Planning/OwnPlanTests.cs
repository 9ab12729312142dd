using System.Net;
using System.Text.Json.Nodes;
using Geborgen.CaseFiles.Tests;
using Geborgen.Support;

namespace Geborgen.Planning.Tests;

public class OwnPlanTests(PlanningServer server)
{
    static readonly string[] Helped = ["network"];

    static readonly string[] Ways = ["Oma", "Aunt"];

    static DateOnly Today => TestDay.Today;

    [Fact]
    public async Task A_family_goes_first_and_works_by_its_own_plan()
    {
        var plan = await server.NewPlan();
        using var lotte = await server.As("lotte");
        using var fatima = await server.As("fatima");

        await lotte.Refused(HttpStatusCode.Conflict, "family-goes-first", plan.Path, "goals", new { domain = "household", text = "Sleep.", ownerId = plan.Household.Mother });
        await lotte.Change(plan.Path, "family-first", new { until = Today.AddDays(14) });
        await fatima.Sent($"{plan.Path}/own-plans", new { text = "Grandmother fetches the children on Tuesday and Thursday." });
        var own = await fatima.Sent($"{plan.Path}/own-goals", new { domain = "household", text = "To sleep eight hours.", ownScale = "my figure" });
        var goal = (string?)own["goals"]![0]!["id"];
        await fatima.Sent($"{plan.Path}/own-answers", new { answer = "agrees" });
        var started = await lotte.Change(plan.Path, "start", new { evaluateOn = Today.AddDays(42) });
        Assert.Equal("running", (string?)started["status"]);
        var reported = await fatima.Sent($"{plan.Path}/own-goals/{goal}/progress", new { text = "Six hours.", onOwnScale = "6" });
        Assert.Equal("6", (string?)reported["goals"]![0]!["progress"]![0]!["onOwnScale"]);
        await lotte.Refused(HttpStatusCode.Conflict, "not-evaluated", plan.Path, "closing", new { outcome = "goesOnAlone", explanation = "It goes well." });
        await lotte.Change(plan.Path, "evaluations", new
        {
            whatChanged = "She sleeps.",
            usefulness = "helped",
            workingElements = Helped,
            goals = new[] { new { goalId = goal, outcome = "reached" } },
        });
        var closed = await lotte.Change(plan.Path, "closing", new { outcome = "goesOnWithNetwork", explanation = "It goes well." });
        Assert.Equal("closed", (string?)closed["status"]);
    }

    [Fact]
    public async Task A_member_reads_what_is_asked_offered_and_waited_for()
    {
        using var lotte = await server.As("lotte");
        using var fatima = await server.As("fatima");
        var plan = await server.NewPlan();
        await fatima.Sent($"{plan.Path}/own-plans", new { text = "My sister cooks." });
        await lotte.Change(plan.Path, "choices", new { question = "Who cooks?", options = Ways });
        await lotte.Change(plan.Path, "actions", new { what = "Opens the post.", personId = plan.Household.Mother });
        var support = (await lotte.Change(plan.Path, "supports", new { domain = "housing", what = "A home." }))["supports"]![0]!["id"];
        await lotte.Change(plan.Path, $"supports/{support}/steps", new { state = "waiting", why = "The list is long.", meanwhile = "Lotte calls." });
        await lotte.Change(plan.Path, "safety-agreements", new { who = "Aunt", what = "Sleeps here.", until = TestDay.Now.AddDays(7), agreedBy = Ways });
        await lotte.Change(plan.Path, "barriers", new { kind = "housing", text = "No home.", board = "The board" });

        var own = await Own(fatima, plan);

        Assert.Equal(["answerPlan", "choose", "doAction"], own["asked"]!.AsArray().Select(one => (string?)one!["what"]));
        var waited = own["supports"]![0]!;
        Assert.Equal(("waiting", "The list is long.", "Lotte calls."), ((string?)waited["state"], (string?)waited["why"], (string?)waited["meanwhile"]));
        Assert.NotNull(waited["waitingSince"]);
        Assert.Equal(("Sleeps here.", "No home."), ((string?)own["agreements"]![0]!["what"], (string?)own["barriers"]![0]!["text"]));
        Assert.DoesNotContain("01935a00", own.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("gm0344", own.ToJsonString(), StringComparison.Ordinal);

        var chosen = await fatima.Sent($"{plan.Path}/own-choices/{own["choices"]![0]!["id"]}", new { optionId = own["choices"]![0]!["options"]![1]!["id"] });
        Assert.Equal(["answerPlan", "doAction"], chosen["asked"]!.AsArray().Select(one => (string?)one!["what"]));
    }

    [Fact]
    public async Task Why_a_family_does_not_go_first_it_reads_with_what_it_can_do()
    {
        using var lotte = await server.As("lotte");
        using var fatima = await server.As("fatima");
        var plan = await server.NewPlan();

        await lotte.Change(plan.Path, "family-first/skip", new { threat = "He stood at the door.", explanation = "It was not safe.", reason = "x", alternatives = "x" });

        var skipped = (await Own(fatima, plan))["skipped"]!;
        Assert.Equal(("It was not safe.", "complaint"), ((string?)skipped["explanation"], (string?)skipped["remedy"]));
    }

    [Fact]
    public async Task What_is_not_the_members_own_is_not_there_to_report_on()
    {
        using var lotte = await server.As("lotte");
        using var fatima = await server.As("fatima");
        var plan = await server.NewPlan();
        await fatima.Sent($"{plan.Path}/own-plans", new { text = "My sister cooks." });
        var childs = (await lotte.Change(plan.Path, "goals", new { domain = "school", text = "To read.", ownerId = plan.Household.Child }))["goals"]![0]!["id"];

        using var answer = await fatima.Send($"{plan.Path}/own-goals/{childs}/progress", new { text = "x" });
        using var unknown = await fatima.Send($"{PlanningServer.Root}/plans/{Guid.CreateVersion7()}/own-answers", new { answer = "agrees" });

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.NotFound), (answer.StatusCode, unknown.StatusCode));
    }

    [Fact]
    public async Task What_became_secret_since_it_was_written_is_held_back()
    {
        using var lotte = await server.As("lotte");
        using var fatima = await server.As("fatima");
        var plan = await server.NewPlan();
        await lotte.Change(plan.Path, "advice", new { text = "Go to Kerkstraat." });

        server.Intake.Addresses[plan.Household.Id] = "Kerkstraat";

        Assert.Equal("", (string?)(await Own(fatima, plan))["advice"]![0]!["text"]);
    }

    [Fact]
    public async Task What_a_member_says_twice_under_one_key_is_said_once()
    {
        using var fatima = await server.As("fatima");
        var plan = await server.NewPlan();
        using var first = await fatima.Send($"{plan.Path}/own-plans", new { text = "My sister cooks." }, key: "one");
        using var second = await fatima.Send($"{plan.Path}/own-plans", new { text = "My sister cooks." }, key: "one");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Single((await Own(fatima, plan))["ownStatements"]!.AsArray());
    }

    static async Task<JsonNode> Own(HttpClient fatima, Planned plan) =>
        (await fatima.Got($"{PlanningServer.Root}/own-plans"))["items"]!.AsArray().Single(one => (Guid)one!["id"]! == plan.Id)!;
}
