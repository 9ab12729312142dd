using System.Net;
using System.Text.Json.Nodes;

namespace Geborgen.Intake.Tests;

/// <summary>By whichever door words come into a contact, they are those of whom the family's records say.</summary>
public class DoorTests(IntakeServer intake)
{
    [Theory]
    [InlineData("author-of-other-role", "statements", """{ "text": "x", "author": "child", "personId": "{mother}" }""")]
    [InlineData("childs-words-under-another-name", "statements", """{ "text": "x", "author": "parent", "personId": "{child}" }""")]
    [InlineData("childs-words-under-another-name", "statements", """{ "text": "x", "author": "reporter", "personId": "{child}" }""")]
    [InlineData("not-a-member", "statements", """{ "text": "x", "author": "parent", "personId": "{stranger}" }""")]
    [InlineData("name-of-member", "statements", """{ "text": "x", "author": "professional", "personId": "{mother}", "authorName": "Mira" }""")]
    [InlineData("stated-in-future", "statements", """{ "text": "x", "author": "network", "statedAt": "2098-01-01T12:00:00Z" }""")]
    [InlineData("author-of-other-role", "{opinion}/own-statements", """{ "text": "x", "author": "child", "personId": "{mother}" }""")]
    [InlineData("childs-words-under-another-name", "{opinion}/own-statements", """{ "text": "x", "author": "parent", "personId": "{child}" }""")]
    [InlineData("childs-words-under-another-name", "{opinion}/own-statements", """{ "text": "x", "author": "reporter", "personId": "{child}" }""")]
    [InlineData("not-a-member", "{opinion}/own-statements", """{ "text": "x", "author": "parent", "personId": "{stranger}" }""")]
    [InlineData("stated-in-future", "{opinion}/own-statements", """{ "text": "x", "author": "network", "statedAt": "2098-01-01T12:00:00Z" }""")]
    [InlineData("not-a-member", "{opinion}/contests", """{ "part": "content", "reason": "x", "personId": "{stranger}" }""")]
    [InlineData("not-a-member", "{opinion}/contests/{contest}/settlement", """{ "outcome": "agreed", "explanation": "x", "personId": "{stranger}" }""")]
    [InlineData("not-a-member", "{opinion}/sharings", """{ "personId": "{stranger}" }""")]
    [InlineData("not-a-member", "acute-dangers", """{ "personId": "{stranger}", "ground": "x", "judgedBy": "x" }""")]
    public async Task Nothing_is_said_as_somebody_who_did_not_say_it(string code, string below, string body)
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        var family = $"/gm0344/intake/v1/families/{(await lotte.Read(contact))["familyId"]}";
        var child = (await lotte.Read($"{family}/members"))["items"]![0]!["personId"]!;
        var mother = (await lotte.Change(family, "members", new { role = "parent", person = new { givenName = "Mira" }, from = "2020-01-01" }))["personId"]!;
        var opinion = In(await lotte.Change(contact, "statements", new { text = "Nobody cares.", author = "professional", kind = "opinion" }))["id"]!;
        var contest = In(await lotte.Change(contact, $"statements/{opinion}/contests", new { part = "content", reason = "I do.", personId = mother }))["contests"]![0]!["id"]!;

        await lotte.Refused(code, contact, Fill(below), JsonNode.Parse(Fill(body)), HttpStatusCode.BadRequest);

        string Fill(string text) => new Dictionary<string, object>
        {
            ["opinion"] = $"statements/{opinion}",
            ["contest"] = contest,
            ["child"] = child,
            ["mother"] = mother,
            ["stranger"] = Guid.CreateVersion7(),
        }.Aggregate(text, (filled, name) => filled.Replace($"{{{name.Key}}}", $"{name.Value}", StringComparison.Ordinal));

        static JsonNode In(JsonObject read) => read["statements"]!.AsArray().Single(said => (string?)said!["text"] == "Nobody cares.")!;
    }

    [Fact]
    public async Task Who_was_a_child_here_and_is_a_parent_now_reads_a_childs_words_only_after_a_talk_and_a_safety_check()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        var family = $"/gm0344/intake/v1/families/{(await lotte.Read(contact))["familyId"]}";
        var sister = (await lotte.Change(family, "members", new { role = "child", person = new { givenName = "Mira" }, from = "2020-01-01" }))["personId"]!;
        await lotte.Change(family, $"members/{sister}/end", new { until = "2021-01-01" });
        await lotte.Change(family, "members", new { role = "parent", personId = sister, from = "2022-01-01" });
        var said = (await lotte.Change(contact, "statements", new { text = "I am afraid of her.", author = "child" }))["statements"]!.AsArray()
            .Single(one => (string?)one!["text"] == "I am afraid of her.")!["id"]!;

        await lotte.Refused("child-not-spoken-with", contact, $"statements/{said}/sharings", new { personId = sister });
        await lotte.Refused("author-of-other-role", contact, "statements", new { text = "x", author = "child", personId = sister }, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("shared-statements/{0}/own-statements", """{ "text": "x", "author": "child" }""")]
    [InlineData("shared-statements/{0}/own-statements", """{ "text": "x", "personId": "01935b00-0000-7000-8000-000000000012" }""")]
    [InlineData("shared-statements/{0}/own-contests", """{ "part": "content", "reason": "x", "personId": "01935b00-0000-7000-8000-000000000012" }""")]
    [InlineData("own-statements/{0}/amendments", """{ "text": "x", "author": "child" }""")]
    public async Task A_member_can_not_even_ask_to_speak_as_another(string below, string body)
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        var statement = (await lotte.Read(contact))["statements"]![0]!["id"]!;

        using var answer = await fatima.Post($"{contact}/{below.Replace("{0}", $"{statement}", StringComparison.Ordinal)}", null, JsonNode.Parse(body));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
