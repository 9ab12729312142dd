using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Contracts;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Investigation;
using Geborgen.Intake.Emergencies;
using Geborgen.Messaging;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.Intake.Tests;

public class EmergencyRouteTests(IntakeServer intake)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_is_enough_and_safety_comes_before_forms()
    {
        var (id, family, path) = await intake.RaiseEmergency();
        using var lotte = await intake.As("lotte", "emergency-response");

        await Refused("nothing-done-yet", HttpStatusCode.Conflict, "end", null);
        await Refused("agreement-without-consent", HttpStatusCode.BadRequest, "safety-agreements", Agreement([]));
        await Refused("agreement-without-time", HttpStatusCode.BadRequest, "safety-agreements", Agreement(["Mother"], "2020-01-01T00:00:00Z"));
        await Refused("action-without-decision-maker", HttpStatusCode.BadRequest, "immediate-actions", new { kind = "police", what = "Called." });

        Assert.Equal(HttpStatusCode.OK, (await Send(lotte, $"{path}/immediate-actions", null,
            new { kind = "temporaryRestrainingOrder", what = "Father leaves the home.", decidedBy = "The mayor" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Send(lotte, $"{path}/safety-agreements", null, Agreement(["Mother", "Grandmother"]))).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await Send(lotte, $"{path}/end", null, null)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Send(lotte, $"{path}/end", "\"1\"", null)).StatusCode);
        Assert.Contains(await DutyList(lotte), one => one == id);
        Assert.Equal(HttpStatusCode.OK, (await Send(lotte, $"{path}/end", await Etag(lotte, path), null)).StatusCode);
        await Refused("emergency-ended", HttpStatusCode.Conflict, "end", null);

        Assert.DoesNotContain(await DutyList(lotte), one => one == id);
        var listed = await lotte.GetFromJsonAsync<JsonObject>($"/gm0344/intake/v1/families/{family}/emergencies", Cancel);
        var read = Assert.Single(listed!["items"]!.AsArray())!;
        Assert.Equal("ended", read["status"]!.GetValue<string>());
        Assert.Equal("Grandmother", read["safetyAgreements"]![0]!["agreedBy"]![1]!.GetValue<string>());
        Assert.Equal("The mayor", read["immediateActions"]![0]!["decidedBy"]!.GetValue<string>());
        Assert.Null(listed["next"]);

        async Task Refused(string code, HttpStatusCode status, string what, object? body)
        {
            var before = await Etag(lotte, path);
            using var answer = await Send(lotte, $"{path}/{what}", what == "end" ? before : null, body);
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal($"urn:geborgen:problem:{code}", (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]!.GetValue<string>());
            Assert.Equal(before, await Etag(lotte, path));
        }
    }

    [Fact]
    public async Task Acute_danger_that_a_worker_sees_raises_the_emergency_and_again_when_it_comes_back()
    {
        var registered = await intake.Register(JsonNode.Parse(RegisterContactTests.Concern("999990275"))!);
        var (contact, family) = ($"/gm0344/intake/v1/contacts/{registered["id"]}", $"/gm0344/intake/v1/families/{registered["familyId"]}");
        using var lotte = await intake.As("lotte");
        var child = (await lotte.Read($"{family}/members"))["items"]![0]!["personId"]!;
        await lotte.Refused("not-a-member", contact, "acute-dangers", Danger(Guid.CreateVersion7()), HttpStatusCode.BadRequest);
        Assert.Empty(await Running());

        var judged = await lotte.Change(contact, "acute-dangers", Danger(child.GetValue<Guid>()));
        var twice = await lotte.Change(contact, "acute-dangers", Danger(child.GetValue<Guid>()));

        var first = Assert.Single(await Running());
        var end = $"acute-dangers/{judged["acuteDangers"]![0]!["id"]}/end";
        await lotte.Change(contact, end, new { ground = "With her aunt.", judgedBy = "Rosa, regional team" });
        await lotte.Refused("not-found", contact, end, new { ground = "x", judgedBy = "x" }, HttpStatusCode.NotFound);
        await lotte.Change(contact, $"acute-dangers/{twice["acuteDangers"]![1]!["id"]}/end", new { ground = "With her aunt.", judgedBy = "Rosa, regional team" });
        var emergency = $"/gm0344/intake/v1/emergencies/{first}";
        await Send(lotte, $"{emergency}/immediate-actions", null, new { kind = "police", what = "Came.", decidedBy = "Duty officer" });
        Assert.Equal(HttpStatusCode.OK, (await Send(lotte, $"{emergency}/end", await Etag(lotte, emergency), null)).StatusCode);
        Assert.Empty(await Running());

        await lotte.Change(contact, "acute-dangers", Danger(child.GetValue<Guid>()));
        Assert.NotEqual(first, Assert.Single(await Running()));

        static object Danger(Guid person) => new { personId = person, ground = "Fresh bruises.", judgedBy = "Lotte, local team" };

        async Task<Guid[]> Running() => [.. (await lotte.Read($"{family}/emergencies"))["items"]!.AsArray()
            .Where(one => (string?)one!["status"] != "ended").Select(one => one!["id"]!.GetValue<Guid>())];
    }

    [Fact]
    public async Task What_colleagues_record_at_once_is_all_kept()
    {
        var (_, _, path) = await intake.RaiseEmergency();
        using var lotte = await intake.As("lotte", "emergency-response");

        var answers = await Task.WhenAll(Enumerable.Range(1, 3).Select(_ =>
            Send(lotte, $"{path}/safety-agreements", null, Agreement(["Mother"]), key: Guid.CreateVersion7().ToString())));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(3, (await lotte.GetFromJsonAsync<JsonObject>(path, Cancel))!["safetyAgreements"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_colleagues_add_to_a_contact_at_once_is_all_kept()
    {
        var registered = await intake.Register(JsonNode.Parse(RegisterContactTests.Concern("999990287"))!);
        var (contact, family) = ($"/gm0344/intake/v1/contacts/{registered["id"]}", $"/gm0344/intake/v1/families/{registered["familyId"]}");
        using var lotte = await intake.As("lotte");
        var child = (await lotte.Read($"{family}/members"))["items"]![0]!["personId"]!.GetValue<Guid>();

        var answers = await Task.WhenAll(Enumerable.Range(1, 4).SelectMany(number => new[]
        {
            lotte.Post($"{contact}/statements", etag: null, new { text = $"Seen {number}.", author = "professional", kind = "observation" }),
            lotte.Post($"{contact}/acute-dangers", etag: null, new { personId = child, ground = $"Ground {number}.", judgedBy = "Lotte" }),
        }));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var read = await lotte.Read(contact);
        Assert.Equal((5, 4), (read["statements"]!.AsArray().Count, read["acuteDangers"]!.AsArray().Count));
        Assert.Single((await lotte.Read($"{family}/emergencies"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Who_is_not_involved_gets_what_an_unknown_emergency_gets()
    {
        var (_, family, path) = await intake.RaiseEmergency();
        using var daan = await intake.As("daan", "emergency-response");
        using var system = await intake.AsClient("gm0344-case-system");

        using var known = await daan.GetAsync(path, Cancel);
        using var unknown = await daan.GetAsync($"/gm0344/intake/v1/emergencies/{Guid.CreateVersion7()}", Cancel);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (known.StatusCode, unknown.StatusCode));
        Assert.Equal(await known.Content.ReadAsStringAsync(Cancel), await unknown.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await Send(daan, $"{path}/safety-agreements", null, Agreement(["Mother"]))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await daan.GetAsync($"/gm0344/intake/v1/families/{family}/emergencies", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await system.GetAsync(path, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await system.GetAsync("/gm0344/intake/v1/emergencies", Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_worker_on_duty_who_takes_it_is_known()
    {
        using var lotte = await intake.As("lotte", "emergency-response");
        using var answer = await lotte.PostAsJsonAsync("/gm0344/intake/v1/contacts", new
        {
            kind = "emergency",
            channel = "phone",
            receivedAt = TestDay.Now,
            statements = new[] { new { text = "x" } },
        }, Cancel);
        var family = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["familyId"]!.GetValue<Guid>();

        await using var db = intake.OpenOwner();
        Assert.Equal(await intake.Account("lotte"), (await db.Emergencies.SingleAsync(one => one.FamilyId == family, Cancel)).DutyWorker);
        Assert.Null((await db.Families.SingleAsync(one => one.Id == family, Cancel)).KeyWorkerAt(TestDay.Now));
    }

    [Fact]
    public async Task Of_two_who_take_it_at_once_one_is_told_that_a_colleague_has_it()
    {
        var (id, _, path) = await intake.RaiseEmergency();
        using var lotte = await intake.As("lotte", "emergency-response");

        var answers = await Task.WhenAll(Enumerable.Range(1, 2).Select(number => Send(lotte, $"{path}/takings", null, new { name = $"Lotte {number}" })));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        var refused = answers.Single(answer => answer.StatusCode == HttpStatusCode.Conflict);
        Assert.Equal("urn:geborgen:problem:emergency-taken", (string?)(await refused.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]);
        var listed = (await DutyItems(lotte)).Single(one => one["id"]!.GetValue<Guid>() == id);
        Assert.StartsWith("Lotte ", (string?)listed["taken"]!["name"], StringComparison.Ordinal);
        var account = await intake.Account("lotte");
        using var takenOver = await Send(lotte, $"{path}/takings", null, new { name = "Lotte 3", from = account });
        Assert.Equal("Lotte 3", (string?)(await lotte.Read(path))["taken"]!["name"]);
        using var stale = await Send(lotte, $"{path}/takings", "\"1\"", new { name = "Lotte 4", from = account });
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
    }

    [Fact]
    public async Task A_safety_agreement_is_looked_at_before_it_ends_also_once_the_emergency_is_over()
    {
        var (_, _, path) = await intake.RaiseEmergency();
        using var lotte = await intake.As("lotte", "emergency-response");
        await Send(lotte, $"{path}/safety-agreements", null, Agreement(["Mother"]));
        using (var ended = await Send(lotte, $"{path}/end", await Etag(lotte, path), null))
            Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        string[] agreedBy = ["Mother"];
        var agreement = $"{path}/safety-agreements/{(await lotte.Read(path))["safetyAgreements"]![0]!["id"]}/evaluations";

        await Refused("agreement-without-time", HttpStatusCode.BadRequest, new { outcome = "renewed", howItWent = "x", evaluatedBy = "x", agreedBy });
        await Refused("agreement-without-consent", HttpStatusCode.BadRequest, new { outcome = "renewed", howItWent = "x", evaluatedBy = "x", until = "2099-02-01T00:00:00Z" });
        using (var done = await Send(lotte, agreement, await Etag(lotte, path), new { outcome = "ended", howItWent = "He kept to it.", evaluatedBy = "Lotte" }))
            Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        await Refused("agreement-ended", HttpStatusCode.Conflict, new { outcome = "ended", howItWent = "x", evaluatedBy = "x" });
        var read = (await lotte.Read(path))["safetyAgreements"]![0]!;
        Assert.Equal(("He kept to it.", "ended"), ((string?)read["reviews"]![0]!["howItWent"], (string?)read["reviews"]![0]!["outcome"]));

        async Task Refused(string code, HttpStatusCode status, object body)
        {
            using var answer = await Send(lotte, agreement, await Etag(lotte, path), body);
            Assert.Equal((status, $"urn:geborgen:problem:{code}"), (answer.StatusCode, (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]));
        }
    }

    [Fact]
    public async Task It_does_not_end_while_somebody_judges_a_person_to_be_in_danger_here_or_at_the_regional_team()
    {
        var registered = await intake.Register(JsonNode.Parse(RegisterContactTests.Concern("999990299"))!);
        var (contact, family) = ($"/gm0344/intake/v1/contacts/{registered["id"]}", registered["familyId"]!.GetValue<Guid>());
        using var lotte = await intake.As("lotte");
        var child = (await lotte.Read($"/gm0344/intake/v1/families/{family}/members"))["items"]![0]!["personId"]!.GetValue<Guid>();
        var judged = await lotte.Change(contact, "acute-dangers", new { personId = child, ground = "Fresh bruises.", judgedBy = "Lotte, local team" });
        var elsewhere = Guid.CreateVersion7();
        await Hear(new AcuteDangerJudged(elsewhere, child).Of(family, Guid.CreateVersion7(), 4, "gm0344", TestDay.Now));
        var path = $"/gm0344/intake/v1/emergencies/{(await lotte.Read($"/gm0344/intake/v1/families/{family}/emergencies"))["items"]![0]!["id"]}";
        await Send(lotte, $"{path}/immediate-actions", null, new { kind = "police", what = "Came.", decidedBy = "Duty officer" });

        await lotte.Refused("danger-stands", path, "end", body: null);
        await lotte.Change(contact, $"acute-dangers/{judged["acuteDangers"]![0]!["id"]}/end", new { ground = "With her aunt.", judgedBy = "Lotte" });
        await lotte.Refused("danger-stands", path, "end", body: null);
        await Hear(new AcuteDangerOver(elsewhere).Of(family, Guid.CreateVersion7(), 5, "gm0344", TestDay.Now));
        // Heard late once more, it does not come back.
        await Hear(new AcuteDangerJudged(elsewhere, child).Of(family, Guid.CreateVersion7(), 4, "gm0344", TestDay.Now));
        await lotte.Change(path, "end", body: null);
    }

    [Fact]
    public async Task What_the_regional_team_did_not_confirm_stands_at_the_top()
    {
        var (older, _, _) = await intake.RaiseEmergency();
        var (newer, _, _) = await intake.RaiseEmergency();
        using var lotte = await intake.As("lotte", "emergency-response");
        await Change(older, one => one.TellTheTime(one.RaisedAt.AddMinutes(2)));

        var seen = await DutyList(lotte, limit: 1);

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.True(seen.IndexOf(older) < seen.IndexOf(newer));
    }

    [Fact]
    public async Task A_confirmation_counts_once_whichever_comes_first()
    {
        var (id, family, path) = await intake.RaiseEmergency();
        using var lotte = await intake.As("lotte", "emergency-response");

        await Apply(Acknowledged(id), Acknowledged(Guid.CreateVersion7()), Acknowledged(id));
        await Apply(Acknowledged(id));

        var read = await lotte.GetFromJsonAsync<JsonObject>(path, Cancel);
        Assert.Equal("received", read!["status"]!.GetValue<string>());
        // Raised, two clocks started, received, one clock stopped.
        Assert.Equal("\"5\"", await Etag(lotte, path));

        ReceivedEvent Acknowledged(Guid emergency) => new(Guid.CreateVersion7(), "investigation",
            new EmergencyAcknowledged(emergency).Of(family, Guid.CreateVersion7(), 1, "gm0344", TestDay.Now));
    }

    [Fact]
    public async Task Acute_danger_that_an_investigator_sees_raises_one_emergency_however_often_it_is_said()
    {
        var registered = await intake.Register(JsonNode.Parse(RegisterContactTests.Concern("999990275"))!);
        var family = registered["familyId"]!.GetValue<Guid>();
        var judged = new AcuteDangerJudged(Guid.CreateVersion7(), Guid.CreateVersion7()).Of(family, Guid.CreateVersion7(), 4, "gm0344", TestDay.Now);

        await Hear(judged, judged);
        await Hear(judged);

        using var lotte = await intake.As("lotte", "emergency-response");
        var listed = await lotte.Read($"/gm0344/intake/v1/families/{family}/emergencies");
        var raised = Assert.Single(listed["items"]!.AsArray())!;
        Assert.Equal(((string?)registered["id"], "raised"), ((string?)raised["contactId"], (string?)raised["status"]));
        await Change(Guid.Parse((string)raised["id"]!), one =>
        {
            one.Act(ImmediateActionKind.Police, "Called.", "The mayor", "lotte".At(TestDay.Now));
            one.End("lotte".At(TestDay.Now));
        });
        await Hear(judged);
        Assert.Single((await lotte.Read($"/gm0344/intake/v1/families/{family}/emergencies"))["items"]!.AsArray());
        await Hear(new AcuteDangerJudged(Guid.CreateVersion7(), Guid.CreateVersion7())
            .Of(Guid.CreateVersion7(), Guid.CreateVersion7(), 1, "gm0344", TestDay.Now));

    }

    [Fact]
    public async Task Without_a_sign_it_is_brought_until_the_regional_team_takes_it()
    {
        var (id, family, path) = await intake.RaiseEmergency();
        intake.RegionalTeam.Answers[id] = time => time < 3 ? 503 : 202;
        using var lotte = await intake.As("lotte", "emergency-response");
        Assert.Empty(intake.RegionalTeam.Of(id));

        await Change(id, one => one.TellTheTime(one.RaisedAt.AddSeconds(30)));

        await Eventually(async () => (await lotte.GetFromJsonAsync<JsonObject>(path, Cancel))!["status"]!.GetValue<string>() == "received");
        var brought = intake.RegionalTeam.Of(id);
        Assert.Equal(3, brought.Count);
        Assert.All(brought, one =>
        {
            Assert.Equal(("gm0344", "Bearer", family), (one.Municipality, one.Token.Scheme, one.Body["familyId"]!.GetValue<Guid>()));
            Assert.Equal(["contactId", "emergencyId", "familyId", "raisedAt"], one.Body.Select(member => member.Key).Order(StringComparer.Ordinal));
        });
    }

    [Fact]
    public async Task A_corrected_place_is_brought_until_the_regional_team_has_heard_of_it_also_where_it_has_the_emergency()
    {
        var (id, _, path) = await intake.RaiseEmergency();
        await Change(id, one => one.Receive(one.RaisedAt.AddSeconds(1)));
        intake.RegionalTeam.Answers[id] = time => time < 2 ? 503 : 202;
        using var lotte = await intake.As("lotte", "emergency-response");
        var contact = $"/gm0344/intake/v1/contacts/{(await lotte.GetFromJsonAsync<JsonObject>(path, Cancel))!["contactId"]}";
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{contact}/whereabouts") { Content = JsonContent.Create(new { houseNumber = "909", reason = "Misheard." }) };
        request.Headers.TryAddWithoutValidation("If-Match", await lotte.Etag(contact));
        using var corrected = await lotte.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.OK, corrected.StatusCode);

        await Eventually(async () =>
        {
            await using var db = intake.OpenOwner();
            return await db.Emergencies.AnyAsync(one => one.Id == id && one.CorrectionReceivedAt != null, Cancel);
        });
        var brought = intake.RegionalTeam.Of(id);
        Assert.Equal(2, brought.Count);
        Assert.All(brought, one => Assert.NotNull(one.Body["placeCorrectedAt"]));
    }

    async Task Hear(params DomainEvent[] events)
    {
        foreach (var said in events)
            await intake.Hear<OnAcuteDangerJudged>(reaction => said is AcuteDangerJudged judged
                ? reaction.On(judged, Cancel)
                : reaction.On((AcuteDangerOver)said, Cancel));
    }

    static object Agreement(string[] agreedBy, string until = "2099-01-01T00:00:00Z") =>
        new { who = "Father", what = "Sleeps at his brother's.", until, agreedBy };

    async Task Change(Guid id, Action<Emergency> change)
    {
        await using var db = intake.OpenOwner();
        change(await db.Emergencies.SingleAsync(one => one.Id == id, Cancel));
        await db.SaveChangesAsync(Cancel);
    }

    async Task Apply(params ReceivedEvent[] events)
    {
        foreach (var received in events)
            await intake.Hear<OnEmergencyAcknowledged>(reaction => reaction.On((EmergencyAcknowledged)received.Event, Cancel));
    }

    static async Task<List<Guid>> DutyList(HttpClient client, int limit = 100) =>
        (await DutyItems(client, limit)).ConvertAll(item => item["id"]!.GetValue<Guid>());

    static async Task<List<JsonNode>> DutyItems(HttpClient client, int limit = 100)
    {
        var seen = new List<JsonNode>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await client.GetFromJsonAsync<JsonObject>($"/gm0344/intake/v1/emergencies?limit={limit}{cursor}", Cancel);
            seen.AddRange(page!["items"]!.AsArray().OfType<JsonNode>());
            cursor = page["next"] is { } next ? $"&cursor={next}" : null;
        }
        return seen;
    }

    static async Task Eventually(Func<Task<bool>> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await holds())
            await tick.WaitForNextTickAsync(patience.Token);
    }

    static async Task<string> Etag(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.ETag!.Tag;
    }

    static Task<HttpResponseMessage> Send(HttpClient client, string path, string? etag, object? body, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (etag is not null)
            request.Headers.TryAddWithoutValidation("If-Match", etag);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request, Cancel);
    }
}
