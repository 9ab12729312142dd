using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Access;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Planning;
using Geborgen.Intake.Emergencies;
using Geborgen.Intake.Families;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.Intake.Tests;

public class ClosingRouteTests(IntakeServer intake)
{
    const string Root = "/gm0344/intake/v1";

    static readonly object Closing = new { decision = ContactHttp.Decision };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_closed_when_nothing_runs_any_more_and_read_by_nobody_until_it_is_opened_again()
    {
        var (family, contact) = await NewFamily();
        using var lotte = await intake.As("lotte");
        await lotte.Refused("decision-incomplete", family, "closing", new { }, HttpStatusCode.BadRequest);
        await lotte.Refused("contact-undecided", family, "closing", Closing);
        await lotte.Change(contact, "triage", new { outcome = "localSupport", decision = ContactHttp.Decision });
        await lotte.Refused("telling-open", family, "closing", Closing);
        await lotte.Tell(contact);
        await lotte.Refused("key-worker-sought", family, "closing", Closing);
        await lotte.Change(family, "key-worker", new { worker = await Lotte() });
        await lotte.Change(contact, "not-known", new { what = "Who was there.", why = "Unseen.", tried = "Asked.", reviewOn = "2099-01-01" });

        await lotte.Refused("decision-incomplete", family, "closing", new { decision = new { explanation = "x", familyAgrees = false } }, HttpStatusCode.BadRequest);
        var closed = await lotte.Change(family, "closing", Closing);

        Assert.Equal($"{TestDay.Today:yyyy-MM-dd}", (string?)closed["closedOn"]);
        var decided = closed["closings"]![0]!["decision"]!;
        Assert.Equal(
            ("We want to know more.", "Jeugdwet artikel 2.3", "complaint"),
            ((string?)decided["explanation"], (string?)decided["legalBasis"], (string?)decided["remedy"]));
        foreach (var path in new[] { family, $"{family}/members", $"{family}/contacts", contact })
            Assert.Equal(HttpStatusCode.NotFound, (await lotte.GetAsync(path, Cancel)).StatusCode);
        var working = $"{family}/key-worker";
        // While nobody is busy with a family, its safety is not assessed either: what is told about it again is registered.
        using var onCall = await intake.As("lotte", "emergency-response");
        Assert.Equal(["assigningTeam"], (await lotte.Read(working))["assignments"]!.AsArray().Select(one => (string?)one!["relation"]));
        await Answers(onCall, working, "file-closed", working, new { worker = await Lotte() });
        await Answers(lotte, working, "reopened-without-reason", $"{family}/reopening", new { cause = "familyAsked" });
        using var reopened = await lotte.Post($"{family}/reopening", await lotte.Etag(working), new { cause = "familyAsked", reason = "You called us." });
        Assert.Equal(HttpStatusCode.OK, reopened.StatusCode);

        var read = await lotte.Read(family);
        Assert.Null(read["closedOn"]);
        Assert.Equal(("familyAsked", "You called us."), ((string?)read["closings"]![0]!["reopenedFor"], (string?)read["closings"]![0]!["whyReopened"]));
        Assert.DoesNotContain((await lotte.Read(contact))["clocks"]!.AsArray(), clock => clock!["stoppedAt"] is null);
        await Answers(lotte, working, "404", $"{family}/reopening", new { cause = "familyAsked", reason = "x" });
    }

    [Fact]
    public async Task The_family_reads_why_and_says_what_it_wants_to_about_a_closed_file()
    {
        var (family, contact) = await NewFamily();
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        await lotte.Change(family, "key-worker", new { worker = await Lotte() });
        var mother = (await lotte.Change(family, "members", new { role = "parent", person = new { givenName = "Mira" }, from = "2020-01-01" }))["personId"];
        using var linked = await lotte.Post($"{family}/members/{mother}/account", await lotte.Etag(family), new { account = await intake.Account("fatima") });
        Assert.True(linked.IsSuccessStatusCode);
        var said = (await lotte.Change(contact, "statements", new { text = "I do my best.", author = "parent", kind = "opinion", personId = mother }))["statements"]!
            .AsArray().Single(one => $"{one!["personId"]}" == $"{mother}")!["id"];
        await lotte.Change(contact, "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision });
        await lotte.Tell(contact);
        await lotte.Change(family, "closing", Closing);

        var own = (await fatima.Read($"{Root}/own-families"))["items"]!.AsArray().Single(one => family.EndsWith($"{one!["id"]}", StringComparison.Ordinal))!;
        Assert.Equal("We want to know more.", (string?)own["closed"]!["explanation"]);
        Assert.Empty(own["involved"]!.AsArray());
        using var feedback = await fatima.Post($"{contact}/own-feedback", etag: null, new { text = "It helped." });
        Assert.Equal(HttpStatusCode.Created, feedback.StatusCode);
        var version = await Version(contact);
        using var amended = await fatima.Post($"{contact}/own-statements/{said}/amendments", $"\"{version}\"", new { text = "I did my best." });
        Assert.Equal(HttpStatusCode.OK, amended.StatusCode);
        using var wished = await fatima.Post($"{family}/own-key-worker-wishes", etag: null, new { text = "Somebody else, please." });
        Assert.Equal("urn:geborgen:problem:file-closed", (string?)(await wished.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]);
    }

    [Fact]
    public async Task Danger_that_is_judged_opens_the_file_by_itself_and_an_emergency_or_investigation_keeps_it_open()
    {
        var (family, contact) = await NewFamily();
        var id = Guid.Parse(family[^36..]);
        using var lotte = await intake.As("lotte");
        await lotte.Change(family, "key-worker", new { worker = await Lotte() });
        await lotte.Change(contact, "triage", new { outcome = "localSupport", decision = ContactHttp.Decision });
        await lotte.Tell(contact);
        var investigator = await intake.Involve(family, Relations.Investigator, "region", "rosa");
        await lotte.Refused("investigation-open", family, "closing", Closing);
        await using (var db = intake.OpenOwner())
            await db.Set<Involvement>().Where(one => one.Id == investigator).ExecuteUpdateAsync(set => set.SetProperty(one => one.Until, one => one.From), Cancel);
        await lotte.Change(family, "closing", Closing);

        await intake.Hear<OnAcuteDangerJudged>(reaction => reaction.On(
            new AcuteDangerJudged(Guid.CreateVersion7(), Guid.CreateVersion7()).Of(id, Guid.CreateVersion7(), 4, "gm0344", TestDay.Now), Cancel));

        var read = await lotte.Read(family);
        Assert.Equal("emergency", (string?)read["closings"]![0]!["reopenedFor"]);
        Assert.Null(read["closedOn"]);
        await lotte.Refused("emergency-open", family, "closing", Closing);
    }

    static async Task Answers(HttpClient client, string read, string code, string path, object body)
    {
        using var answer = await client.Post(path, await client.Etag(read), body);
        if (code == "404")
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        else
            Assert.Equal($"urn:geborgen:problem:{code}", (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]);
    }

    async Task<int> Version(string contact)
    {
        await using var db = intake.OpenOwner();
        var id = Guid.Parse(contact[^36..]);
        return await db.Contacts.Where(one => one.Id == id).Select(one => one.Version).SingleAsync(Cancel);
    }

    [Fact]
    public async Task A_file_is_closed_once_the_plan_of_the_family_is_whichever_of_that_is_heard_first()
    {
        var (family, contact) = await NewFamily();
        var id = Guid.Parse(family.Split('/')[^1]);
        using var lotte = await intake.As("lotte");
        await lotte.Change(contact, "triage", new { outcome = "localSupport", decision = ContactHttp.Decision });
        await lotte.Tell(contact);
        await lotte.Change(family, "key-worker", new { worker = await Lotte() });
        await Hear(new PlanOpened("localSupport", Guid.CreateVersion7(), null).Of(id, Guid.CreateVersion7(), 1, "gm0344", TestDay.Now));
        await lotte.Refused("plan-open", family, "closing", Closing);

        await using (var db = intake.OpenOwner())
            await db.Set<PlanRow>().Where(one => one.FamilyId == id).ExecuteDeleteAsync(Cancel);
        var plan = Guid.CreateVersion7();
        await Hear(new PlanClosed("goesOnAlone", "helped", 1, 1).Of(id, plan, 9, "gm0344", TestDay.Now));
        await Hear(new PlanOpened("localSupport", Guid.CreateVersion7(), null).Of(id, plan, 1, "gm0344", TestDay.Now));

        Assert.NotNull((await lotte.Change(family, "closing", Closing))["closedOn"]);

        Task Hear(PlanEvent said) => intake.Hear<OnPlanChanged>(reaction => said is PlanOpened opened ? reaction.On(opened, Cancel) : reaction.On((PlanClosed)said, Cancel));
    }

    async Task<(string Family, string Contact)> NewFamily()
    {
        // Received just now: no term comes near its end meanwhile and makes another version.
        var concern = JsonNode.Parse(RegisterContactTests.Concern("999990068"))!.AsObject();
        concern["receivedAt"] = TestDay.Now.AddMinutes(-1);
        var sent = await intake.Register(concern);
        return ($"{Root}/families/{sent["familyId"]}", $"{Root}/contacts/{sent["id"]}");
    }

    async Task<object> Lotte() => new { account = await intake.Account("lotte") };
}
