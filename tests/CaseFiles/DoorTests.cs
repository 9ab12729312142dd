using System.Net;
using System.Text.Json.Nodes;
using Geborgen.ServiceDefaults;
using Geborgen.Support;

namespace Geborgen.CaseFiles.Tests;

/// <summary>
/// By whichever door words come in, they are those of whom the family's own records say. A child's words under another's name would
/// reach a parent without the talk and the safety check.
/// </summary>
public class DoorTests(ErrandServer errands)
{
    [Theory]
    [InlineData("author-of-other-role", "statements", """{ "text": "x", "author": "child", "personId": "{mother}" }""")]
    [InlineData("childs-words-under-another-name", "statements", """{ "text": "x", "author": "parent", "personId": "{child}" }""")]
    [InlineData("childs-words-under-another-name", "statements", """{ "text": "x", "author": "reporter", "personId": "{child}" }""")]
    [InlineData("not-a-member", "statements", """{ "text": "x", "author": "parent", "personId": "{stranger}" }""")]
    [InlineData("name-of-member", "statements", """{ "text": "x", "author": "professional", "personId": "{mother}", "authorName": "Mother" }""")]
    [InlineData("name-of-member", "statements", """{ "text": "x", "author": "parent", "authorName": "Mother" }""")]
    [InlineData("stated-in-future", "statements", """{ "text": "x", "author": "network", "statedAt": "{tomorrow}T12:00:00Z" }""")]
    [InlineData("author-of-other-role", "statements/{opinion}/own-statements", """{ "text": "x", "author": "child", "personId": "{mother}" }""")]
    [InlineData("childs-words-under-another-name", "statements/{opinion}/own-statements", """{ "text": "x", "author": "parent", "personId": "{child}" }""")]
    [InlineData("childs-words-under-another-name", "statements/{opinion}/own-statements", """{ "text": "x", "author": "reporter", "personId": "{child}" }""")]
    [InlineData("not-a-member", "statements/{opinion}/own-statements", """{ "text": "x", "author": "parent", "personId": "{stranger}" }""")]
    [InlineData("invalid-input", "statements/{opinion}/own-statements", """{ "text": "x", "author": "network", "personId": "{mother}", "authorName": "Mother" }""")]
    [InlineData("stated-in-future", "statements/{opinion}/own-statements", """{ "text": "x", "author": "network", "statedAt": "{tomorrow}T12:00:00Z" }""")]
    [InlineData("not-a-member", "statements/{opinion}/contests", """{ "part": "content", "reason": "x", "personId": "{stranger}" }""")]
    [InlineData("invalid-input", "statements/{opinion}/contests", """{ "part": "content", "reason": "x", "personId": "{mother}", "authorName": "Mother" }""")]
    [InlineData("not-a-member", "statements/{opinion}/contests/{contest}/settlement", """{ "outcome": "agreed", "explanation": "x", "personId": "{stranger}" }""")]
    [InlineData("not-a-member", "statements/{opinion}/sharings", """{ "personId": "{stranger}" }""")]
    [InlineData("talk-in-future", "statements/{childs}/sharings", """{ "personId": "{mother}", "talkedWithChildOn": "{tomorrow}", "safetyCheck": "x" }""")]
    [InlineData("talk-in-future", "statements/{childs}/sharings", """{ "personId": "{child}", "consentedOn": "{tomorrow}" }""")]
    [InlineData("not-a-member", "acute-dangers", """{ "personId": "{stranger}", "ground": "x", "judgedBy": "x" }""")]
    public async Task A_worker_says_nothing_as_somebody_who_did_not_say_it(string code, string below, string body)
    {
        var (planned, names) = await Told();
        using var lotte = errands.As(ErrandServer.KeyWorker);

        await lotte.Refused(HttpStatusCode.BadRequest, code, planned.Path, Fill(below, names), JsonNode.Parse(Fill(body, names)));
    }

    [Theory]
    [InlineData("shared-statements/{opinion}/own-statements", """{ "text": "x", "author": "child" }""")]
    [InlineData("shared-statements/{opinion}/own-statements", """{ "text": "x", "personId": "{child}" }""")]
    [InlineData("shared-statements/{opinion}/own-statements", """{ "text": "x", "authorName": "Somebody" }""")]
    [InlineData("shared-statements/{opinion}/own-statements", """{ "text": "x", "statedAt": "{tomorrow}T12:00:00Z" }""")]
    [InlineData("shared-statements/{opinion}/own-contests", """{ "part": "content", "reason": "x", "personId": "{child}" }""")]
    [InlineData("own-statements/{mothers}/amendments", """{ "text": "x", "personId": "{child}" }""")]
    public async Task A_member_can_not_even_ask_to_speak_as_another(string below, string body)
    {
        var (planned, names) = await Told();
        using var lotte = errands.As(ErrandServer.KeyWorker);
        using var mother = errands.As(planned.Family.Login, Roles.FamilyMember);

        await mother.Refused(HttpStatusCode.BadRequest, "invalid-input", planned.Path, Fill(below, names), JsonNode.Parse(Fill(body, names)), reader: lotte);
    }

    [Fact]
    public async Task What_a_member_answers_is_the_members_own()
    {
        var (planned, names) = await Told();
        using var lotte = errands.As(ErrandServer.KeyWorker);
        using var mother = errands.As(planned.Family.Login, Roles.FamilyMember);

        await mother.Sent($"{planned.Path}/{Fill("shared-statements/{opinion}/own-statements", names)}", new { text = "The bus was late." });

        var said = (await lotte.Got(planned.Path))["statements"]!.AsArray().Single(one => (string?)one!["text"] == "The bus was late.")!;
        Assert.Equal(("parent", planned.Family.Mother), ((string?)said["author"], said["personId"]!.GetValue<Guid>()));
    }

    [Theory]
    [InlineData("shared-statements/{childs}/own-statements", """{ "text": "x" }""")]
    [InlineData("shared-statements/{childs}/own-contests", """{ "part": "content", "reason": "x" }""")]
    [InlineData("own-statements/{childs}/amendments", """{ "text": "x" }""")]
    [InlineData("own-statements/{childs}/withdrawal", null)]
    public async Task Of_what_was_not_shared_a_member_does_not_learn_that_it_is_there(string below, string? body)
    {
        var (planned, names) = await Told();
        using var lotte = errands.As(ErrandServer.KeyWorker);
        using var mother = errands.As(planned.Family.Login, Roles.FamilyMember);

        await mother.Refused(HttpStatusCode.NotFound, "not-found", planned.Path, Fill(below, names), body is null ? null : JsonNode.Parse(body), reader: lotte);
    }

    /// <summary>An errand with an opinion that the mother reads and contests, and words of the child that she does not read.</summary>
    async Task<(Planned Planned, Dictionary<string, string> Names)> Told()
    {
        var planned = await errands.NewErrand();
        var (family, file) = planned;
        using var lotte = errands.As(ErrandServer.KeyWorker);
        var opinion = await Said(new { text = "Too late again.", author = "professional", kind = "opinion" });
        var childs = await Said(new { text = "I like it there.", author = "child", kind = "opinion", personId = family.Child });
        var mothers = await Said(new { text = "I would rather walk.", author = "parent", kind = "opinion", personId = family.Mother });
        await lotte.Change(file, $"statements/{opinion}/sharings", new { personId = family.Mother });
        var contested = await lotte.Change(file, $"statements/{opinion}/contests", new { part = "content", reason = "I was not.", personId = family.Mother });
        return (planned, new()
        {
            ["opinion"] = opinion,
            ["childs"] = childs,
            ["mothers"] = mothers,
            ["contest"] = $"{contested["statements"]!.AsArray().Single(said => (string?)said!["id"] == opinion)!["contests"]![0]!["id"]}",
            ["child"] = $"{family.Child}",
            ["mother"] = $"{family.Mother}",
            ["stranger"] = $"{Guid.CreateVersion7()}",
            ["tomorrow"] = $"{TestDay.Today.AddDays(1):O}",
        });

        async Task<string> Said(object words) =>
            (string)(await lotte.Change(file, "statements", words))["statements"]!.AsArray().MaxBy(said => (string)said!["id"]!, StringComparer.Ordinal)!["id"]!;
    }

    static string Fill(string text, Dictionary<string, string> names) =>
        names.Aggregate(text, (filled, name) => filled.Replace($"{{{name.Key}}}", name.Value, StringComparison.Ordinal));
}
