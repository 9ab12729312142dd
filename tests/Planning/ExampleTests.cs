using System.Text.Json.Nodes;
using Geborgen.CaseFiles.Tests;
using Geborgen.Support;

namespace Geborgen.Planning.Tests;

/// <summary>What the OpenAPI document says is so: its examples are accepted, and every refusal stands in it.</summary>
public class ExampleTests(PlanningServer server)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static string Today => $"{TestDay.Today:yyyy-MM-dd}";

    [Fact]
    public async Task Every_operation_with_a_body_shows_a_request_and_every_file_has_an_operation()
    {
        using var lotte = await server.As("lotte");
        var story = new ExampleStory(await server.Api.Read(lotte, Cancel), lotte);
        Assert.Equal(story.WithBody.Order(), story.Shown.Order());
        Assert.Equal(story.WithBody.Order(), story.FilesOf(typeof(PlanningDb).Assembly, typeof(Geborgen.CaseFiles.DataBreaches).Assembly).Order());
    }

    [Fact]
    public async Task Every_refusal_of_this_service_stands_in_its_description()
    {
        using var lotte = await server.As("lotte");
        Assert.Empty(ApiDocument.RefusalsOf(typeof(PlanningDb).Assembly).Except(ApiDocument.Problems(await server.Api.Read(lotte, Cancel))));
    }

    [Fact]
    public async Task Every_example_is_accepted()
    {
        using var lotte = await server.As("lotte");
        using var fatima = await server.As("fatima");
        using var petra = await server.As("petra");
        var story = new ExampleStory(await server.Api.Read(lotte, Cancel), lotte);

        var plan = await FamilyFirst(story, lotte, fatima);
        await Parts(story, lotte, fatima, plan);
        await Helpers(story, lotte, petra, plan);
        await Words(story, lotte, fatima, plan);
        await ADataBreach(story, lotte, plan);
        await End(story, lotte, plan);

        Assert.Superset(story.Shown.ToHashSet(), story.Played.ToHashSet());
    }

    async Task<Planned> FamilyFirst(ExampleStory story, HttpClient lotte, HttpClient fatima)
    {
        await story.Play(lotte, "SkipFamilyFirst", [(await server.NewPlan()).Id]);
        var told = await server.NewPlan();
        await story.Play(lotte, "RecordOwnPlan", [told.Id], ("/personId", told.Household.Mother));
        var plan = await server.NewPlan();
        await story.Play(lotte, "OfferFamilyFirst", [plan.Id], ("/until", $"{TestDay.Today.AddDays(14):yyyy-MM-dd}"));
        await story.Play(fatima, "WriteOwnPlan", [plan.Id]);
        return plan;
    }

    static async Task Parts(ExampleStory story, HttpClient lotte, HttpClient fatima, Planned plan)
    {
        var mother = plan.Household.Mother;
        await story.Play(lotte, "DescribeDomain", [plan.Id], ("/personId", mother));
        var goal = Last(await story.Play(lotte, "SetGoal", [plan.Id], ("/ownerId", mother)), "goals");
        await story.Play(lotte, "ReportProgress", [plan.Id, goal], ("/personId", mother));
        var own = Last(await story.Play(fatima, "SetOwnGoal", [plan.Id]), "goals");
        await story.Play(fatima, "ReportOwnProgress", [plan.Id, own]);
        var condition = Last(await story.Play(lotte, "SetCondition", [plan.Id]), "conditions");
        await story.Play(lotte, "EndCondition", [plan.Id, condition]);
        await story.Play(lotte, "GiveAdvice", [plan.Id]);
        var choice = (await story.Play(lotte, "OfferChoice", [plan.Id]))["choices"]![0]!;
        await story.Play(lotte, "RecordChoice", [plan.Id, choice["id"]!], ("/optionId", choice["options"]![0]!["id"]!), ("/personId", mother));
        await story.Play(fatima, "ChooseOwn", [plan.Id, choice["id"]!], ("/optionId", choice["options"]![1]!["id"]!));
        await story.Play(lotte, "RecordPlanAnswer", [plan.Id], ("/personId", mother));
        await story.Play(fatima, "AnswerOwnPlan", [plan.Id]);
        await story.Play(lotte, "StartPlan", [plan.Id], ("/evaluateOn", $"{TestDay.Today.AddDays(42):yyyy-MM-dd}"));
        await story.Play(lotte, "AddAction", [plan.Id]);
        var keyWorkers = Last(await story.Play(lotte, "AddAction", [plan.Id]), "actions");
        await story.Play(lotte, "ReportAction", [plan.Id, keyWorkers], ("/doneOn", Today));
        var mothers = Last(await lotte.Change(plan.Path, "actions", new { what = "Opens the post.", personId = mother }), "actions");
        await story.Play(fatima, "ReportOwnAction", [plan.Id, mothers], ("/doneOn", Today));
        var support = Last(await story.Play(lotte, "AskSupport", [plan.Id]), "supports");
        await story.Play(lotte, "ChangeSupport", [plan.Id, support]);
        await lotte.Change(plan.Path, $"supports/{support}/steps", new { state = "ended", why = "It is done." });
        var agreement = Last(await story.Play(lotte, "MakeSafetyAgreement", [plan.Id]), "agreements");
        await story.Play(lotte, "EvaluateSafetyAgreement", [plan.Id, agreement]);
        var barrier = Last(await story.Play(lotte, "RaiseBarrier", [plan.Id]), "barriers");
        await story.Play(lotte, "AnswerBarrier", [plan.Id, barrier]);
    }

    static async Task Helpers(ExampleStory story, HttpClient lotte, HttpClient petra, Planned plan)
    {
        var goal = (await lotte.Got(plan.Path))["goals"]![0]!["id"]!;
        var partner = Last(await story.Play(lotte, "JoinPlan", [plan.Id]), "partners");
        await story.Play(lotte, "SharePart", [plan.Id, partner], ("/partId", goal), ("/from", Today), ("/until", $"{TestDay.Today.AddDays(90):yyyy-MM-dd}"));
        var code = (await lotte.Change(plan.Path, $"partners/{partner}/invitations"))["code"]!;
        await story.Play(petra, "EnterPlan", [], ("/code", code));
        var action = Last(await lotte.Change(plan.Path, "actions", new { what = "Calls the landlord.", partnerId = partner }), "actions");
        await story.Play(petra, "ReportPartnerAction", [plan.Id, action], ("/doneOn", Today));
    }

    static async Task Words(ExampleStory story, HttpClient lotte, HttpClient fatima, Planned plan)
    {
        var mother = plan.Household.Mother;
        var before = (await lotte.Got(plan.Path))["statements"]!.AsArray().Select(one => (string?)one!["id"]).ToHashSet();
        var mothers = (await story.Play(lotte, "AddStatement", [plan.Id], ("/personId", mother)))["statements"]!.AsArray().Single(one => !before.Contains((string?)one!["id"]))!["id"]!;
        await story.Play(lotte, "AmendStatement", [plan.Id, mothers]);
        await story.Play(lotte, "WithdrawStatement", [plan.Id, mothers]);
        var fact = await Said(lotte, plan, "observation");
        await story.Play(lotte, "CorrectStatement", [plan.Id, fact]);
        var contested = (await story.Play(lotte, "ContestStatement", [plan.Id, fact], ("/personId", mother)))["statements"]!.AsArray().Single(one => $"{one!["id"]}" == $"{fact}")!;
        await story.Play(lotte, "SettleContest", [plan.Id, fact, contested["contests"]![0]!["id"]!]);
        var opinion = await Said(lotte, plan, "opinion");
        await story.Play(lotte, "AttachStatement", [plan.Id, opinion], ("/personId", mother));
        await story.Play(lotte, "ShareStatement", [plan.Id, opinion], ("/personId", mother));
        await story.Play(fatima, "ContestSharedStatement", [plan.Id, opinion]);
        var own = (await story.Play(fatima, "AnswerSharedOpinion", [plan.Id, opinion]))["ownStatements"]!.AsArray();
        await story.Play(fatima, "AmendOwnStatement", [plan.Id, own[^1]!["id"]!]);
        await story.Play(lotte, "WithholdStatement", [plan.Id, await Said(lotte, plan, "opinion")]);
        var danger = Last(await story.Play(lotte, "JudgeAcuteDanger", [plan.Id], ("/personId", mother)), "acuteDangers");
        await story.Play(lotte, "EndAcuteDanger", [plan.Id, danger]);
        var unknown = Last(await story.Play(lotte, "RecordNotKnowing", [plan.Id]), "notKnown");
        await story.Play(lotte, "RenewNotKnowing", [plan.Id, unknown]);
        await story.Play(lotte, "ResolveNotKnowing", [plan.Id, unknown]);
        await lotte.Change(plan.Path, "barriers", new { kind = "housing", text = "No home.", board = "The board" });
        var clock = (await lotte.Got(plan.Path))["clocks"]!.AsArray().Last(one => (string?)one!["term"] == "barrierAnswer")!["id"]!;
        await story.Play(lotte, "PauseClock", [plan.Id, clock], ("/until", $"{TestDay.Today.AddDays(7):yyyy-MM-dd}"));
    }

    async Task ADataBreach(ExampleStory story, HttpClient lotte, Planned plan)
    {
        using var pieter = await server.As("pieter");
        using var fatima = await server.As("fatima");
        var wrong = await Said(lotte, plan, "observation");
        await lotte.Change(plan.Path, $"statements/{wrong}/sharings", new { personId = plan.Household.Mother });
        await fatima.Got($"{PlanningServer.Root}/own-plans");
        await story.Play(lotte, "TakeOutStatement", [plan.Id, wrong]);
        const string Breaches = $"{PlanningServer.Root}/data-breaches";
        var breach = (await pieter.Got($"{Breaches}?limit=100"))["items"]!.AsArray().Single(one => (Guid)one!["familyId"]! == plan.Household.Id)!["id"]!;
        var recipient = (await pieter.Got($"{Breaches}/{breach}"))["recipients"]![0]!["id"]!;
        await story.Play(pieter, "TellBreachRecipient", [breach, recipient]);
        await story.Play(pieter, "AssessDataBreach", [breach]);
    }

    static async Task End(ExampleStory story, HttpClient lotte, Planned plan)
    {
        var goal = (await lotte.Got(plan.Path))["goals"]![0]!["id"]!;
        await story.Play(lotte, "EvaluatePlan", [plan.Id], ("/goals/0/goalId", goal), ("/nextOn", $"{TestDay.Today.AddDays(90):yyyy-MM-dd}"));
        await story.Play(lotte, "ClosePlan", [plan.Id]);
    }

    static JsonNode Last(JsonObject plan, string part) => plan[part]!.AsArray()[^1]!["id"]!;

    static async Task<JsonNode> Said(HttpClient lotte, Planned plan, string kind)
    {
        var text = $"{kind} {Guid.CreateVersion7()}";
        var said = await lotte.Change(plan.Path, "statements", new { text, kind, author = "professional" });
        return said["statements"]!.AsArray().Single(one => (string?)one!["text"] == text)!["id"]!;
    }
}
