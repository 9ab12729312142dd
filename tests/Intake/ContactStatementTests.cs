using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

public class ContactStatementTests(IntakeServer intake)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void A_statement_is_added_but_not_from_the_future()
    {
        var contact = KnownContact.Of();
        var now = KnownContact.Now;

        Assert.Equal("stated-in-future", contact.AddStatement(new("Later.", StatementAuthor.Child, StatedAt: now.AddHours(1)), now)!.Code);
        Assert.Null(contact.AddStatement(new("It is nice there.", StatementAuthor.Child, StatementKind.Opinion, now), now));
        Assert.Equal(("child", "opinion"), (contact.Raised.OfType<StatementRecorded>().Single().Author, contact.Raised.OfType<StatementRecorded>().Single().Kind));
    }

    [Fact]
    public async Task The_system_that_sent_it_amends_and_withdraws_its_own_words()
    {
        var contact = await intake.NewContact();
        using var system = await intake.AsClient("gm0344-case-system");
        using var lotte = await intake.As("lotte");
        var statement = await FirstOf(lotte, contact);

        var state = await system.Change(Sent(contact), $"{statement}/amendments", new { text = "Seen twice.", kind = "observation" });
        Assert.Equal(["familyId", "id", "receivedAt", "registeredAt", "statements", "status"], state.Select(member => member.Key).Order(StringComparer.Ordinal));
        var said = (await lotte.Read(contact))["statements"]![0]!;
        Assert.Equal(("Seen twice.", 2, "Seen."), ((string?)said["text"], (int)said["number"]!, (string?)said["earlier"]![0]!["text"]));
        Assert.Equal("amended", (string?)said["earlier"]![0]!["change"]);

        await system.Change(Sent(contact), $"{statement}/withdrawal", null);
        Assert.Equal("withdrawn", (string?)(await lotte.Read(contact))["statements"]![0]!["status"]);
        await lotte.Refused("statement-not-standing", contact, $"{statement}/corrections", new { text = "x", reason = "x" });
    }

    [Fact]
    public async Task Another_system_and_another_worker_do_not_amend_it()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        using var daan = await intake.As("daan");
        using var zeist = await intake.AsClient("gm0355-case-system");
        var statement = await FirstOf(lotte, contact);

        await lotte.Refused("not-the-author", contact, $"{statement}/amendments", new { text = "x" });
        await lotte.Refused("not-the-author", contact, $"{statement}/withdrawal", null);
        Assert.Equal(HttpStatusCode.NotFound, (await daan.Post($"{contact}/{statement}/amendments", "\"3\"", new { text = "x" })).StatusCode);
        foreach (var path in new[] { contact, Sent(contact) })
            Assert.Equal(HttpStatusCode.NotFound, (await zeist.Post($"{path}/{statement}/amendments", "\"3\"", new { text = "x" })).StatusCode);
        using var system = await intake.AsClient("gm0344-case-system");
        Assert.Equal(HttpStatusCode.NotFound, (await system.Post($"{contact}/{statement}/corrections", "\"3\"", new { text = "x", reason = "x" })).StatusCode);
    }

    [Fact]
    public async Task A_fact_is_corrected_and_to_an_opinion_an_own_statement_is_attached()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        var fact = await FirstOf(lotte, contact);
        var added = await Add(lotte, contact, new { text = "Nobody cares for him.", author = "professional", kind = "opinion" });
        var opinion = $"statements/{added["statements"]!.AsArray().Last()!["id"]}";
        var child = await ChildOf(lotte, contact);

        var corrected = await lotte.Change(contact, $"{fact}/corrections", new { text = "Seen on Monday.", reason = "The day was wrong." });
        Assert.Equal("The day was wrong.", (string?)corrected["statements"]![0]!["earlier"]![0]!["reason"]);
        await lotte.Refused("opinion-not-correctable", contact, $"{opinion}/corrections", new { text = "x", reason = "x" });
        await lotte.Refused("attach-to-opinion", contact, $"{fact}/own-statements", new { text = "x", author = "child" });
        await lotte.Refused("not-a-member", contact, $"{opinion}/own-statements",
            new { text = "x", author = "child", personId = Guid.CreateVersion7() }, HttpStatusCode.BadRequest);
        await lotte.Refused("own-statement-of-nobody", contact, $"{opinion}/own-statements", new { text = "x", author = "parent" }, HttpStatusCode.BadRequest);

        var attached = await lotte.Change(contact, $"{opinion}/own-statements", new { text = "My grandmother does.", author = "child", personId = child });
        var statements = attached["statements"]!.AsArray();
        Assert.Equal("My grandmother does.", (string?)statements[0]!["text"]);
        Assert.Equal((string?)statements[0]!["id"], (string?)Assert.Single(statements.Last()!["ownStatementIds"]!.AsArray()));
    }

    [Fact]
    public async Task A_dispute_stays_visible_until_it_is_settled()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        var statement = await FirstOf(lotte, contact);
        var child = await ChildOf(lotte, contact);

        var disputed = (await lotte.Change(contact, $"{statement}/contests", new { part = "kind", reason = "That is an opinion.", personId = child }))["statements"]![0]!;
        Assert.Equal(("contested", "kind"), ((string?)disputed["contested"], (string?)disputed["contests"]![0]!["part"]));
        Assert.Equal(child, disputed["contests"]![0]!["personId"]!.GetValue<Guid>());
        await lotte.Refused("not-found", contact, $"{statement}/contests/{Guid.CreateVersion7()}/settlement",
            new { outcome = "bothStand", explanation = "x" }, HttpStatusCode.NotFound);

        var settlement = $"{statement}/contests/{disputed["contests"]![0]!["id"]}/settlement";
        await lotte.Refused("settled-on-nobodys-word", contact, settlement, new { outcome = "agreed", explanation = "x" }, HttpStatusCode.BadRequest);
        await lotte.Refused("taken-back-by-another", contact, settlement, new { outcome = "takenBack", explanation = "x", wordOf = "The school" });
        await lotte.Refused("not-a-member", contact, settlement,
            new { outcome = "takenBack", explanation = "x", personId = Guid.CreateVersion7() }, HttpStatusCode.BadRequest);
        await lotte.Refused("invalid-input", contact, settlement, new { explanation = "x" }, HttpStatusCode.BadRequest);
        var both = (await lotte.Change(contact, settlement, new { outcome = "bothStand", explanation = "Both keep to it." }))["statements"]![0]!;
        Assert.Equal(("contested", "bothStand"), ((string?)both["contested"], (string?)both["contests"]![0]!["outcome"]));
        Assert.NotNull(both["contests"]![0]!["settledAt"]);

        var settled = (await lotte.Change(contact, settlement, new { outcome = "takenBack", explanation = "Labelled anew.", personId = child }))["statements"]![0]!;
        Assert.Equal("notContested", (string?)settled["contested"]);
        Assert.Equal(child, (Guid)settled["contests"]![0]!["settledByPersonId"]!);
    }

    [Fact]
    public async Task Words_that_a_worker_wrote_down_for_somebody_are_changed_once_they_were_read_back()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        var child = await ChildOf(lotte, contact);
        var added = await Add(lotte, contact, new { text = "I like it there.", author = "child", kind = "opinion", personId = child });
        var own = $"statements/{added["statements"]!.AsArray().Single(one => (string?)one!["author"] == "child")!["id"]}";
        var today = TestDay.Today;

        await lotte.Refused("not-read-back", contact, $"{own}/amendments", new { text = "x" });
        await lotte.Refused("not-read-back", contact, $"{own}/withdrawal", null);
        await lotte.Refused("agreed-in-future", contact, $"{own}/amendments", new { text = "x", agreedOn = today.AddDays(1) }, HttpStatusCode.BadRequest);
        await lotte.Refused("agreed-in-future", contact, $"{own}/withdrawal", new { agreedOn = today.AddDays(1) }, HttpStatusCode.BadRequest);
        var amended = (await lotte.Change(contact, $"{own}/amendments", new { text = "I like it there a lot.", agreedOn = today }))["statements"]![0]!;
        Assert.Equal(("opinion", $"{today:yyyy-MM-dd}"), ((string?)amended["kind"], (string?)amended["earlier"]![0]!["agreedOn"]));
        await lotte.Refused("opinion-not-correctable", contact, $"{own}/corrections", new { text = "x", reason = "x" });
        Assert.Equal("withdrawn", (string?)(await lotte.Change(contact, $"{own}/withdrawal", new { agreedOn = today }))["statements"]![0]!["status"]);
    }

    [Fact]
    public async Task What_was_registered_in_error_goes_out_of_sight()
    {
        var contact = await intake.NewContact();
        using var system = await intake.AsClient("gm0344-case-system");
        using var lotte = await intake.As("lotte");
        var statement = await FirstOf(lotte, contact);
        await system.Change(Sent(contact), $"{statement}/amendments", new { text = "About another child." });

        var left = (await lotte.Change(contact, $"{statement}/removal", new { reason = "It is about another child." }))["statements"]![0]!;

        Assert.Equal(("takenOut", ""), ((string?)left["status"], (string?)left["text"]));
        Assert.Empty(left["earlier"]!.AsArray());
        await lotte.Refused("invalid-input", contact, $"{statement}/removal", new { reason = " " }, HttpStatusCode.BadRequest);
        await lotte.Refused("not-found", contact, $"statements/{Guid.CreateVersion7()}/removal", new { reason = "x" }, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_workers_do_inside_does_not_change_the_version_that_a_sender_reads_and_what_it_may_see_does()
    {
        var contact = await intake.NewContact();
        using var system = await intake.AsClient("gm0344-case-system");
        using var lotte = await intake.As("lotte");
        var statement = await FirstOf(lotte, contact);
        var sent = await system.Etag(Sent(contact));

        await lotte.Post($"{contact}/statements", etag: null, new { text = "Seen.", author = "network", kind = "observation" });
        await lotte.Post($"{contact}/feedback", etag: null, new { text = "Somebody's words." });
        Assert.Equal(sent, await system.Etag(Sent(contact)));

        using var amended = await system.Post($"{Sent(contact)}/{statement}/amendments", sent, new { text = "About another child." });
        Assert.Equal(HttpStatusCode.OK, amended.StatusCode);
        Assert.NotEqual(sent, await system.Etag(Sent(contact)));
        using var stale = await system.Post($"{Sent(contact)}/{statement}/amendments", sent, new { text = "About a third." });
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
    }

    [Fact]
    public async Task A_sender_does_not_learn_that_a_file_was_closed()
    {
        var registered = await intake.Register(JsonNode.Parse(RegisterContactTests.Concern())!);
        var (contact, family) = ($"/gm0344/intake/v1/contacts/{registered["id"]}", $"/gm0344/intake/v1/families/{registered["familyId"]}");
        using var system = await intake.AsClient("gm0344-case-system");
        using var lotte = await intake.As("lotte");
        await lotte.Change(contact, "triage", new { outcome = "localSupport", decision = ContactHttp.Decision });
        await lotte.Tell(contact);
        await lotte.Change(family, "key-worker", new { worker = new { account = await intake.Account("lotte") } });
        var sent = await system.Etag(Sent(contact));
        await lotte.Change(family, "closing", new { decision = ContactHttp.Decision });

        Assert.Equal(sent, await system.Etag(Sent(contact)));
        using var amended = await system.Post($"{Sent(contact)}/statements/{registered["statements"]![0]!["id"]}/amendments", sent, new { text = "About another child." });

        Assert.Equal(HttpStatusCode.OK, amended.StatusCode);
    }

    [Fact]
    public async Task A_worker_amends_what_the_worker_added()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        var added = await Add(lotte, contact, new { text = "Mother called.", author = "professional" });

        var amended = await lotte.Change(contact, $"statements/{added["statements"]!.AsArray().Last()!["id"]}/amendments", new { text = "Mother called twice." });

        Assert.Equal("Mother called twice.", (string?)amended["statements"]!.AsArray().Last()!["text"]);
    }

    /// <summary>The contact as its sender sees it.</summary>
    static string Sent(string contact) => contact.Replace("/contacts/", "/submissions/", StringComparison.Ordinal);

    static async Task<string> FirstOf(HttpClient client, string contact) => $"statements/{(await client.Read(contact))["statements"]![0]!["id"]}";

    async Task<Guid> ChildOf(HttpClient client, string contact)
    {
        var family = (await client.Read(contact))["familyId"]!.GetValue<Guid>();
        await using var db = intake.OpenOwner();
        return db.Families.Single(one => one.Id == family).Members.Single().PersonId;
    }

    static async Task<JsonObject> Add(HttpClient client, string contact, object statement)
    {
        using var answer = await client.Post($"{contact}/statements", etag: null, statement);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
    }
}
