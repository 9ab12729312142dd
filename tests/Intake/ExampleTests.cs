using System.Text.Json.Nodes;
using Geborgen.CaseFiles;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Families;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

/// <summary>What the OpenAPI document says is so: its examples are accepted, and every refusal stands in it.</summary>
public class ExampleTests(IntakeServer intake)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_operation_with_a_body_shows_a_request_and_every_file_has_an_operation()
    {
        using var nobody = intake.Anonymous;
        var story = new ExampleStory(await Document(), nobody);
        Assert.Equal(story.WithBody.Order(), story.Shown.Order());
        Assert.Equal(story.WithBody.Order(), story.FilesOf(typeof(IntakeDb).Assembly, typeof(DataBreaches).Assembly).Order());
    }

    [Fact]
    public async Task Every_refusal_of_this_service_stands_in_its_description() => Assert.Empty(
        ApiDocument.RefusalsOf(typeof(IntakeDb).Assembly).Except(ApiDocument.Problems(await Document())));

    [Theory]
    [InlineData("RegisterContact", "Idempotency-Key", "Processing-Activity")]
    [InlineData("TriageContact", "Idempotency-Key", "If-Match", "Processing-Activity")]
    [InlineData("GetContact", "Processing-Activity")]
    public async Task The_headers_that_an_operation_reads_are_declared(string operationId, params string[] headers)
    {
        var document = await Document();
        var operation = ApiDocument.Operations(document).Single(one => (string?)one.Operation["operationId"] == operationId).Operation;
        Assert.Equal(headers, ApiDocument.Parameters(operation, document)
            .Where(one => (string?)one["in"] == "header").Select(one => (string)one["name"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_example_is_accepted()
    {
        using var system = await intake.AsClient("gm0344-case-system");
        using var lotte = await intake.As("lotte");
        var story = new ExampleStory(await Document(), lotte);

        await AConcern(story, system, lotte);
        await Advice(story, lotte);
        await AFamily(story, system, lotte);
        await ClosedAndOpened(story, system, lotte);
        await AnEmergency(story);
        await Neighbours(story);
        await ADataBreach(story, system, lotte);
        await Notices(story, system, lotte);
        await story.Play(lotte, "TakeOutContact", [(await Register(story, system))["id"]!]);

        Assert.Superset(story.Shown.ToHashSet(), story.Played.ToHashSet());
    }

    static async Task AConcern(ExampleStory story, HttpClient system, HttpClient lotte)
    {
        await story.Play(system, "AskForHelp", []);
        var sent = await Register(story, system);
        var (contact, mother) = (sent["id"]!, (await Members(lotte, sent["familyId"]!))["parent"]);
        var first = (await lotte.Read($"/gm0344/intake/v1/contacts/{contact}"))["statements"]!.AsArray();
        var (seen, thought) = (Of(first, "kind", "observation"), Of(first, "kind", "interpretation"));

        var own = Of((await story.Play(lotte, "AddStatement", [contact], ("/personId", mother)))["statements"]!.AsArray(), "kind", "opinion");
        await story.Play(lotte, "AmendStatement", [contact, own]);
        await story.Play(lotte, "AttachStatement", [contact, thought], ("/personId", mother));
        await story.Play(lotte, "WithdrawStatement", [contact, own]);
        await story.Play(lotte, "CorrectStatement", [contact, seen]);
        var contested = await story.Play(lotte, "ContestStatement", [contact, seen], ("/personId", mother));
        var contest = contested["statements"]!.AsArray().Single(one => $"{one!["id"]}" == $"{seen}")!["contests"]![0]!["id"]!;
        await story.Play(lotte, "SettleContest", [contact, seen, contest]);
        await story.Play(lotte, "WithholdStatement", [contact, thought]);

        await story.Play(
            lotte, "PauseClock", [contact, Of(contested["clocks"]!.AsArray(), "term", "triage")],
            ("/until", $"{TestDay.Today.AddDays(21):yyyy-MM-dd}"));
        await story.Play(lotte, "PostponeTelling", [contact]);
        await story.Play(lotte, "ShieldReporter", [contact]);
        await story.Play(lotte, "TellThoseConcerned", [contact]);
        await story.Play(lotte, "LiftReporterShield", [contact]);
        var feedback = (await story.Play(lotte, "ReceiveFeedback", [contact], ("/personId", mother)))["feedback"]![0]!["id"]!;
        await story.Play(lotte, "AnswerFeedback", [contact, feedback]);
        var danger = (await story.Play(lotte, "JudgeAcuteDanger", [contact], ("/personId", mother)))["acuteDangers"]![0]!["id"]!;
        await story.Play(lotte, "EndAcuteDanger", [contact, danger]);
        var unknown = (await story.Play(lotte, "RecordNotKnowing", [contact]))["notKnown"]![0]!["id"]!;
        await story.Play(lotte, "RenewNotKnowing", [contact, unknown]);
        await story.Play(lotte, "ResolveNotKnowing", [contact, unknown]);
        await story.Play(lotte, "CorrectWhereabouts", [contact]);
        await story.Play(lotte, "TriageContact", [contact]);
    }

    static Task<JsonObject> Register(ExampleStory story, HttpClient system) => story.Play(system, "RegisterContact", [], ("/receivedAt", ContactHttp.JustNow));

    async Task Advice(ExampleStory story, HttpClient lotte)
    {
        var asked = await intake.Register(new
        {
            kind = "advice",
            channel = "phone",
            receivedAt = ContactHttp.JustNow,
            statements = new[] { new { text = "Hoe vraag ik een kind hoe het thuis gaat?" } },
        });
        await story.Play(lotte, "GiveAdvice", [asked["id"]!]);
    }

    async Task AFamily(ExampleStory story, HttpClient system, HttpClient lotte)
    {
        // The same child once more: that it is known is proposed to whoever works on it.
        var sent = await Register(story, system);
        var family = sent["familyId"]!;
        var members = await Members(lotte, family);
        var links = await lotte.Read($"/gm0344/intake/v1/families/{family}/person-links");
        var proposed = links["items"]!.AsArray().First(one => $"{one!["personId"]}" == members["child"])!;
        await story.Play(lotte, "ConfirmPersonLink", [family], ("/personId", members["child"]), ("/knownPersonId", proposed["knownPersonId"]!));
        await story.Play(lotte, "SharePerson", [family, members["child"]], ("/knownPersonId", proposed["knownPersonId"]!));
        await story.Play(lotte, "SearchPersons", []);
        using (var bram = await intake.As("bram", "consultation"))
            await story.Play(bram, "AskKnownHere", []);
        using (var region = await intake.AsClient("investigation-instance"))
            await story.Play(region, "CheckTexts", [], ("/familyId", family));

        var partner = (await story.Play(lotte, "AddMember", [family]))["personId"]!;
        await story.Play(lotte, "ChangeParticulars", [family, partner]);
        await story.Play(lotte, "CorrectMemberRole", [family, partner]);
        await story.Play(lotte, "RecordResidence", [family, partner]);
        await story.Play(lotte, "RecordDeath", [family, partner]);
        await story.Play(lotte, "EndMembership", [family, partner]);
        await story.Play(lotte, "TakeOutMember", [family, (await story.Play(lotte, "AddMember", [family]))["personId"]!]);
        await story.Play(lotte, "RecordAuthority", [family], ("/childId", members["child"]), ("/parentId", members["parent"]));
        var support = (await story.Play(lotte, "StartInformalSupport", [family]))["id"]!;
        await story.Play(lotte, "NoteInformalSupport", [family, support]);
        await story.Play(lotte, "EndInformalSupport", [family, support]);

        await OtherFamilies(story, system, lotte, family, members["child"]);
        await story.Play(lotte, "AssignKeyWorker", [family]);
        await story.Play(lotte, "LinkMemberAccount", [family, members["child"]]);
        await story.Play(lotte, "UnlinkMemberAccount", [family, members["child"]]);
        await story.Play(lotte, "LinkMemberAccount", [family, members["parent"]]);
        using var fatima = await intake.As("fatima");
        await story.Play(lotte, "TellThoseConcerned", [sent["id"]!]);
        await story.Play(fatima, "GiveOwnFeedback", [sent["id"]!]);
        var said = await story.Play(lotte, "AddStatement", [sent["id"]!], ("/personId", members["parent"]));
        await story.Play(fatima, "AmendOwnStatement", [sent["id"]!, Of(said["statements"]!.AsArray(), "personId", members["parent"])]);
        await story.Play(lotte, "ShareStatement", [sent["id"]!, Of(said["statements"]!.AsArray(), "kind", "interpretation")], ("/personId", members["parent"]));
        await story.Play(fatima, "ContestSharedStatement", [sent["id"]!, Of(said["statements"]!.AsArray(), "kind", "interpretation")]);
        await story.Play(fatima, "AnswerSharedOpinion", [sent["id"]!, Of(said["statements"]!.AsArray(), "kind", "interpretation")]);
        await story.Play(system, "AmendSubmittedStatement", [sent["id"]!, Of(said["statements"]!.AsArray(), "kind", "observation")]);
        await story.Play(lotte, "CoverKeyWorker", [family]);
        var duo = (await story.Play(lotte, "AddDuo", [family]))["assignments"]!.AsArray();
        await story.Play(lotte, "EndStandIn", [family, Of(duo, "relation", "duo")]);
        await story.Play(lotte, "ConsultColleague", [family]);
        await story.Play(fatima, "AskForAnotherKeyWorker", [family]);
        var wished = (await story.Play(lotte, "RecordKeyWorkerWish", [family], ("/personId", members["parent"])))["keyWorkerWishes"]![0]!["id"]!;
        await story.Play(lotte, "AnswerKeyWorkerWish", [family, wished]);
        await story.Play(lotte, "HandOverKeyWorker", [family]);
        using var daan = await intake.As("daan");
        await story.Play(daan, "HandOverFamilies", []);
        await story.Play(daan, "ReleaseKeyWorker", [family]);
    }

    static async Task ClosedAndOpened(ExampleStory story, HttpClient system, HttpClient lotte)
    {
        var sent = await story.Play(system, "RegisterContact", []);
        await story.Play(lotte, "TellThoseConcerned", [sent["id"]!]);
        await lotte.Change($"/gm0344/intake/v1/contacts/{sent["id"]}", "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision });
        await story.Play(lotte, "CloseFamily", [sent["familyId"]!]);
        await story.Play(lotte, "ReopenFamily", [sent["familyId"]!]);
    }

    async Task OtherFamilies(ExampleStory story, HttpClient system, HttpClient lotte, JsonNode family, string child)
    {
        using var bram = await intake.As("bram");
        await story.Play(lotte, "OfferResponsibility", [family], ("/children/0", child));
        var offers = await lotte.Read($"/gm0344/intake/v1/families/{family}/responsibility-offers");
        await story.Play(bram, "RefuseResponsibility", [family, offers["items"]![0]!["id"]!]);
        var other = (await Register(story, system))["familyId"]!;
        var merged = await story.Play(lotte, "MergeFamilies", [family], ("/otherFamilyId", other));
        await story.Play(lotte, "UndoMerge", [family, merged["merges"]![0]!["id"]!]);
        await story.Play(lotte, "SplitFamily", [family], ("/members/0", child));
    }

    async Task Neighbours(ExampleStory story)
    {
        using var lotte = await intake.As("lotte");
        var offer = (await story.Play(lotte, "OfferSupport", []))["id"]!;
        var request = (await story.Play(lotte, "RequestSupport", []))["id"]!;
        await story.Play(lotte, "MatchSupport", [request], ("/offerId", offer));
        await story.Play(lotte, "NoteSupport", [request]);
        await story.Play(lotte, "EndSupport", [request]);
    }

    async Task Notices(ExampleStory story, HttpClient system, HttpClient lotte)
    {
        var (first, second) = (await Register(story, system), await Register(story, system));
        await intake.Hear<OnKnownPersonCame>(reaction => reaction.On(
            new ContactRegistered("concern", TestDay.Now).Of((Guid)second["familyId"]!, (Guid)second["id"]!, 1, "gm0344", TestDay.Now), Cancel));
        var notice = (await lotte.Read($"/gm0344/intake/v1/families/{first["familyId"]}/notices"))["items"]![0]!["id"]!;
        await story.Play(lotte, "RequestInformation", [first["familyId"]!, notice]);
        await story.Play(lotte, "AnswerInformationRequest", [second["familyId"]!, notice]);
    }

    async Task ADataBreach(ExampleStory story, HttpClient system, HttpClient lotte)
    {
        var sent = await Register(story, system);
        var read = await lotte.Read($"/gm0344/intake/v1/contacts/{sent["id"]}");
        await lotte.Change($"/gm0344/intake/v1/families/{sent["familyId"]}", "key-worker", new { worker = new { account = await intake.Account("daan") } });
        using var daan = await intake.As("daan");
        using var pieter = await intake.As("pieter");
        await story.Play(daan, "TakeOutStatement", [sent["id"]!, read["statements"]![0]!["id"]!]);
        var breach = (await pieter.ReadAll("/gm0344/intake/v1/data-breaches"))
            .Single(one => $"{one!["familyId"]}" == $"{sent["familyId"]}")!["id"]!;
        var recipient = (await pieter.Read($"/gm0344/intake/v1/data-breaches/{breach}"))["recipients"]![0]!["id"]!;
        await story.Play(pieter, "TellBreachRecipient", [breach, recipient]);
        await story.Play(pieter, "AssessDataBreach", [breach]);
    }

    async Task AnEmergency(ExampleStory story)
    {
        var (emergency, _, _) = await intake.RaiseEmergency();
        using var duty = await intake.As("lotte", "emergency-response");
        await story.Play(duty, "TakeEmergency", [emergency]);
        var agreed = await story.Play(duty, "MakeSafetyAgreement", [emergency]);
        await story.Play(duty, "EvaluateSafetyAgreement", [emergency, agreed["safetyAgreements"]![0]!["id"]!]);
        await story.Play(duty, "TakeImmediateAction", [emergency]);
    }

    async Task<JsonObject> Document()
    {
        using var anybody = intake.Anonymous;
        return await intake.Api.Read(anybody, Cancel);
    }

    static JsonNode Of(JsonArray items, string member, string value) => items.First(one => (string?)one![member] == value)!["id"]!;

    /// <summary>The id of each member by its role.</summary>
    static async Task<Dictionary<string, string>> Members(HttpClient client, JsonNode family) =>
        (await client.Read($"/gm0344/intake/v1/families/{family}/members"))["items"]!.AsArray()
            .ToDictionary(one => (string)one!["role"]!, one => (string)one!["personId"]!);
}
