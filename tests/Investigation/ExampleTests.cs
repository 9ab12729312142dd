using System.Text.Json.Nodes;
using Geborgen.Support;
using Microsoft.AspNetCore.Http;

namespace Geborgen.Investigation.Tests;

/// <summary>What the OpenAPI document says is so: its examples are accepted, and every refusal stands in it.</summary>
public class ExampleTests(InvestigationServer server)
{
    static readonly DateTimeOffset Spoken = new(2026, 11, 22, 18, 0, 0, TimeSpan.Zero);

    static readonly string[] EmergencyIds = ["/emergencyId", "/familyId", "/contactId"];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_operation_with_a_body_shows_a_request_and_every_file_has_an_operation()
    {
        using var rosa = await server.As("rosa");
        var story = new ExampleStory(await Document(rosa), rosa);
        Assert.Equal(story.WithBody.Order(), story.Shown.Order());
        Assert.Equal(story.WithBody.Order(), story.FilesOf(typeof(InvestigationDb).Assembly, typeof(Geborgen.CaseFiles.DataBreaches).Assembly).Order());
    }

    [Fact]
    public async Task Every_refusal_of_this_service_stands_in_its_description()
    {
        using var rosa = await server.As("rosa");
        Assert.Empty(ApiDocument.RefusalsOf(typeof(InvestigationDb).Assembly).Except(ApiDocument.Problems(await Document(rosa))));
    }

    [Fact]
    public async Task Every_example_is_accepted()
    {
        using var rosa = await server.As("rosa");
        var story = new ExampleStory(await Document(rosa), rosa);
        var opened = await server.Open();

        await story.Play(rosa, "AssignInvestigator", [opened.Id]);
        await story.Play(rosa, "MakePlan", [opened.Id]);
        await story.Play(rosa, "ConsultSource", [opened.Id]);
        var secret = await rosa.Do(opened.Path, "/sources", new
        {
            name = "Huisarts",
            about = "De blauwe plek.",
            familyKnows = false,
            whyFamilyDoesNotKnow = "Moeder is bang voor wat vader dan doet.",
            consultedOn = "2026-11-20",
            reviewOn = "2098-01-01",
        });
        await story.Play(rosa, "TellOfSource", [opened.Id, secret["sources"]!.AsArray().Single(one => !(bool)one!["familyKnows"]!)!["id"]!]);
        await Statements(story, rosa, opened);
        await FromContact(story, rosa, opened);
        var childs = await Voices(story, rosa, opened);
        await AReport(story, rosa, opened, childs);
        await WhatGoesOn(story, rosa, opened);
        await ADataBreach(story, rosa, opened);
        await story.Play(rosa, "ConcludeInvestigation", [opened.Id]);
        await ATalk(story, rosa);
        await OwnVoice(story, rosa);
        await AnEmergency(story);

        Assert.Superset(story.Shown.ToHashSet(), story.Played.ToHashSet());
    }

    static async Task Statements(ExampleStory story, HttpClient rosa, Requested opened)
    {
        var mothers = (await story.Play(rosa, "AddStatement", [opened.Id], ("/personId", opened.Parent)))["statements"]![0]!["id"]!;
        await story.Play(rosa, "AmendStatement", [opened.Id, mothers]);
        var fact = await Said(rosa, opened, "observation");
        await story.Play(rosa, "CorrectStatement", [opened.Id, fact]);
        var contested = (await story.Play(rosa, "ContestStatement", [opened.Id, fact], ("/personId", opened.Parent)))["statements"]!.AsArray()
            .Single(one => (string?)one!["id"] == (string?)fact)!;
        await story.Play(rosa, "SettleContest", [opened.Id, fact, contested["contests"]![0]!["id"]!]);

        var opinion = await Said(rosa, opened, "opinion");
        await story.Play(rosa, "AttachStatement", [opened.Id, opinion], ("/personId", opened.Parent));
        await story.Play(rosa, "WithholdStatement", [opened.Id, opinion]);
    }

    async Task FromContact(ExampleStory story, HttpClient rosa, Requested opened)
    {
        var (contact, told) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        server.Utrecht.Answers[contact] = _ => Results.Json(new
        {
            familyId = opened.Asked.FamilyId,
            statements = new[]
            {
                new
                {
                    id = told, kind = "observation", author = "reporter", text = "Seen without a coat.", statedAt = Spoken,
                    number = 1, status = "standing", contested = "notContested", givesReporterAway = false,
                },
            },
        });
        await story.Play(rosa, "TakeOverStatement", [opened.Id], ("/contactId", contact), ("/statementId", told));
    }

    static async Task<JsonNode> Voices(ExampleStory story, HttpClient rosa, Requested opened)
    {
        var childs = (await story.Play(rosa, "HearPerson", [opened.Id], ("/personId", opened.Child)))["voices"]![0]!["statementId"]!;
        await story.Play(rosa, "ShareStatement", [opened.Id, childs], ("/personId", opened.Parent));
        await story.Play(rosa, "MissVoice", [opened.Id], ("/personId", opened.Parent));
        return childs;
    }

    static async Task AReport(ExampleStory story, HttpClient rosa, Requested opened, JsonNode childs)
    {
        await story.Play(rosa, "WriteReport", [opened.Id], ("/parts/0/statements/0", childs));
        await story.Play(rosa, "PresentDraft", [opened.Id], ("/persons/0", opened.Child), ("/persons/1", opened.Parent));
        var answer = (await story.Play(rosa, "GiveRebuttal", [opened.Id], ("/personId", opened.Parent)))["rebuttals"]![0]!["statementId"]!;
        await story.Play(rosa, "GiveRebuttal", [opened.Id], ("/personId", opened.Child));
        await story.Play(rosa, "MakeReportFinal", [opened.Id]);
        await story.Play(rosa, "AmendStatement", [opened.Id, childs]);
        await story.Play(rosa, "WithdrawStatement", [opened.Id, answer]);
        await story.Play(rosa, "ReweighReport", [opened.Id], ("/statementId", childs));
        var dossier = (await story.Play(rosa, "FreezeDossier", [opened.Id]))["dossiers"]![0]!["id"]!;
        await story.Play(rosa, "AddAddendum", [opened.Id, dossier], ("/statements/0", await Said(rosa, opened, "observation")));
    }

    async Task ATalk(ExampleStory story, HttpClient rosa)
    {
        var opened = await server.Open(InvestigationServer.Ask(), young: true);
        await rosa.Do(opened.Path, "/report", new { parts = new[] { new { title = "Wat wij zagen", text = "Noa speelt.", statements = Array.Empty<Guid>() } }, whatStaysUnknown = "Niets." }, "PUT");
        await story.Play(rosa, "TalkAboutDraft", [opened.Id], ("/personId", opened.Child), ("/spokenOn", $"{TestDay.Today:yyyy-MM-dd}"));
    }

    async Task WhatGoesOn(ExampleStory story, HttpClient rosa, Requested opened)
    {
        var danger = (await story.Play(rosa, "JudgeAcuteDanger", [opened.Id], ("/personId", opened.Child)))["acuteDangers"]![0]!["id"]!;
        await story.Play(rosa, "EndAcuteDanger", [opened.Id, danger]);
        var unknown = (await story.Play(rosa, "RecordNotKnowing", [opened.Id]))["notKnown"]![0]!["id"]!;
        await story.Play(rosa, "RenewNotKnowing", [opened.Id, unknown]);
        await story.Play(rosa, "ResolveNotKnowing", [opened.Id, unknown]);
        var asked = await story.Play(rosa, "AskCounterExpertise", [opened.Id], ("/personId", opened.Parent));
        await story.Play(rosa, "AnswerCounterExpertise", [opened.Id, asked["counterExpertise"]![0]!["id"]!]);
        await story.Play(rosa, "RecordFinding", [opened.Id, asked["counterExpertise"]![0]!["id"]!], ("/statementId", await Said(rosa, opened, "observation")));
        var father = await server.AddMember(opened.Asked.FamilyId);
        await story.Play(rosa, "AddConcerned", [opened.Id], ("/personId", father));
        await story.Play(rosa, "EndConcern", [opened.Id, father]);
        var extended = await story.Play(rosa, "ExtendInvestigation", [opened.Id]);
        var clock = extended["clocks"]!.AsArray().First(one => (string?)one!["term"] == "investigation")!["id"]!;
        await story.Play(rosa, "PauseClock", [opened.Id, clock], ("/until", $"{TestDay.Today.AddDays(7):yyyy-MM-dd}"));
        await story.Play(rosa, "ResumeClock", [opened.Id, clock]);
    }

    async Task ADataBreach(ExampleStory story, HttpClient rosa, Requested opened)
    {
        using var lotte = await server.As("lotte");
        using var pieter = await server.As("pieter");
        var wrong = await Said(rosa, opened, "observation");
        await server.AssignLotte(opened.Asked.FamilyId);
        await lotte.Read(opened.Path);
        await story.Play(rosa, "TakeOutStatement", [opened.Id, wrong]);
        const string breaches = "/gm0344/investigation/v1/data-breaches";
        var breach = (await pieter.ReadAll(breaches))
            .Single(one => (Guid)one!["familyId"]! == opened.Asked.FamilyId)!["id"]!;
        var recipient = (await pieter.Read($"{breaches}/{breach}"))["recipients"]![0]!["id"]!;
        await story.Play(pieter, "TellBreachRecipient", [breach, recipient]);
        await story.Play(pieter, "AssessDataBreach", [breach]);
    }

    async Task OwnVoice(ExampleStory story, HttpClient rosa)
    {
        using var fatima = await server.As("fatima");
        var opened = await server.Tie(one => one.Parent, InvestigationServer.Fatima);
        var opinion = await Said(rosa, opened, "opinion");
        await story.Play(rosa, "ShareStatement", [opened.Id, opinion], ("/personId", opened.Parent));
        await story.Play(rosa, "ShareStatement", [opened.Id, opinion], ("/personId", opened.Child));
        await story.Play(rosa, "WriteReport", [opened.Id], ("/parts/0/statements/0", opinion));
        await story.Play(rosa, "PresentDraft", [opened.Id], ("/persons/0", opened.Child), ("/persons/1", opened.Parent));
        await story.Play(fatima, "GiveOwnRebuttal", [opened.Id]);
        await story.Play(fatima, "AskOwnCounterExpertise", [opened.Id]);
        await story.Play(fatima, "ContestSharedStatement", [opened.Id, opinion]);
        var own = (await story.Play(fatima, "AnswerSharedOpinion", [opened.Id, opinion]))["ownStatements"]!.AsArray();
        await story.Play(fatima, "AmendOwnStatement", [opened.Id, own[^1]!["id"]!]);
    }

    async Task AnEmergency(ExampleStory story)
    {
        using var intake = await server.AsClient("intake-gm0344-instance");
        using var duty = await server.As("rosa", "emergency-response");
        var emergency = await story.Play(intake, "DeliverEmergency", [], [.. EmergencyIds.Select(pointer => (pointer, (object)Guid.CreateVersion7()))]);
        await story.Play(duty, "AnswerEmergency", [emergency["id"]!]);
    }

    static async Task<JsonNode> Said(HttpClient rosa, Requested opened, string kind)
    {
        var text = $"{kind} {Guid.CreateVersion7()}";
        var recorded = await rosa.Do(opened.Path, "/statements", new { text, kind, author = "network", statedAt = Spoken });
        return recorded["statements"]!.AsArray().Single(one => (string?)one!["text"] == text)!["id"]!;
    }

    Task<JsonObject> Document(HttpClient client) => server.Api.Read(client, Cancel);
}
