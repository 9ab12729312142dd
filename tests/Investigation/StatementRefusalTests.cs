using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Support;
using Microsoft.AspNetCore.Http;

namespace Geborgen.Investigation.Tests;

/// <summary>What is refused about statements and voices, as a caller meets it.</summary>
public class StatementRefusalTests(InvestigationServer server)
{
    static DateOnly Today => TestDay.Today;

    static DateTimeOffset Spoken => TestDay.Now.AddDays(-3);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(409, "not-the-author", "{fact}/amendments", """{ "text": "x" }""")]
    [InlineData(409, "not-the-author", "{fact}/withdrawal", "{}")]
    [InlineData(409, "not-read-back", "{childs}/amendments", """{ "text": "x" }""")]
    [InlineData(409, "not-read-back", "{childs}/withdrawal", null)]
    [InlineData(400, "agreed-in-future", "{childs}/amendments", """{ "text": "x", "agreedOn": "{tomorrow}" }""")]
    [InlineData(400, "agreed-in-future", "{childs}/withdrawal", """{ "agreedOn": "{tomorrow}" }""")]
    [InlineData(400, "stated-in-future", "/statements", """{ "text": "x", "kind": "opinion", "author": "network", "statedAt": "2099-01-01T09:00:00Z" }""")]
    [InlineData(400, "kind-missing", "/statements", """{ "text": "x", "author": "network" }""")]
    [InlineData(400, "kind-missing", "{opinion}/own-statements", """{ "text": "x", "author": "network" }""")]
    [InlineData(400, "childs-words-under-another-name", "/statements",
        """{ "text": "x", "kind": "opinion", "author": "network", "statedAt": "{spoken}", "personId": "{child}" }""")]
    [InlineData(400, "not-concerned", "/statements", """{ "text": "x", "kind": "opinion", "author": "parent", "statedAt": "{spoken}", "personId": "{stranger}" }""")]
    [InlineData(400, "not-concerned", "{opinion}/contests", """{ "part": "content", "reason": "x", "personId": "{stranger}" }""")]
    [InlineData(400, "not-concerned", "/missing-voices", """{ "personId": "{stranger}", "whyNot": "dead", "explanation": "x" }""")]
    [InlineData(400, "not-concerned", "{fact}/sharings", """{ "personId": "{stranger}" }""")]
    [InlineData(400, "author-of-other-role", "/statements", """{ "text": "x", "kind": "opinion", "author": "child", "statedAt": "{spoken}", "personId": "{parent}" }""")]
    [InlineData(400, "childs-words-under-another-name", "/statements", """{ "text": "x", "kind": "opinion", "author": "parent", "statedAt": "{spoken}", "personId": "{child}" }""")]
    [InlineData(400, "childs-words-under-another-name", "/statements", """{ "text": "x", "kind": "opinion", "author": "reporter", "statedAt": "{spoken}", "personId": "{child}" }""")]
    [InlineData(400, "name-of-member", "/statements",
        """{ "text": "x", "kind": "opinion", "author": "network", "statedAt": "{spoken}", "personId": "{parent}", "authorName": "x" }""")]
    [InlineData(400, "author-of-other-role", "{opinion}/own-statements", """{ "text": "x", "kind": "opinion", "author": "child", "personId": "{parent}" }""")]
    [InlineData(400, "childs-words-under-another-name", "{opinion}/own-statements", """{ "text": "x", "kind": "opinion", "author": "parent", "personId": "{child}" }""")]
    [InlineData(400, "childs-words-under-another-name", "{opinion}/own-statements", """{ "text": "x", "kind": "opinion", "author": "reporter", "personId": "{child}" }""")]
    [InlineData(400, "not-concerned", "{opinion}/own-statements", """{ "text": "x", "kind": "opinion", "author": "parent", "personId": "{stranger}" }""")]
    [InlineData(400, "stated-in-future", "{opinion}/own-statements", """{ "text": "x", "kind": "opinion", "author": "network", "statedAt": "2099-01-01T09:00:00Z" }""")]
    [InlineData(400, "not-concerned", "{opinion}/contests/{contest}/settlement", """{ "outcome": "agreed", "explanation": "x", "personId": "{stranger}" }""")]
    [InlineData(400, "not-a-member", "/acute-dangers", """{ "personId": "{stranger}", "ground": "x", "judgedBy": "x" }""")]
    [InlineData(409, "opinion-not-correctable", "{opinion}/corrections", """{ "text": "x", "reason": "x" }""")]
    [InlineData(409, "attach-to-opinion", "{fact}/own-statements",
        """{ "text": "x", "kind": "opinion", "author": "parent", "statedAt": "{spoken}", "personId": "{parent}" }""")]
    [InlineData(400, "own-statement-of-nobody", "{opinion}/own-statements", """{ "text": "x", "kind": "opinion", "author": "parent", "statedAt": "{spoken}" }""")]
    [InlineData(400, "settled-on-nobodys-word", "{opinion}/contests/{contest}/settlement", """{ "outcome": "agreed", "explanation": "x" }""")]
    [InlineData(409, "taken-back-by-another", "{opinion}/contests/{contest}/settlement",
        """{ "outcome": "takenBack", "explanation": "x", "personId": "{child}" }""")]
    [InlineData(404, "not-found", "{opinion}/contests/{stranger}/settlement", """{ "outcome": "bothStand", "explanation": "x" }""")]
    [InlineData(409, "child-not-spoken-with", "{childs}/sharings", """{ "personId": "{parent}" }""")]
    [InlineData(409, "safety-not-checked", "{childs}/sharings", """{ "personId": "{parent}", "talkedWithChildOn": "{today}" }""")]
    [InlineData(400, "talk-in-future", "{childs}/sharings", """{ "personId": "{parent}", "talkedWithChildOn": "{tomorrow}", "safetyCheck": "x" }""")]
    [InlineData(409, "talk-before-words", "{childs}/sharings", """{ "personId": "{parent}", "talkedWithChildOn": "2026-01-05", "safetyCheck": "x" }""")]
    [InlineData(400, "withholding-without-end", "{fact}/withholding", """{ "basis": "x", "reason": "x", "reviewOn": "2099-01-01", "until": "2026-01-05" }""")]
    [InlineData(409, "interpreter-is-relative", "/voices",
        """{ "personId": "{parent}", "kind": "opinion", "text": "x", "statedAt": "{spoken}", "spokenBy": "x", "manner": "x", "interpreter": { "who": "Aunt", "isRelative": true } }""")]
    [InlineData(400, "only-a-child-is-too-young", "/missing-voices", """{ "personId": "{parent}", "whyNot": "tooYoung", "explanation": "x" }""")]
    public async Task It_is_refused_and_stays_as_it_was(int status, string code, string below, string? body)
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        var names = await Told(rosa, opened);
        var before = await rosa.Read(opened.Path);

        using var answer = await rosa.Try(opened.Path, Fill(below), body is null ? null : JsonNode.Parse(Fill(body)));

        var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
        Assert.Equal(((HttpStatusCode)status, $"urn:geborgen:problem:{code}"), (answer.StatusCode, (string?)problem["type"]));
        Assert.True(JsonNode.DeepEquals(before, await rosa.Read(opened.Path)));

        string Fill(string text) => names.Aggregate(text, (filled, name) => filled.Replace($"{{{name.Key}}}", name.Value, StringComparison.Ordinal));
    }

    /// <summary>What a reporter told at first contact, an opinion that the parent contests, and the child's own words.</summary>
    async Task<Dictionary<string, string>> Told(HttpClient rosa, Requested opened)
    {
        var (contact, source) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        server.Utrecht.Answers[contact] = _ => Results.Json(new
        {
            familyId = opened.Asked.FamilyId,
            statements = new[]
            {
                new
                {
                    id = source, kind = "observation", author = "reporter", text = "Seen.", statedAt = Spoken, number = 1,
                    status = "standing", contested = "notContested", givesReporterAway = false,
                },
            },
        });
        var fact = (await rosa.Do(opened.Path, "/statements/from-contact", new { contactId = contact, statementId = source }))["takenOver"]![0]!["statementId"]!;
        var opinion = Of(await rosa.Do(opened.Path, "/statements", new { text = "Too strict.", kind = "opinion", author = "network", statedAt = Spoken }))["id"]!;
        await rosa.Do(opened.Path, $"/statements/{opinion}/contests", new { part = "content", reason = "I am not.", personId = opened.Parent });
        var heard = await rosa.Do(opened.Path, "/voices", new
        {
            personId = opened.Child,
            kind = "opinion",
            text = "I like it there.",
            statedAt = Spoken,
            spokenBy = "Rosa",
            manner = "On a walk.",
        });
        return new()
        {
            ["fact"] = $"/statements/{fact}",
            ["opinion"] = $"/statements/{opinion}",
            ["contest"] = $"{Of(heard)["contests"]![0]!["id"]}",
            ["childs"] = $"/statements/{heard["voices"]![0]!["statementId"]}",
            ["child"] = $"{opened.Child}",
            ["parent"] = $"{opened.Parent}",
            ["stranger"] = $"{Guid.CreateVersion7()}",
            ["spoken"] = $"{Spoken:O}",
            ["today"] = $"{Today:yyyy-MM-dd}",
            ["tomorrow"] = $"{Today.AddDays(1):yyyy-MM-dd}",
        };
    }

    static JsonNode Of(JsonObject investigation) =>
        investigation["statements"]!.AsArray().Single(one => (string?)one!["text"] == "Too strict.")!;
}
