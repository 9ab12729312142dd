using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Tests;

/// <summary>An emergency is taken in whatever else is wrong in it; what can't be right is left out and named.</summary>
public class EmergencyAsSentTests(IntakeServer intake)
{
    const string Contacts = "/gm0344/intake/v1/contacts", Text = "Screams are heard.";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("channel", "\"pigeon\"", "channel")]
    [InlineData("channel", "null", null)]
    [InlineData("receivedAt", "\"yesterday\"", "receivedAt")]
    [InlineData("receivedAt", "\"2199-12-31T00:00:00Z\"", "receivedAt")]
    [InlineData("receivedAt", "\"1900-01-01T00:00:00Z\"", "receivedAt")]
    [InlineData("colour", "\"red\"", "colour")]
    [InlineData("odd name", "1", "odd name")]
    [InlineData("reporter", "{}", "reporter")]
    [InlineData("reporter", "{ \"role\": \"\" }", "reporter.role, reporter")]
    [InlineData("reporter", "{ \"role\": \"neighbour\", \"name\": \"Ann\", \"anonymous\": true }", "reporter.name")]
    [InlineData("reporter", "[]", "reporter")]
    [InlineData("family", "{ \"members\": [ null, { \"role\": \"child\", \"givenName\": \"Sem\" } ] }", "family.members[0]")]
    [InlineData("family", "{ \"members\": [ { \"role\": \"boss\" } ] }", "family.members[0].role, family.members[0]")]
    [InlineData("family", "{ \"members\": [ { \"role\": \"child\", \"bsn\": \"12\" } ] }", "family.members[0].bsn")]
    [InlineData("family", "{ \"members\": [ { \"role\": \"child\", \"birthDate\": \"2099-01-01\" } ] }", "family.members[0]")]
    [InlineData("family", "{ \"whereabouts\": { \"postalCode\": \"3511 AA and a bit more\", \"town\": \"Utrecht\" } }", "family.whereabouts.postalCode")]
    [InlineData("statements", "[ { \"text\": \"Screams are heard.\", \"statedAt\": \"2098-01-01T00:00:00Z\" } ]", "statements")]
    [InlineData("statements", "[ { \"text\": \"Screams are heard.\", \"member\": 7 } ]", "statements")]
    [InlineData("statements", "[ { \"text\": \"Screams are heard.\", \"author\": \"dog\" } ]", "statements[0].author")]
    [InlineData("statements", "[ { \"text\": \" \" }, { \"text\": \"Screams are heard.\" } ]", "statements[0].text, statements[0]")]
    [InlineData("statements", "[ null, { \"text\": \"Screams are heard.\" } ]", "statements[0]")]
    [InlineData("kind", "\"EMERGENCY\"", null)]
    public async Task What_cannot_be_right_is_left_out_and_named(string member, string value, string? leftOut)
    {
        var sent = Emergency();
        sent[member] = JsonNode.Parse(value);
        using var system = await intake.AsClient("gm0344-case-system");

        using var answer = await Send(system, sent.ToJsonString());

        var body = await Body(answer, HttpStatusCode.Created);
        Assert.Equal(leftOut, body["leftOut"] is { } left ? string.Join(", ", left.AsArray().Select(one => (string?)one!["field"])) : null);
        Assert.All(body["leftOut"]?.AsArray() ?? [], one => Assert.NotEmpty((string)one!["why"]!));
        await using var db = intake.OpenOwner();
        var family = body["familyId"]!.GetValue<Guid>();
        Assert.Equal(1, await db.Emergencies.CountAsync(one => one.FamilyId == family, Cancel));
        using var lotte = await intake.As("lotte");
        Assert.Contains((await lotte.Read($"{Contacts}/{body["id"]}"))["statements"]!.AsArray(), one => (string?)one!["text"] == Text);
    }

    [Fact]
    public async Task Everything_wrong_at_once_leaves_the_words_and_what_is_right()
    {
        using var system = await intake.AsClient("gm0344-case-system");
        using var answer = await Send(system, """
            { "kind": "emergency", "channel": 4, "receivedAt": "now", "urgent": true,
              "reporter": { "role": "police", "phone": "112" },
              "family": { "members": [ 4, { "role": "child", "givenName": "Sem", "birthDate": "soon" }, 3 ], "whereabouts": { "street": "Kanaalweg", "houseNumber": 900 } },
              "statements": [ { "text": "Screams are heard.", "kind": "rumour" }, {} ] }
            """);

        var body = await Body(answer, HttpStatusCode.Created);

        Assert.Equal(
            ["channel", "family.members[0]", "family.members[1].birthDate", "family.members[2]", "family.whereabouts.houseNumber", "receivedAt", "reporter.phone", "statements[0].kind", "statements[1]", "urgent"],
            body["leftOut"]!.AsArray().Select(one => (string)one!["field"]!).Order(StringComparer.Ordinal));
        using var lotte = await intake.As("lotte");
        var read = await lotte.Read($"{Contacts}/{body["id"]}");
        Assert.Equal(("police", "Kanaalweg", "system"), ((string?)read["reporter"]!["role"], (string?)read["whereabouts"]!["street"], (string?)read["channel"]));
    }

    [Fact]
    public async Task A_text_beyond_the_limit_is_taken_in_pieces()
    {
        var sent = Emergency();
        var words = string.Concat(Enumerable.Range(0, Statement.MaxLength / 5).Select(number => $"{number % 10_000:0000} ")) + "and the end.";
        sent["statements"] = new JsonArray(new JsonObject { ["text"] = words });
        using var system = await intake.AsClient("gm0344-case-system");

        using var answer = await Send(system, sent.ToJsonString());

        var body = await Body(answer, HttpStatusCode.Created);
        using var lotte = await intake.As("lotte");
        var texts = (await lotte.Read($"{Contacts}/{body["id"]}"))["statements"]!.AsArray().Select(one => (string)one!["text"]!);
        Assert.Equal(words.Replace(" ", "", StringComparison.Ordinal), string.Concat(texts).Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_emergency_again_is_named_the_same_and_taken_in_once()
    {
        var (sent, key) = ("""{ "kind": "emergency", "colour": "red", "statements": [ { "text": "Screams are heard." } ] }""", Guid.CreateVersion7().ToString());
        using var system = await intake.AsClient("gm0344-case-system");

        using var first = await Send(system, sent, key);
        using var again = await Send(system, sent, key);

        var body = await Body(first, HttpStatusCode.Created);
        Assert.Single(body["leftOut"]!.AsArray());
        Assert.Equal(body.ToJsonString(), (await Body(again, HttpStatusCode.Created)).ToJsonString());
    }

    [Theory]
    [InlineData("""{ "kind": "emergency", "statements": [] }""")]
    [InlineData("""{ "kind": "emergency", "statements": [ { "text": " " } ] }""")]
    [InlineData("""{ "kind": "emergency", "text": "Screams are heard." }""")]
    [InlineData("""{ "kind": "emergency" }""")]
    [InlineData("""{ "kind": "emergency", "statements": [ { "text": "Screams are heard." } """)]
    [InlineData("""{ "kind": "concern", "colour": "red", "statements": [ { "text": "Screams are heard." } ] }""")]
    public async Task Without_words_and_in_every_other_contact_what_is_wrong_is_refused(string sent)
    {
        using var system = await intake.AsClient("gm0344-case-system");
        using var answer = await Send(system, sent);
        await Body(answer, HttpStatusCode.BadRequest);
    }

    static JsonObject Emergency() => new()
    {
        ["kind"] = "emergency",
        ["channel"] = "system",
        ["receivedAt"] = ContactHttp.JustNow,
        ["statements"] = new JsonArray(new JsonObject { ["text"] = Text }),
    };

    static async Task<JsonObject> Body(HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode} {text}");
        return JsonNode.Parse(text)!.AsObject();
    }

    static async Task<HttpResponseMessage> Send(HttpClient client, string sent, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Contacts) { Content = new StringContent(sent, Encoding.UTF8, "application/json") };
        if (key is not null)
            request.Headers.Add(IdempotentRoutes.Header, key);
        return await client.SendAsync(request, Cancel);
    }
}
