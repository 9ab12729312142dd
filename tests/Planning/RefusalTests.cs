using System.Net;
using System.Text.Json.Nodes;
using Geborgen.CaseFiles.Tests;
using Geborgen.Support;

namespace Geborgen.Planning.Tests;

/// <summary>What the rules refuse is refused over HTTP with its code, and leaves the plan as it was.</summary>
public class RefusalTests(PlanningServer server)
{
    const HttpStatusCode Bad = HttpStatusCode.BadRequest, Conflict = HttpStatusCode.Conflict, Missing = HttpStatusCode.NotFound;

    static readonly Guid Unknown = Guid.CreateVersion7();
    static readonly string[] One = ["one"], Samira = ["Samira"], Places = ["Kerkstraat", "Here"];

    static string Day(int days) => $"{TestDay.Today.AddDays(days):yyyy-MM-dd}";

    [Fact]
    public async Task While_the_family_goes_first()
    {
        using var lotte = await server.As("lotte");
        var plan = await server.NewPlan();

        await Each(lotte, plan,
        [
            (Conflict, "family-goes-first", "goals", new { domain = "household", text = "x", ownerId = plan.Household.Mother }),
            (Conflict, "family-goes-first", "actions", new { what = "x" }),
            (Conflict, "family-goes-first", "supports", new { domain = "housing", what = "x" }),
            (Conflict, "family-goes-first", "start", new { evaluateOn = Day(42) }),
            (Conflict, "nothing-to-answer", "answers", new { personId = plan.Household.Mother, answer = "agrees" }),
            (Bad, "family-first-without-day", "family-first", new { until = Day(-1) }),
            (Bad, "skip-without-threat", "family-first/skip", new { explanation = "x", reason = "x", alternatives = "x" }),
            (Bad, "condition-without-source", "conditions", new { text = "x" }),
            (Bad, "consequence-missing", "conditions", new { text = "x", source = "announced" }),
            (Conflict, "no-such-order", "conditions", new { text = "x", source = "ordered" }),
            (Missing, "not-found", $"conditions/{Unknown}/end", new { why = "x" }),
            (Bad, "choice-without-options", "choices", new { question = "x", options = One }),
            (Missing, "not-found", $"choices/{Unknown}/chosen", new { optionId = Unknown, personId = plan.Household.Mother }),
            (Bad, "joined-without-reason", "partners", new { kind = "school", name = "x" }),
            (Missing, "not-found", $"partners/{Unknown}/end", null),
            (Missing, "not-found", $"partners/{Unknown}/invitations", null),
            (Missing, "not-found", $"shares/{Unknown}/end", null),
            (Bad, "nobody-agreed", "safety-agreements", new { who = "x", what = "x", until = TestDay.Now.AddDays(7) }),
            (Bad, "agreement-without-end", "safety-agreements", new { who = "x", what = "x", until = TestDay.Now, agreedBy = Samira }),
            (Missing, "not-found", $"safety-agreements/{Unknown}/evaluations", new { outcome = "ended", howItWent = "x" }),
            (Missing, "not-found", $"barriers/{Unknown}/answer", new { answer = "x", taken = true }),
            (Conflict, "plan-not-started", "evaluations", new { whatChanged = "x", usefulness = "helped" }),
            (Conflict, "not-evaluated", "closing", new { outcome = "goesOnAlone", explanation = "x" }),
        ]);
    }

    [Fact]
    public async Task While_it_is_written()
    {
        using var lotte = await server.As("lotte");
        var plan = await server.NewPlan();
        await lotte.Change(plan.Path, "family-first/skip", new { threat = "x", explanation = "x", reason = "x", alternatives = "x" });
        var partner = Last(await lotte.Change(plan.Path, "partners", new { kind = "network", name = "Oma", reason = "x" }), "partners");

        await Each(lotte, plan,
        [
            (Conflict, "family-first-over", "family-first", new { until = Day(7) }),
            (Bad, "goal-without-owner", "goals", new { domain = "household", text = "x" }),
            (Bad, "not-a-member", "goals", new { domain = "household", text = "x", ownerId = Unknown }),
            (Missing, "not-found", $"goals/{Unknown}/progress", new { personId = plan.Household.Mother, text = "x" }),
            (Conflict, "not-asked", "answers", new { personId = Unknown, answer = "agrees" }),
            (Conflict, "nothing-in-plan", "start", new { evaluateOn = Day(42) }),
            (Bad, "one-does-it", "actions", new { what = "x", personId = plan.Household.Mother, partnerId = partner }),
            (Conflict, "consent-missing", "actions", new { what = "x", childId = plan.Household.Child }),
            (Conflict, "consent-missing", "supports", new { domain = "school", what = "x", childId = plan.Household.Child }),
            (Missing, "not-found", $"actions/{Unknown}/reports", new { text = "x" }),
            (Missing, "not-found", $"partners/{partner}/shares", new { partId = Unknown, from = Day(0), until = Day(1) }),
            (Missing, "not-found", $"supports/{Unknown}/steps", new { state = "running", why = "x" }),
        ]);
    }

    [Fact]
    public async Task Once_something_stands_in_it()
    {
        using var lotte = await server.As("lotte");
        var plan = await server.NewPlan();
        await lotte.Change(plan.Path, "family-first/plans", new { personId = plan.Household.Mother, text = "I cook on Monday." });
        await lotte.Change(plan.Path, "answers", new { personId = plan.Household.Mother, answer = "agrees" });
        var goal = Last(await lotte.Change(plan.Path, "goals", new { domain = "household", text = "To sleep.", ownerId = plan.Household.Mother }), "goals");
        var action = Last(await lotte.Change(plan.Path, "actions", new { what = "Opens the post.", personId = plan.Household.Mother }), "actions");
        var support = Last(await lotte.Change(plan.Path, "supports", new { domain = "housing", what = "A home." }), "supports");
        var partner = Last(await lotte.Change(plan.Path, "partners", new { kind = "network", name = "Oma", reason = "x" }), "partners");
        await Each(lotte, plan,
        [
            (Conflict, "progress-of-another", $"goals/{goal}/progress", new { personId = plan.Household.Child, text = "x" }),
            (Conflict, "progress-of-another", $"actions/{action}/reports", new { text = "x" }),
            (Bad, "done-before-planned", $"actions/{action}/reports", new { personId = plan.Household.Mother, doneOn = Day(-1) }),
            (Bad, "nothing-reported", $"actions/{action}/reports", new { personId = plan.Household.Mother }),
            (Bad, "waiting-alone", $"supports/{support}/steps", new { state = "waiting", why = "x" }),
            (Conflict, "support-not-back", $"supports/{support}/steps", new { state = "asked", why = "x" }),
            (Bad, "share-without-days", $"partners/{partner}/shares", new { partId = goal, from = Day(2), until = Day(1) }),
            (Bad, "evaluation-without-day", "start", new { evaluateOn = Day(-1) }),
        ]);

        await lotte.Change(plan.Path, "start", new { evaluateOn = Day(42) });
        await Each(lotte, plan,
        [
            (Conflict, "plan-started", "start", new { evaluateOn = Day(42) }),
            (Bad, "other-approach-missing", "evaluations", new { whatChanged = "x", usefulness = "didNotHelp" }),
        ]);

        await lotte.Change(plan.Path, "evaluations", new { whatChanged = "x", usefulness = "helped" });
        await Each(lotte, plan, [(Conflict, "support-runs", "closing", new { outcome = "goesOnAlone", explanation = "x" })]);
        await lotte.Change(plan.Path, $"supports/{support}/steps", new { state = "ended", why = "x" });
        await Each(lotte, plan, [(Conflict, "needed-support-ended", $"supports/{support}/steps", new { state = "ended", why = "x" })]);
        await lotte.Change(plan.Path, "safety-agreements", new { who = "x", what = "x", until = TestDay.Now.AddDays(7), agreedBy = Samira });
        await Each(lotte, plan, [(Conflict, "agreement-runs", "closing", new { outcome = "goesOnAlone", explanation = "x" })]);
    }

    [Fact]
    public async Task Once_it_is_closed()
    {
        using var lotte = await server.As("lotte");
        var plan = await server.NewPlan();
        await lotte.Change(plan.Path, "closing", new { outcome = "brokenOff", explanation = "We could not reach you." });

        await Each(lotte, plan,
        [
            (Conflict, "plan-closed", "goals", new { domain = "household", text = "x", ownerId = plan.Household.Mother }),
            (Conflict, "plan-closed", "evaluations", new { whatChanged = "x", usefulness = "helped" }),
            (Conflict, "plan-closed", "closing", new { outcome = "goesOnAlone", explanation = "x" }),
        ]);
    }

    [Fact]
    public async Task What_tells_where_somebody_is_whom_others_may_not_find_is_not_written_for_the_family()
    {
        using var lotte = await server.As("lotte");
        var plan = await server.NewPlan();
        server.Intake.Addresses[plan.Household.Id] = "Kerkstraat";

        await Each(lotte, plan,
        [
            (Conflict, "gives-secret-away", "advice", new { text = "Go to Kerkstraat." }),
            (Conflict, "gives-secret-away", "conditions", new { text = "Nobody goes to Kerkstraat.", source = "agreed" }),
            (Conflict, "gives-secret-away", "choices", new { question = "Where?", options = Places }),
            (Conflict, "gives-secret-away", "partners", new { kind = "school", name = "x", reason = "She is at Kerkstraat." }),
            (Conflict, "gives-secret-away", "barriers", new { kind = "housing", text = "Kerkstraat is full.", board = "x" }),
            (Conflict, "gives-secret-away", "closing", new { outcome = "brokenOff", explanation = "She went to Kerkstraat." }),
        ]);
    }

    [Fact]
    public async Task Free_text_has_a_limit_in_every_script_and_direction()
    {
        using var lotte = await server.As("lotte");
        var plan = await server.NewPlan();
        foreach (var letter in new[] { "a", "é", "ع", "中", "ї" })
        {
            await lotte.Change(plan.Path, "advice", new { text = string.Concat(Enumerable.Repeat(letter, 2000)) });
            using var longer = await lotte.Send($"{plan.Path}/advice", new { text = string.Concat(Enumerable.Repeat(letter, 2001)) });
            Assert.Equal(Bad, longer.StatusCode);
        }
    }

    static JsonNode Last(JsonObject plan, string part) => plan[part]!.AsArray()[^1]!["id"]!;

    static async Task Each(HttpClient lotte, Planned plan, (HttpStatusCode Status, string Code, string Below, object? Body)[] refused)
    {
        foreach (var (status, code, below, body) in refused)
            await lotte.Refused(status, code, plan.Path, below, body);
    }
}
