using System.Net;
using Geborgen.CaseFiles.Tests;
using Geborgen.Support;

namespace Geborgen.Planning.Tests;

public class OwnPlanTests(PlanningServer server)
{
    static readonly string[] Helped = ["network"];

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
}
