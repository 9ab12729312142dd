using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.CaseFiles;

namespace Geborgen.Intake.Tests;

/// <summary>A request that is repeated with its Idempotency-Key is not carried out again, and shows nothing that a new one would not show.</summary>
public class RepeatedRequestTests(IntakeServer intake)
{
    const string Words = "Something about another child.";

    readonly string key = Guid.CreateVersion7().ToString();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_taken_out_since_is_not_shown_again()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        using var first = await Send(lotte, $"{contact}/statements", new { text = Words, author = "professional", kind = "observation" });
        Assert.Contains(Words, await Text(first), StringComparison.Ordinal);
        var statement = (await lotte.Read(contact))["statements"]!.AsArray().Single(one => (string?)one!["text"] == Words)!["id"];
        await lotte.Change(contact, $"statements/{statement}/removal", new { reason = "It is about another child." });

        using var again = await Send(lotte, $"{contact}/statements", new { text = Words, author = "professional", kind = "observation" });

        Assert.Equal((first.StatusCode, first.Headers.ETag), (again.StatusCode, again.Headers.ETag));
        var text = await Text(again);
        Assert.DoesNotContain(Words, text, StringComparison.Ordinal);
        Assert.Contains($"{statement}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_rights_ended_since_is_not_answered_again()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        using var daan = await intake.As("daan");
        var family = $"/gm0344/intake/v1/families/{(await lotte.Read(contact))["familyId"]}";
        await lotte.Change(family, "key-worker", new { worker = new { account = await intake.Account("lotte") } });
        var with = await lotte.Change(family, "key-worker/duos", new { worker = new { account = await intake.Account("daan") }, reason = "Together." });
        using var first = await Send(daan, $"{contact}/statements", new { text = "I know them.", author = "professional", kind = "observation" });
        var duo = with["assignments"]!.AsArray().Single(one => (string?)one!["relation"] == "duo")!["id"];
        await lotte.Change(family, $"key-worker/stand-ins/{duo}/end", null);

        using var again = await Send(daan, $"{contact}/statements", new { text = "I know them.", author = "professional", kind = "observation" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (first.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task How_somebody_is_reached_is_forgotten_in_repeated_answers_too()
    {
        using var lotte = await intake.As("lotte");
        using var offered = await lotte.Post("/gm0344/intake/v1/support-offers", etag: null, new { kind = "listeningEar", text = "I have time.", contact = new { name = "Ann", reach = "06 12" } });
        var offer = offered.Headers.Location!.ToString();
        using var first = await Send(lotte, $"{offer}/notes", new { text = "They drink coffee." });
        Assert.Contains("Ann", await Text(first), StringComparison.Ordinal);
        await lotte.Change(offer, "end", new { reason = "Moved away." });

        using var again = await Send(lotte, $"{offer}/notes", new { text = "They drink coffee." });

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.DoesNotContain("Ann", await Text(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_repeats_an_addition_is_shown_what_was_added_and_not_what_came_after()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        var family = $"/gm0344/intake/v1/families/{(await lotte.Read(contact))["familyId"]}";
        var aunt = new { role = "relative", person = new { givenName = "Roos" } };
        lotte.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", await lotte.Etag(family));
        var first = JsonNode.Parse(await Text(await Send(lotte, $"{family}/members", aunt)))!;
        lotte.DefaultRequestHeaders.Remove("If-Match");
        await lotte.Change(family, "members", new { role = "relative", person = new { givenName = "Jip" } });
        lotte.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "\"1\"");

        var again = JsonNode.Parse(await Text(await Send(lotte, $"{family}/members", aunt)))!;

        Assert.NotNull(first["personId"]);
        Assert.Equal($"{first["personId"]}", $"{again["personId"]}");
    }

    [Fact]
    public async Task The_same_contact_under_another_spelling_of_its_path_is_registered_once()
    {
        using var system = await intake.AsClient("gm0344-case-system");
        var concern = JsonNode.Parse(RegisterContactTests.Concern())!;

        using var first = await Send(system, "/gm0344/intake/v1/contacts", concern);
        using var again = await Send(system, "/gm0344/Intake/v1/Contacts", concern);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
    }

    async Task<HttpResponseMessage> Send(HttpClient client, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add(IdempotentRoutes.Header, key);
        return await client.SendAsync(request, Cancel);
    }

    static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Cancel);
}
