using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

/// <summary>What the rules refuse is refused over HTTP with its code, and leaves everything as it was.</summary>
public class RefusalTests(IntakeServer intake)
{
    const string Root = "/gm0344/intake/v1";

    static readonly object Said = new { text = "x" };
    static string Soon => $"{TestDay.Today.AddDays(7):yyyy-MM-dd}";
    static string Today => $"{TestDay.Today:yyyy-MM-dd}";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_a_contact_comes_in()
    {
        using var system = await intake.AsClient("gm0344-case-system");
        var before = await intake.Rows();
        foreach (var (code, contact) in new (string, object)[]
        {
            ("received-in-future", Contact(receivedAt: "2099-01-01T00:00:00Z")),
            ("received-too-long-ago", Contact(receivedAt: "1999-01-01T00:00:00Z")),
            ("stated-in-future", Contact(said: new { text = "x", statedAt = "2099-01-01T00:00:00Z" })),
            ("anonymous-with-name", Contact(reporter: new { role = "neighbour", name = "Jansen", anonymous = true })),
            ("advice-with-person-data", Contact(kind: "advice", said: new { text = "It is 999990032." })),
            ("born-and-unborn", Contact(member: new { role = "child", birthDate = "2020-01-01", dueDate = Soon })),
            ("born-in-future", Contact(member: new { role = "child", birthDate = "2099-01-01" })),
            ("born-too-long-ago", Contact(member: new { role = "parent", birthDate = "1891-01-01" })),
            ("due-date-impossible", Contact(member: new { role = "child", dueDate = "2099-01-01" })),
            ("not-a-member", Contact(said: new { text = "x", author = "child", member = 1 })),
            ("childs-words-under-another-name", Contact(said: new { text = "x", author = "parent", member = 0 })),
            ("author-of-other-role", Contact(said: new { text = "x", author = "child", member = 0 }, member: new { role = "grandparent" })),
            ("name-of-member", Contact(said: new { text = "x", author = "child", member = 0, authorName = "Milan" })),
            ("name-of-member", Contact(said: new { text = "x", author = "parent", authorName = "Mira" })),
        })
            Assert.Equal((code, HttpStatusCode.BadRequest), await Refused(system, $"{Root}/contacts", contact));
        Assert.Equal(before, await intake.Rows());
    }

    [Fact]
    public async Task About_a_contact_that_somebody_reported()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        var read = await lotte.Read(contact);
        var child = (await lotte.Read($"{Root}/families/{read["familyId"]}/members"))["items"]![0]!["personId"]!;
        await lotte.Change(contact, "acute-dangers", new { personId = child, ground = "x", judgedBy = "x" });
        read = await lotte.Change(contact, "feedback", Said);
        var feedback = read["feedback"]![0]!["id"];
        await lotte.Change(contact, $"feedback/{feedback}/answer", Said);
        var triage = Clock(read, "triage");
        await lotte.Change(contact, $"clocks/{triage}/pause", new { reason = "familyRequest", explanation = "Holiday.", until = Soon });
        var until = Clock(await lotte.Change(contact, "not-known", new { what = "x", why = "x", tried = "x", reviewOn = "2099-01-01" }), "notKnowingReview");

        foreach (var (code, status, what, body) in new (string, HttpStatusCode, string, object?)[]
        {
            ("no-advice-asked", HttpStatusCode.Conflict, "advice", Said),
            ("feedback-answered-already", HttpStatusCode.Conflict, $"feedback/{feedback}/answer", Said),
            ("in-acute-danger", HttpStatusCode.Conflict, "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision }),
            ("investigation-without-questions", HttpStatusCode.BadRequest, "triage", new { outcome = "investigation", decision = ContactHttp.Decision }),
            ("questions-without-investigation", HttpStatusCode.BadRequest, "triage", new { outcome = "localSupport", decision = ContactHttp.Decision, questions = new[] { Said } }),
            ("decision-incomplete", HttpStatusCode.BadRequest, "triage", new { outcome = "localSupport", decision = new { reason = "x" } }),
            ("shield-without-review", HttpStatusCode.BadRequest, "reporter-shield", new { decision = ContactHttp.Decision }),
            ("shield-without-check", HttpStatusCode.BadRequest, "reporter-shield", new { decision = ContactHttp.Decision, reviewOn = Soon }),
            ("not-shielded", HttpStatusCode.Conflict, "reporter-shield/lifting", new { courtOrder = "C/16/1" }),
            ("clock-already-paused", HttpStatusCode.Conflict, $"clocks/{triage}/pause", new { reason = "familyRequest", explanation = "x" }),
            ("staff-shortage-never-pauses", HttpStatusCode.Conflict, $"clocks/{triage}/pause", new { reason = "staffShortage", explanation = "x" }),
            ("clock-never-waits", HttpStatusCode.Conflict, $"clocks/{until}/pause", new { reason = "familyRequest", explanation = "x" }),
            ("clock-not-paused", HttpStatusCode.Conflict, $"clocks/{until}/resumption", null),
            ("not-found", HttpStatusCode.NotFound, $"clocks/{Guid.CreateVersion7()}/resumption", null),
            ("not-found", HttpStatusCode.NotFound, $"statements/{Guid.CreateVersion7()}/contests", new { part = "content", reason = "x" }),
            ("postponement-without-reason", HttpStatusCode.BadRequest, "telling/postponement", new { until = Soon }),
            ("postponement-too-long", HttpStatusCode.BadRequest, "telling/postponement", new { safetyReason = "x", until = "2099-01-01" }),
            ("name-of-member", HttpStatusCode.BadRequest, "statements", new { text = "x", author = "network", personId = child, authorName = "Oma" }),
        })
            await lotte.Refused(code, contact, what, body, status);
    }

    [Fact]
    public async Task About_a_contact_that_the_family_made_itself()
    {
        var sent = await intake.Register(Contact(kind: "selfReferral", reporter: null));
        using var lotte = await intake.As("lotte");
        var contact = $"{Root}/contacts/{sent["id"]}";
        var triage = Clock(await lotte.Read(contact), "triage");
        await lotte.Change(contact, "triage", new { outcome = "localSupport", decision = ContactHttp.Decision });

        foreach (var (code, what, body) in new (string, string, object?)[]
        {
            ("no-reporter", "reporter-shield", new { decision = ContactHttp.Decision, reviewOn = Soon }),
            ("nothing-to-tell", "telling", new { how = "x", toldBy = "x" }),
            ("nothing-to-tell", "telling/postponement", new { safetyReason = "x", until = Soon }),
            ("already-triaged", "triage", new { outcome = "localSupport", decision = ContactHttp.Decision }),
            ("clock-not-running", $"clocks/{triage}/pause", new { reason = "familyRequest", explanation = "x" }),
        })
            await lotte.Refused(code, contact, what, body);
    }

    [Fact]
    public async Task About_a_family()
    {
        var sent = await intake.Register(JsonNode.Parse(RegisterContactTests.Concern())!);
        using var lotte = await intake.As("lotte");
        var family = $"{Root}/families/{sent["familyId"]}";
        var child = (await lotte.Read($"{family}/members"))["items"]![0]!["personId"]!.GetValue<Guid>();
        await Do(lotte, family, "members", new { role = "parent", person = new { givenName = "Mira", birthDate = "1990-01-01" } });
        var parent = (await lotte.Read($"{family}/members"))["items"]!.AsArray().Single(one => (string?)one!["role"] == "parent")!["personId"]!.GetValue<Guid>();
        await Do(lotte, family, $"members/{parent}/account", new { account = await intake.Account("petra") });
        var support = (await Do(lotte, family, "informal-supports", new { who = "Grandmother", what = "Cooks.", from = "2026-01-05" }))["id"];
        var other = (await intake.Register(JsonNode.Parse(RegisterContactTests.Concern("999990275"))!))["familyId"];

        foreach (var (code, status, what, body) in new (string, HttpStatusCode, string, object?)[]
        {
            ("authority-over-a-child", HttpStatusCode.BadRequest, "authority", Authority(parent, child)),
            ("split-of-everybody", HttpStatusCode.Conflict, "split", new { members = new[] { child, parent }, reason = "x" }),
            ("merge-with-itself", HttpStatusCode.BadRequest, "merges", new { otherFamilyId = sent["familyId"], reason = "x" }),
            ("not-found", HttpStatusCode.NotFound, "merges", new { otherFamilyId = Guid.CreateVersion7(), reason = "x" }),
            ("not-found", HttpStatusCode.NotFound, $"merges/{Guid.CreateVersion7()}/undo", null),
            ("no-key-worker", HttpStatusCode.Conflict, "key-worker/wishes", Said),
            ("not-found", HttpStatusCode.NotFound, $"key-worker/stand-ins/{Guid.CreateVersion7()}/end", null),
            ("not-found", HttpStatusCode.NotFound, $"key-worker/wishes/{Guid.CreateVersion7()}/answer", Said),
            ("support-without-time", HttpStatusCode.BadRequest, $"informal-supports/{support}/end", new { until = "2099-01-01" }),
            ("already-responsible", HttpStatusCode.Conflict, "responsibility-offers", new { children = new[] { child }, toMunicipality = "gm0344", reason = "x" }),
            ("not-found", HttpStatusCode.NotFound, $"members/{Guid.CreateVersion7()}/end", new { until = Today }),
        })
            Assert.Equal((what, code, status), await RefusedAt(lotte, family, what, body));
        Assert.Equal(
            ($"members/{parent}/account", "account-already-linked", HttpStatusCode.Conflict),
            await RefusedAt(lotte, family, $"members/{parent}/account", new { account = await intake.Account("petra") }));

        await Do(lotte, family, "responsibility-offers", new { children = new[] { child }, toMunicipality = "gm0355", reason = "They move." });
        foreach (var (what, body) in new (string, object?)[]
        {
            ("split", new { members = new[] { child }, reason = "x" }),
            ("merges", new { otherFamilyId = other, reason = "x" }),
            ($"members/{child}/removal", new { reason = "x" }),
        })
            Assert.Equal((what, "offer-open", HttpStatusCode.Conflict), await RefusedAt(lotte, family, what, body));

        static object Authority(Guid childId, Guid parentId) => new { childId, parentId, kind = "authority", from = "2020-01-01", source = "Register" };
    }

    [Fact]
    public async Task About_support_between_people()
    {
        using var lotte = await intake.As("lotte");
        var (offer, request, second) = (await Register("support-offers"), await Register("support-requests"), await Register("support-requests"));
        await lotte.Change($"{Root}/support-exchanges/{request}", "match", new { offerId = offer, offerAgreed = true, requestAgreed = true });

        Assert.Equal(("match", "support-matched-already", HttpStatusCode.Conflict), await RefusedAt(lotte, $"{Root}/support-exchanges/{request}", "match", Match(offer)));
        Assert.Equal(("match", "match-request-with-offer", HttpStatusCode.BadRequest), await RefusedAt(lotte, $"{Root}/support-exchanges/{second}", "match", Match(request)));
        Assert.Equal(("match", "not-found", HttpStatusCode.NotFound), await RefusedAt(lotte, $"{Root}/support-exchanges/{second}", "match", Match(Guid.CreateVersion7())));

        static object Match(Guid offerId) => new { offerId, offerAgreed = true, requestAgreed = true };

        async Task<Guid> Register(string what)
        {
            using var answer = await lotte.Post($"{Root}/{what}", etag: null, new { kind = "company", text = "Walks with the dog.", contact = new { name = "Ria", reach = "By telephone" } });
            return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["id"]!.GetValue<Guid>();
        }
    }

    static object Contact(
        string kind = "concern", string? receivedAt = null, object? said = null, object? reporter = null, object? member = null) => new
        {
            kind,
            channel = "system",
            receivedAt = receivedAt ?? ContactHttp.JustNow,
            reporter,
            statements = new[] { said ?? Said },
            family = kind == "advice" ? null : new { members = new[] { member ?? new { role = "child" } } },
        };

    static JsonNode Clock(JsonObject contact, string term) => contact["clocks"]!.AsArray().First(one => (string?)one!["term"] == term)!["id"]!;

    async Task<JsonObject> Do(HttpClient client, string family, string what, object body)
    {
        using var answer = await client.Post($"{family}/{what}", await Version(client, family), body);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>A change of something as it is now is refused and leaves it as it was.</summary>
    async Task<(string What, string Code, HttpStatusCode Status)> RefusedAt(HttpClient client, string path, string what, object? body)
    {
        var before = await Version(client, path);
        using var answer = await client.Post($"{path}/{what}", before, body);
        var problem = (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"];
        Assert.Equal(before, await Version(client, path));
        return (what, problem?.Split(':')[^1] ?? "", answer.StatusCode);
    }

    static async Task<(string Code, HttpStatusCode Status)> Refused(HttpClient client, string path, object body)
    {
        using var answer = await client.Post(path, etag: null, body);
        return (((string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"])?.Split(':')[^1] ?? "", answer.StatusCode);
    }

    /// <summary>The version of a thing; of a family as somebody reads it who may.</summary>
    async Task<string> Version(HttpClient client, string path)
    {
        if (!path.Contains("/families/", StringComparison.Ordinal))
            return await client.Etag(path);
        using var lotte = await intake.As("lotte");
        return await lotte.Etag(path);
    }
}
