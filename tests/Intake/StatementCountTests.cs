using System.Diagnostics;
using System.Text.Json.Nodes;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

/// <summary>
/// How often a change asks the database: each question is a wait for whoever works, and for whoever waits for the file. What is kept from
/// a family is read where the family is told or reads something, and once.
/// </summary>
public class StatementCountTests(IntakeServer intake)
{
    const string Secrets = "SELECT residences";

    [Fact]
    public async Task What_tells_the_family_nothing_does_not_ask_what_is_kept_from_it()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");

        Assert.Empty(await Asked(() => lotte.Post($"{contact}/statements", etag: null, new { text = "Seen.", author = "network", kind = "observation" })));
    }

    [Fact]
    public async Task What_tells_the_family_something_asks_it_once()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        var etag = await lotte.Etag(contact);

        Assert.Single(await Asked(() => lotte.Post($"{contact}/triage", etag, new { outcome = "localSupport", decision = ContactHttp.Decision })));
    }

    [Fact]
    public async Task Who_reads_the_own_files_asks_it_once_for_all()
    {
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var registered = await intake.Register(JsonNode.Parse(RegisterContactTests.Concern())!);
            var family = $"/gm0344/intake/v1/families/{registered["familyId"]}";
            var mother = (await lotte.Change(family, "members", new { role = "parent", person = new { givenName = "Mira" }, from = "2020-01-01" }))["personId"]!.GetValue<Guid>();
            await lotte.Change(family, $"members/{mother}/account", new { account = await intake.Account("fatima") });
            await lotte.Tell($"/gm0344/intake/v1/contacts/{registered["id"]}", mother);
        }

        Assert.Single(await Asked(() => fatima.GetAsync("/gm0344/intake/v1/own-contacts", TestContext.Current.CancellationToken)));
        Assert.Single(await Asked(() => fatima.GetAsync("/gm0344/intake/v1/own-families", TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task To_let_a_term_wait_asks_the_database_twelve_times()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        var (term, etag) = ((await lotte.Read(contact))["clocks"]![0]!["id"], await lotte.Etag(contact));
        var pause = new { reason = "familyRequest", explanation = "Holiday.", until = TestDay.Today.AddDays(7) };

        var asked = (await AllAsked(() => lotte.Post($"{contact}/clocks/{term}/pause", etag, pause))).GroupBy(span => span.ParentSpanId, span => span.DisplayName)
            .Single(under => under.Contains("UPDATE contacts"));

        Assert.True(asked.Count() <= 12, string.Join(", ", asked));
    }

    static async Task<List<string>> Asked(Func<Task<HttpResponseMessage>> what) =>
        [.. (await AllAsked(what)).Select(span => span.DisplayName).Where(name => name == Secrets)];

    static async Task<List<Activity>> AllAsked(Func<Task<HttpResponseMessage>> what)
    {
        using var spans = new Spans();
        Activity request;
        using (request = spans.Start())
        using (var answer = await what())
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return [.. spans.Of(request.TraceId).Where(span => span.Source.Name == "Npgsql")];
    }
}
