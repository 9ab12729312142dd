using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Tests;

public class InvestigateTests(InvestigationServer server)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static readonly string[] Questions = ["Is she safe at home?"];

    static DateOnly Today => TestDay.Today;

    static readonly DateTimeOffset Spoken = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task It_is_opened_once_however_often_it_is_asked_for()
    {
        var opened = await server.Open();
        await server.Say(opened.Asked);
        await server.Say(opened.Asked with { Version = 3 });
        var other = await server.Open();

        Assert.NotEqual(opened.Id, other.Id);
        Assert.True(await server.Query(
            db => db.Investigations.CountAsync(one => one.RequestId == opened.Asked.RequestId, Cancel), count => count == 1));
    }

    [Fact]
    public async Task The_regional_team_and_the_key_worker_read_it_and_nobody_else()
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        using var lotte = await server.As("lotte");
        using var bram = await server.As("bram");
        using var fatima = await server.As("fatima");
        using var hurried = await server.As("rosa", "emergency-response");
        var list = $"/gm0344/investigation/v1/families/{opened.Asked.FamilyId}/investigations";

        Assert.Equal(HttpStatusCode.OK, await rosa.Status(opened.Path));
        Assert.Equal(HttpStatusCode.NotFound, await lotte.Status(opened.Path));
        await server.AssignLotte(opened.Asked.FamilyId);
        Assert.Equal(HttpStatusCode.OK, await lotte.Status(opened.Path));
        Assert.Equal(opened.Id, Assert.Single((await lotte.Read(list))["items"]!.AsArray())!["id"]!.GetValue<Guid>());
        Assert.Equal(HttpStatusCode.NotFound, await bram.Status(opened.Path));
        Assert.Equal(HttpStatusCode.NotFound, await bram.Status(list));
        Assert.Equal(HttpStatusCode.NotFound, await fatima.Status(opened.Path));
        Assert.Equal(HttpStatusCode.NotFound, await hurried.Status(opened.Path));
        Assert.Equal(HttpStatusCode.NotFound, await rosa.Status($"/gm0344/investigation/v1/investigations/{Guid.CreateVersion7()}"));
        using var changed = await lotte.Try(opened.Path, "/extension", new { reason = "x" });
        Assert.Equal(HttpStatusCode.Forbidden, changed.StatusCode);
    }

    [Fact]
    public async Task Once_assigned_it_is_the_investigators_alone()
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        const string lists = "/gm0344/investigation/v1/investigations?limit=100";
        Assert.True(await Lists(rosa, $"{lists}&view=unassigned", opened));
        Assert.False(await Lists(rosa, $"{lists}&view=mine", opened));

        var assigned = await rosa.Do(opened.Path, "/investigator", new { account = InvestigationServer.Rosa });
        Assert.Equal("Rosa Meijer", (string?)assigned["investigator"]);
        Assert.Null(assigned["statements"]);
        Assert.True(await Lists(rosa, $"{lists}&view=mine", opened));
        Assert.False(await Lists(rosa, $"{lists}&view=unassigned", opened));

        Assert.Equal("investigator-change-without-reason", await rosa.Refused(opened.Path, "/investigator", new { account = InvestigationServer.Emma }));
        await rosa.Do(opened.Path, "/investigator", new { account = InvestigationServer.Emma, reason = "Rosa is ill." });
        // The team on duty sees that there is one and gives it to another, without reading a word of it.
        Assert.Equal(HttpStatusCode.NotFound, await rosa.Status(opened.Path));
        var listed = (await rosa.Read($"{lists}&view=all"))["items"]!.AsArray().Single(one => (Guid)one!["id"]! == opened.Id)!;
        Assert.Equal("Emma Kuiper", (string?)listed["investigator"]);
        var version = $"\"{listed["version"]}\"";
        using var oneself = await rosa.Try(
            opened.Path, "/investigator", new { account = InvestigationServer.Rosa, reason = "Emma left." }, ifMatch: version);
        Assert.EndsWith(":not-oneself", (string?)JsonNode.Parse(await oneself.Content.ReadAsStringAsync(Cancel))!["type"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await rosa.Status(opened.Path));
        using var another = await rosa.Try(opened.Path, "/investigator", new { account = InvestigationServer.Thijs, reason = "Emma left." }, ifMatch: version);
        Assert.Equal(HttpStatusCode.OK, another.StatusCode);
    }

    [Fact]
    public async Task The_work_list_goes_on_by_its_cursor()
    {
        await server.Open();
        await server.Open();
        using var rosa = await server.As("rosa");
        const string list = "/gm0344/investigation/v1/investigations?limit=1";

        var first = await rosa.Read(list);
        var second = await rosa.Read($"{list}&cursor={first["next"]}");

        Assert.NotEqual((string?)first["items"]![0]!["id"], (string?)second["items"]![0]!["id"]);
        Assert.Equal(HttpStatusCode.BadRequest, await rosa.Status($"{list}&view=some"));
    }

    [Fact]
    public async Task The_questions_are_read_at_Intake_with_the_readers_own_token()
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        // Intake did not hear yet who reads here.
        using (var early = await rosa.GetAsync($"{opened.Path}/questions", Cancel))
            Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (early.StatusCode, early.Headers.RetryAfter is not null));
        var sent = ("", "");
        server.Utrecht.Answers[opened.Asked.RequestId] = context =>
        {
            sent = ($"{context.Request.Headers.Authorization}", $"{context.Request.Headers["Processing-Activity"]}");
            return Results.Json(new { questions = Questions });
        };

        var read = await rosa.Read($"{opened.Path}/questions");

        Assert.Equal("Is she safe at home?", (string?)read["questions"]![0]);
        Assert.Equal(($"{rosa.DefaultRequestHeaders.Authorization}", ""), sent);
    }

    [Fact]
    public async Task A_source_that_is_away_is_said_to_be_away()
    {
        var opened = await server.Open("gm0355");
        using var rosa = await server.As("rosa");
        using var answer = await rosa.GetAsync($"{opened.Path}/questions", Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal("urn:geborgen:problem:source-not-reachable", (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]);
        Assert.Equal(HttpStatusCode.OK, await rosa.Status(opened.Path));
    }

    [Fact]
    public async Task From_plan_to_conclusion()
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        var path = opened.Path;
        var decision = new { outcome = "voluntarySupport", explanation = "x" };

        Assert.Equal("decision-incomplete", await rosa.Refused(path, "/conclusion", new { outcome = "conditionsNeeded", explanation = "x" }));
        Assert.Equal("decision-incomplete", await rosa.Refused(path, "/conclusion", new { outcome = "voluntarySupport", explanation = "x", familyAgrees = false }));
        Assert.Equal("decision-incomplete", await rosa.Refused(path, "/conclusion", new { outcome = "voluntarySupport", reason = "x", alternatives = "x" }));
        Assert.Equal("invalid-input", await rosa.Refused(path, "/conclusion", new { outcome = "voluntarySupport", explanation = "x", remedy = "objection" }));
        Assert.Equal("plan-missing", await rosa.Refused(path, "/conclusion", decision));
        await rosa.Do(path, "/plan", new { approach = "We speak with everybody.", questions = Questions }, "PUT");
        await rosa.Do(path, "/sources", new { name = "school", about = "How she is in class.", familyKnows = true, consultedOn = "2026-11-20" });
        Assert.Equal("child-voice-missing", await rosa.Refused(path, "/conclusion", decision));
        var heard = await rosa.Do(path, "/voices", new
        {
            personId = opened.Child,
            kind = "opinion",
            text = "I like grandmother's house.",
            statedAt = Spoken,
            spokenBy = "Rosa",
            manner = "While drawing.",
        });
        Assert.Equal("parent-voice-missing", await rosa.Refused(path, "/conclusion", decision));
        await rosa.Do(path, "/missing-voices", new { personId = opened.Parent, whyNot = "notReached", explanation = "Called five times." });

        var own = heard["voices"]![0]!["statementId"]!.GetValue<Guid>();
        var draft = new { parts = new[] { new { title = "Heard", text = "We spoke.", statements = new[] { own } } }, whatStaysUnknown = "Sunday." };
        await rosa.Do(path, "/report", draft, "PUT");
        Assert.Equal("nothing-to-read", await rosa.Refused(path, "/report/presentations", new { persons = new[] { opened.Parent } }));
        Assert.Equal(
            [opened.Child], (await rosa.Do(path, "/report/presentations", new { }))["reports"]![0]!["presentations"]!.AsArray().Select(one => (Guid)one!["personId"]!));
        await rosa.Do(path, $"/statements/{own}/sharings", new { personId = opened.Parent, talkedWithChildOn = "2026-11-20", safetyCheck = "Mother reacts calmly." });
        var given = await rosa.Do(path, "/report/presentations", new { });
        Assert.Equal(2, given["reports"]![0]!["presentations"]!.AsArray().Count);
        Assert.Equal("rebuttal-open", await rosa.Refused(path, "/report/final"));
        await rosa.Do(path, "/rebuttals", new { personId = opened.Parent, kind = "opinion", text = "I disagree.", statedAt = Spoken });
        await rosa.Do(path, "/rebuttals", new { personId = opened.Child, kind = "opinion", text = "Good.", statedAt = Spoken });
        await rosa.Do(path, "/report/final");
        await rosa.Do(path, $"/statements/{own}/amendments", new { text = "I love grandmother's house.", agreedOn = Today });
        Assert.Equal("report-to-be-reweighed", await rosa.Refused(path, "/conclusion", decision));
        await rosa.Do(path, $"/statements/{own}/sharings", new { personId = opened.Parent, talkedWithChildOn = Today, safetyCheck = "Mother is glad." });
        var weighed = await rosa.Do(path, "/report/reweighings", new { statementId = own, weighing = "It says the same more strongly." });
        Assert.Empty(weighed["missing"]!.AsArray());

        var frozen = await rosa.Do(path, "/dossiers");
        var dossier = await rosa.Read($"{path}/dossiers/{frozen["dossiers"]![0]!["id"]}");
        Assert.Contains("grandmother", (string?)dossier["content"], StringComparison.Ordinal);
        var later = await rosa.Do(path, "/statements", new { text = "Seen later.", kind = "observation", author = "professional", statedAt = Spoken });
        var added = await rosa.Do(path, $"/dossiers/{frozen["dossiers"]![0]!["id"]}/addenda", new
        {
            statements = later["statements"]!.AsArray().Where(one => (string?)one!["text"] == "Seen later.").Select(one => (Guid)one!["id"]!),
        });
        Assert.Single(added["dossiers"]![0]!["addenda"]!.AsArray());
        Assert.Equal("invalid-input", await rosa.Refused(path, "/conclusion", decision with { explanation = " " }));
        var concluded = await rosa.Do(path, "/conclusion", decision);

        Assert.Equal(("concluded", "voluntarySupport"), ((string?)concluded["status"], (string?)concluded["conclusion"]!["outcome"]));
        Assert.Equal(
            (null, "Wmo 2015 artikel 4.1.1", "complaint"),
            ((string?)concluded["conclusion"]!["reason"], (string?)concluded["conclusion"]!["legalBasis"], (string?)concluded["conclusion"]!["remedy"]));
        Assert.Equal(2, (await rosa.Do(path, "/dossiers"))["dossiers"]!.AsArray().Count);
        await rosa.Do(path, "/closing");
        Assert.Equal(HttpStatusCode.NotFound, await rosa.Status(path));
    }

    [Fact]
    public async Task A_statement_keeps_all_that_became_of_it()
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        var path = opened.Path;
        var recorded = await rosa.Do(path, "/statements", new { text = "Father drinks.", kind = "opinion", author = "network", statedAt = Spoken });
        var id = recorded["statements"]![0]!["id"]!.GetValue<Guid>();
        var one = $"/statements/{id}";

        await rosa.Do(path, $"{one}/own-statements", new { text = "I do not.", kind = "observation", author = "parent", statedAt = Spoken, personId = opened.Parent });
        Assert.Equal("opinion-not-correctable", await rosa.Refused(path, $"{one}/corrections", new { text = "x", reason = "x" }));
        var contested = Of(await rosa.Do(path, $"{one}/contests", new { part = "content", reason = "Not true.", personId = opened.Parent }), id);
        Assert.Equal("contested", (string?)contested["contested"]);
        await rosa.Do(path, $"{one}/contests/{contested["contests"]![0]!["id"]}/settlement",
            new { outcome = "takenBack", explanation = "She read it wrong.", personId = opened.Parent });
        await rosa.Do(path, $"{one}/withholding", new { basis = "Wmo 2015 article 5.3.2", reason = "Danger.", reviewOn = "2098-01-01", until = "2099-01-01" });
        Assert.Equal("statement-withheld", await rosa.Refused(path, $"{one}/sharings", new { personId = opened.Parent }));
        Assert.Null(Of(await rosa.Do(path, $"{one}/withholding/lifting"), id)["withheld"]);
        Assert.Equal("statement-not-withheld", await rosa.Refused(path, $"{one}/withholding/lifting"));
        var withdrawn = Of(await rosa.Do(path, $"{one}/withdrawal"), id);

        Assert.Equal(("withdrawn", "notContested"), ((string?)withdrawn["status"], (string?)withdrawn["contested"]));
        Assert.Single(withdrawn["ownStatementIds"]!.AsArray());
        Assert.Equal("statement-not-standing", await rosa.Refused(path, $"{one}/amendments", new { text = "x" }));
        Assert.Equal("not-found", await rosa.Refused(path, $"/statements/{Guid.CreateVersion7()}/withdrawal"));

        static JsonNode Of(JsonObject investigation, Guid id) =>
            investigation["statements"]!.AsArray().Single(statement => statement!["id"]!.GetValue<Guid>() == id)!;
    }

    [Fact]
    public async Task A_fact_is_corrected_and_shared_and_a_term_waits()
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        var path = opened.Path;
        var recorded = await rosa.Do(path, "/statements", new { text = "Seen on Sunday.", kind = "observation", author = "professional", statedAt = Spoken });
        var one = $"/statements/{recorded["statements"]![0]!["id"]}";
        var corrected = await rosa.Do(path, $"{one}/corrections", new { text = "Seen on Monday.", reason = "The log says Monday." });
        Assert.Equal("Seen on Sunday.", (string?)corrected["statements"]![0]!["earlier"]![0]!["text"]);
        var shared = await rosa.Do(path, $"{one}/sharings", new { personId = opened.Parent });
        Assert.Single(shared["statements"]![0]!["sharedWith"]!.AsArray());

        var clock = $"/clocks/{shared["clocks"]![0]!["id"]}";
        Assert.Equal("staff-shortage-never-pauses", await rosa.Refused(path, $"{clock}/pause", new { reason = "staffShortage", explanation = "x" }));
        var today = TestDay.Today;
        foreach (var (code, day) in new (string, DateOnly?)[] { ("pause-without-end", null), ("pause-in-past", today.AddDays(-1)), ("pause-too-long", today.AddDays(60)) })
            Assert.Equal(code, await rosa.Refused(path, $"{clock}/pause", new { reason = "familyRequest", explanation = "Holiday.", until = day }));
        var paused = (await rosa.Do(path, $"{clock}/pause", new { reason = "familyRequest", explanation = "Holiday.", until = today.AddDays(7) }))["clocks"]![0]!;
        Assert.NotNull(paused["pausedAt"]);
        Assert.Equal($"{today.AddDays(7):yyyy-MM-dd}", (string?)paused["pausedUntil"]);
        Assert.Null((await rosa.Do(path, $"{clock}/resumption"))["clocks"]![0]!["pausedAt"]);
        await rosa.Do(path, "/counter-expertise", new { personId = opened.Parent, wish = "The bruises." });
        var unknown = await rosa.Do(path, "/not-known", new { what = "Who was there.", why = "Unseen.", tried = "Asked.", reviewOn = "2099-01-01" });
        var record = $"/not-known/{unknown["notKnown"]![0]!["id"]}";
        var renewed = await rosa.Do(path, $"{record}/reviews", new { tried = "Asked again.", reviewOn = "2099-02-01" });
        Assert.Equal("Asked again.", (string?)renewed["notKnown"]![0]!["reviews"]![0]!["tried"]);
        await rosa.Do(path, $"{record}/resolution", new { resolution = "Uncle was." });
        Assert.Equal("extended", (string?)(await rosa.Do(path, "/extension", new { reason = "Father came back." }))["kind"]);
    }

    [Fact]
    public async Task A_step_says_which_version_it_is_about()
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        using var stale = await rosa.Try(opened.Path, "/extension", new { reason = "x" }, ifMatch: "\"1\"");
        using var none = await rosa.PostAsJsonAsync($"{opened.Path}/extension", new { reason = "x" }, Cancel);
        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionRequired), (stale.StatusCode, none.StatusCode));
    }

    static async Task<bool> Lists(HttpClient client, string path, Requested opened) =>
        (await client.Read(path))["items"]!.AsArray().Any(item => item!["id"]!.GetValue<Guid>() == opened.Id);
}
