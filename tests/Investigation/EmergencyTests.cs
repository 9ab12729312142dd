using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Contracts;
using Geborgen.Contracts.Intake;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Tests;

public class EmergencyTests(InvestigationServer server)
{
    const string Emergencies = "/gm0344/investigation/v1/emergencies";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_received_over_the_bus_and_by_a_call_once()
    {
        var raised = Raised();
        await server.Say(raised);
        await Received(raised);
        using var intake = await server.AsClient("intake-gm0344-instance");

        using var first = await Deliver(intake, raised);
        using var second = await Deliver(intake, raised);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(Cancel), await second.Content.ReadAsStringAsync(Cancel));
        Assert.True(await server.Query(db => db.EmergencyResponses.CountAsync(one => one.EmergencyId == raised.EmergencyId, Cancel), count => count == 1));
    }

    [Fact]
    public async Task A_call_without_the_bus_and_calls_at_once_are_received_once()
    {
        var raised = Raised();
        using var intake = await server.AsClient("intake-gm0344-instance");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Deliver(intake, raised)));
        await server.Say(raised);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.True(await server.Query(db => db.EmergencyResponses.CountAsync(one => one.EmergencyId == raised.EmergencyId, Cancel), count => count == 1));
    }

    [Fact]
    public async Task Only_an_instance_brings_one()
    {
        using var rosa = await server.As("rosa", "emergency-response");
        using var answer = await Deliver(rosa, Raised());
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("intake-gm0355-instance")]
    [InlineData("family-view-instance")]
    public async Task Only_the_intake_of_the_municipality_brings_one(string another)
    {
        var raised = Raised();
        using var instance = await server.AsClient(another);

        using var answer = await Deliver(instance, raised);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True(await server.Query(db => db.EmergencyResponses.AnyAsync(one => one.FamilyId == raised.FamilyId, Cancel), found => !found));
    }

    [Fact]
    public async Task One_of_long_ago_is_refused_by_name()
    {
        using var intake = await server.AsClient("intake-gm0344-instance");

        using var answer = await Deliver(intake, Raised() with { At = new(2014, 12, 31, 0, 0, 0, TimeSpan.Zero) });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("urn:geborgen:problem:raised-too-long-ago", (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]);
    }

    [Fact]
    public async Task The_team_on_duty_sees_it_and_answers_it()
    {
        var (earlier, later) = (Raised(), Raised() with { At = TestDay.Now.AddMinutes(1) });
        using var intake = await server.AsClient("intake-gm0344-instance");
        using var one = await Deliver(intake, earlier);
        using var two = await Deliver(intake, later);
        using var rosa = await server.As("rosa", "emergency-response");
        using var lotte = await server.As("lotte", "emergency-response");

        var listed = (await rosa.ReadAll(Emergencies)).Select(item => (Guid)item!["emergencyId"]!).ToList();
        Assert.True(listed.IndexOf(later.EmergencyId) < listed.IndexOf(earlier.EmergencyId));
        Assert.Contains(earlier.EmergencyId, listed);

        var path = $"{Emergencies}/{(await one.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["id"]}";
        var answered = await rosa.Do(path, "/answer", new { answer = "We drive there now." });
        Assert.Equal("We drive there now.", (string?)answered["answer"]);
        Assert.Equal("already-answered", await rosa.Refused(path, "/answer", new { answer = "Again." }));
        Assert.Equal(HttpStatusCode.NotFound, await lotte.Status(path));
    }

    [Fact]
    public async Task Who_works_with_the_family_reads_what_the_regional_team_answered()
    {
        var raised = Raised();
        using var intake = await server.AsClient("intake-gm0344-instance");
        using var received = await Deliver(intake, raised);
        using var rosa = await server.As("rosa", "emergency-response");
        using var lotte = await server.As("lotte");
        var ofFamily = $"/gm0344/investigation/v1/families/{raised.FamilyId}/emergencies";
        var path = $"{Emergencies}/{(await received.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["id"]}";
        await rosa.Do(path, "/answer", new { answer = "We drive there now." });
        Assert.Equal(HttpStatusCode.NotFound, await lotte.Status(ofFamily));

        await server.AssignLotte(raised.FamilyId);

        var response = Assert.Single((await lotte.Read(ofFamily))["items"]!.AsArray())!;
        Assert.Equal((raised.EmergencyId, "We drive there now."), ((Guid)response["emergencyId"]!, (string?)response["answer"]));
        Assert.Equal("We drive there now.", (string?)(await lotte.Read(path))["answer"]);
        using var overruled = await lotte.Try(path, "/answer", new { answer = "No, we do." });
        Assert.Equal(HttpStatusCode.Forbidden, overruled.StatusCode);
    }

    [Fact]
    public async Task Once_it_ended_the_team_is_no_longer_involved_also_when_the_end_comes_first()
    {
        var (raised, overtaken) = (Raised(), Raised());
        await server.Say(raised);
        await Received(raised);
        await server.Say(Ended(raised));
        await server.Say(Ended(overtaken));
        await server.Say(overtaken);
        using var rosa = await server.As("rosa", "emergency-response");

        foreach (var one in new[] { raised, overtaken })
        {
            await InvestigationServer.Eventually(() => server.Query(
                db => db.EmergencyResponses.AnyAsync(response => response.EmergencyId == one.EmergencyId && response.EndedAt != null, Cancel), found => found));
            Assert.DoesNotContain(
                await rosa.ReadAll(Emergencies), item => (Guid)item!["emergencyId"]! == one.EmergencyId);
        }
    }

    [Fact]
    public async Task The_team_sees_who_of_the_local_team_acts_on_it_whatever_the_order_in_which_it_is_told()
    {
        var (raised, overtaken) = (Raised(), Raised());
        foreach (var told in new DomainEvent[] { raised, Taken(raised, 3, "daan"), Taken(raised, 2, "lotte"), Taken(overtaken, 2, "lotte"), overtaken })
            await server.Say(told);
        using var rosa = await server.As("rosa", "emergency-response");

        await InvestigationServer.Eventually(async () => (string?)(await On(raised))?["takenBy"] == "daan");
        await InvestigationServer.Eventually(async () => (string?)(await On(overtaken))?["takenBy"] == "lotte" && (Guid?)(await On(overtaken))?["contactId"] == overtaken.ContactId);
        Assert.Equal("gm0344", (string?)(await On(raised))!["takenByOrganisation"]);
        Assert.NotNull((await On(raised))!["takenAt"]);

        async Task<JsonNode?> On(EmergencyRaised emergency) => (await rosa.ReadAll(Emergencies))
            .SingleOrDefault(item => (Guid)item!["emergencyId"]! == emergency.EmergencyId);
    }

    [Fact]
    public async Task The_team_sees_that_the_place_is_another_by_whichever_way_it_hears_of_it_first()
    {
        var raised = Raised();
        using var intake = await server.AsClient("intake-gm0344-instance");
        using var rosa = await server.As("rosa", "emergency-response");
        await server.Say(new EmergencyPlaceCorrected(raised.ContactId).Of(raised.FamilyId, raised.EmergencyId, 2, raised.Municipality, raised.At.AddMinutes(2)));
        await Received(raised);

        using var earlier = await intake.PostAsJsonAsync(
            Emergencies, new { raised.EmergencyId, raised.FamilyId, raised.ContactId, RaisedAt = raised.At, PlaceCorrectedAt = raised.At.AddMinutes(1) }, Cancel);
        var path = $"{Emergencies}/{(await earlier.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["id"]}";
        Assert.Equal(2, await CorrectedAfter());
        using var later = await intake.PostAsJsonAsync(
            Emergencies, new { raised.EmergencyId, raised.FamilyId, raised.ContactId, RaisedAt = raised.At, PlaceCorrectedAt = raised.At.AddMinutes(3) }, Cancel);

        Assert.Equal(3, await CorrectedAfter());

        async Task<double> CorrectedAfter() => Math.Round(((DateTimeOffset)(await rosa.Read(path))["placeCorrectedAt"]! - raised.At).TotalMinutes);
    }

    [Fact]
    public async Task What_was_registered_in_error_is_no_emergency_also_when_that_comes_first()
    {
        var (raised, overtaken) = (Raised(), Raised());
        foreach (var told in new DomainEvent[] { raised, Gone(raised), Gone(overtaken), overtaken })
            await server.Say(told);
        using var rosa = await server.As("rosa", "emergency-response");

        foreach (var one in new[] { raised, overtaken })
            await InvestigationServer.Eventually(() => server.Query(db => db.EmergencyResponses.IgnoreQueryFilters()
                .AnyAsync(response => response.EmergencyId == one.EmergencyId && response.TakenOutAt != null && response.EndedAt != null && response.ContactId != null, Cancel), found => found));
        Assert.DoesNotContain(
            await rosa.ReadAll(Emergencies), item => (Guid)item!["emergencyId"]! == raised.EmergencyId || (Guid)item["emergencyId"]! == overtaken.EmergencyId);

        static EmergencyTakenOut Gone(EmergencyRaised raised) =>
            new EmergencyTakenOut().Of(raised.FamilyId, raised.EmergencyId, 2, raised.Municipality, raised.At.AddMinutes(1));
    }

    static EmergencyTaken Taken(EmergencyRaised raised, int version, string worker) =>
        new EmergencyTaken(Guid.CreateVersion7(), worker, "gm0344")
            .Of(raised.FamilyId, raised.EmergencyId, version, raised.Municipality, raised.At.AddMinutes(version));

    Task Received(EmergencyRaised raised) => InvestigationServer.Eventually(() => server.Query(
        db => db.EmergencyResponses.AnyAsync(one => one.EmergencyId == raised.EmergencyId, Cancel), found => found));

    static EmergencyRaised Raised() =>
        new EmergencyRaised(Guid.CreateVersion7()).Of(Guid.CreateVersion7(), Guid.CreateVersion7(), 1, "gm0344", TestDay.Now);

    static EmergencyEnded Ended(EmergencyRaised raised) =>
        new EmergencyEnded().Of(raised.FamilyId, raised.EmergencyId, 2, raised.Municipality, TestDay.Now);

    static Task<HttpResponseMessage> Deliver(HttpClient client, EmergencyRaised raised) => client.PostAsJsonAsync(
        Emergencies, new { raised.EmergencyId, raised.FamilyId, raised.ContactId, RaisedAt = raised.At }, Cancel);
}
