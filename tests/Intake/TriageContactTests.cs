using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Intake.Families;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Tests;

public class TriageContactTests(IntakeServer intake)
{
    static readonly object Investigation = new
    {
        outcome = "investigation",
        decision = ContactHttp.Decision,
        questions = new[] { new { text = "Is Milan safe at home?" }, new { text = "Who helps his mother?" } },
    };

    async Task<bool> KeyWorkerIsSought(Guid familyId)
    {
        await using var db = intake.OpenOwner();
        var family = await db.Families.AsNoTracking().SingleAsync(one => one.Id == familyId, Cancel);
        return family.RunningClock(Family.KeyWorkerAssignmentTerm) is not null;
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_worker_reads_what_was_decided_and_the_sender_only_that_it_was()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");

        var triaged = await lotte.Change(contact, "triage", Investigation);

        Assert.Equal("triaged", (string?)triaged["status"]);
        Assert.Equal("investigation", (string?)triaged["triage"]!["outcome"]);
        Assert.Equal("We want to know more.", (string?)triaged["triage"]!["decision"]!["explanation"]);
        using var system = await intake.AsClient("gm0344-case-system");
        var state = await system.Read(contact.Replace("/contacts/", "/submissions/", StringComparison.Ordinal));
        Assert.Equal(["familyId", "id", "receivedAt", "registeredAt", "statements", "status"], state.Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal("triaged", (string?)state["status"]);
    }

    [Fact]
    public async Task A_key_worker_is_sought_as_long_as_a_question_waits_and_again_once_something_follows_on_it()
    {
        var asked = await intake.Register(JsonNode.Parse($$"""
            { "kind": "question", "channel": "phone", "receivedAt": "{{ContactHttp.JustNow}}",
              "statements": [ { "text": "Who helps with homework?" } ] }
            """)!);
        var contact = $"/gm0344/intake/v1/contacts/{asked["id"]}";
        using var lotte = await intake.As("lotte");
        Assert.True(await IsSought());

        await lotte.Change(contact, "advice", new { text = "The library, on Wednesdays." });
        Assert.False(await IsSought());

        await lotte.Change(contact, "triage", new { outcome = "localSupport", decision = ContactHttp.Decision });
        Assert.True(await IsSought());

        Task<bool> IsSought() => KeyWorkerIsSought(asked["familyId"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task A_key_worker_is_sought_again_for_whom_somebody_judges_to_be_in_danger_after_nothing_followed()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        var family = (await lotte.Read(contact))["familyId"]!.GetValue<Guid>();
        await lotte.Change(contact, "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision });
        Assert.False(await KeyWorkerIsSought(family));

        var child = (await lotte.Read($"/gm0344/intake/v1/families/{family}/members"))["items"]![0]!["personId"];
        await lotte.Change(contact, "acute-dangers", new { personId = child, ground = "He is alone on the street at night.", judgedBy = "A neighbour" });

        Assert.True(await KeyWorkerIsSought(family));
    }

    [Fact]
    public async Task The_questions_of_an_investigation_are_read_at_intake_and_stand_on_no_event()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        var triaged = await lotte.Change(contact, "triage", Investigation);
        var request = $"/gm0344/intake/v1/investigation-requests/{triaged["triage"]!["investigationRequestId"]}";

        var asked = await lotte.Read(request);
        Assert.Equal(["Is Milan safe at home?", "Who helps his mother?"], asked["questions"]!.AsArray().Select(text => (string?)text));
        using var daan = await intake.As("daan");
        Assert.Equal(HttpStatusCode.NotFound, (await daan.GetAsync(request, Cancel)).StatusCode);
        await using var db = intake.OpenOwner();
        Assert.Equal(0, await db.Database.SqlQuery<int>(
            $"select count(*)::int as \"Value\" from event_log where body::text like '%safe at home%'").SingleAsync(Cancel));
        Assert.Equal(1, await db.Database.SqlQuery<int>(
            $"select count(*)::int as \"Value\" from event_log where name = 'investigation-requested' and jsonb_array_length(body -> 'children') = 1 and stream = {asked["contactId"]!.GetValue<Guid>()}")
            .SingleAsync(Cancel));
    }

    [Fact]
    public async Task The_investigation_is_told_who_of_the_children_decides_alone()
    {
        var sent = JsonNode.Parse(RegisterContactTests.Concern())!;
        var today = TestDay.Today;
        foreach (var born in new[] { today.AddYears(-16), today.AddYears(-16).AddDays(1) })
            sent["family"]!["members"]!.AsArray().Add(new JsonObject { ["role"] = "child", ["birthDate"] = $"{born:yyyy-MM-dd}" });
        var contact = (Guid)(await intake.Register(sent))["id"]!;
        using var lotte = await intake.As("lotte");

        await lotte.Change($"/gm0344/intake/v1/contacts/{contact}", "triage", Investigation);

        await using var db = intake.OpenOwner();
        Assert.Equal(1, await db.Database.SqlQuery<int>(
            $"select jsonb_array_length(body -> 'fromSixteen') as \"Value\" from event_log where name = 'investigation-requested' and stream = {contact}")
            .SingleAsync(Cancel));
    }

    [Fact]
    public async Task A_refusal_has_its_code()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");

        await lotte.Refused("decision-incomplete", contact, "triage", new { outcome = "advice" }, HttpStatusCode.BadRequest);
        await lotte.Refused("invalid-input", contact, "triage",
            new { outcome = "advice", decision = new { reason = "x", alternatives = "x", explanation = " " } }, HttpStatusCode.BadRequest);
        foreach (var decision in new object[] { new { explanation = "x" }, new { explanation = "x", reason = "x" }, new { explanation = "x", alternatives = "x" } })
            await lotte.Refused("decision-incomplete", contact, "triage",
                new { outcome = "investigation", decision, questions = new[] { new { text = "Is he safe?" } } }, HttpStatusCode.BadRequest);
        await lotte.Refused("decision-incomplete", contact, "triage",
            new { outcome = "localSupport", decision = new { explanation = "x", familyAgrees = false } }, HttpStatusCode.BadRequest);
        foreach (var decision in new object[] { new { explanation = "x", remedy = "objection" }, new { explanation = "x", legalBasis = "x" } })
            await lotte.Refused("invalid-input", contact, "triage", new { outcome = "localSupport", decision }, HttpStatusCode.BadRequest);
        await lotte.Refused("investigation-without-questions", contact, "triage",
            new { outcome = "investigation", decision = ContactHttp.Decision }, HttpStatusCode.BadRequest);
        await lotte.Refused("invalid-input", contact, "triage",
            new { outcome = "investigation", decision = ContactHttp.Decision, questions = new[] { new { text = " " } } }, HttpStatusCode.BadRequest);
        await lotte.Change(contact, "triage", Investigation);
        await lotte.Refused("already-triaged", contact, "triage", Investigation);
    }

    [Fact]
    public async Task Danger_that_triage_finds_is_an_emergency_at_once()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");

        var triaged = await lotte.Change(contact, "triage", new { outcome = "emergency", decision = ContactHttp.Decision });

        var family = (string?)triaged["familyId"];
        var raised = Assert.Single((await lotte.Read($"/gm0344/intake/v1/families/{family}/emergencies"))["items"]!.AsArray())!;
        Assert.Equal(((string?)triaged["id"], await intake.Account("lotte"), "raised"),
            ((string?)raised["contactId"], (string?)raised["dutyWorker"], (string?)raised["status"]));
    }

    [Fact]
    public async Task A_contact_that_came_as_an_emergency_raises_no_second_one()
    {
        var (_, family, _) = await intake.RaiseEmergency();
        using var lotte = await intake.As("lotte");
        var listed = await lotte.Read($"/gm0344/intake/v1/families/{family}/contacts");
        var contact = $"/gm0344/intake/v1/contacts/{listed["items"]![0]!["id"]}";

        await lotte.Change(contact, "triage", new { outcome = "emergency", decision = ContactHttp.Decision });

        Assert.Single((await lotte.Read($"/gm0344/intake/v1/families/{family}/emergencies"))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_triage_that_is_refused_raises_nothing()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        var before = await intake.Rows();

        await lotte.Refused("decision-incomplete", contact, "triage", new { outcome = "emergency" }, HttpStatusCode.BadRequest);

        Assert.Equal(before, await intake.Rows());
    }

    [Fact]
    public async Task Of_two_triages_at_once_one_wins()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        var etag = await lotte.Etag(contact);

        var answers = await Task.WhenAll(
            lotte.Post($"{contact}/triage", etag, Investigation),
            lotte.Post($"{contact}/triage", etag, new { outcome = "noFollowUp", decision = ContactHttp.Decision }));

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], answers.Select(answer => answer.StatusCode).Order());
    }

    [Fact]
    public async Task A_key_sent_twice_triages_once()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        lotte.DefaultRequestHeaders.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        var etag = await lotte.Etag(contact);

        using var first = await lotte.Post($"{contact}/triage", etag, Investigation);
        using var second = await lotte.Post($"{contact}/triage", etag, Investigation);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(
            await first.Content.ReadFromJsonAsync<JsonObject>(Cancel), await second.Content.ReadFromJsonAsync<JsonObject>(Cancel), JsonNode.DeepEquals);
    }

    [Fact]
    public async Task Who_is_not_involved_or_names_no_version_triages_nothing()
    {
        var contact = await intake.NewContact();
        using var lotte = await intake.As("lotte");
        using var daan = await intake.As("daan");
        using var system = await intake.AsClient("gm0344-case-system");
        var etag = await lotte.Etag(contact);

        Assert.Equal(HttpStatusCode.NotFound, (await daan.Post($"{contact}/triage", etag, Investigation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await system.Post($"{contact}/triage", etag, Investigation)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await lotte.Post($"{contact}/triage", null, Investigation)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await lotte.Post($"{contact}/triage", "\"1\"", Investigation)).StatusCode);
    }
}
