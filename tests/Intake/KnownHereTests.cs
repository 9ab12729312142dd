using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Access;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Tests;

/// <summary>Who asks from elsewhere whether somebody is known here gets a contact point and nothing of the family.</summary>
public sealed class KnownHereTests(IntakeServer intake)
{
    const string Ask = "/gm0344/intake/v1/persons/_bekend";

    static readonly string[] Answered = ["contactPoints", "known", "until"];
    static readonly string[] Point = ["organisation", "organisationName", "phone", "team", "teamName"];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("bram", "consultation")]
    [InlineData("rosa", "emergency-response")]
    public async Task A_worker_of_elsewhere_hears_whom_to_call_and_the_familys_log_shows_who_asked(string worker, string activity)
    {
        var family = await NewFamily("999990408");
        using var asking = await intake.As(worker, activity);

        var known = await Read(asking, "999990408");
        var unknown = await Read(asking, "999990421");

        Assert.Equal((true, false), ((bool)known["known"]!, (bool)unknown["known"]!));
        Assert.Equal(Answered, known.Select(one => one.Key).Order());
        Assert.Equal(Answered, unknown.Select(one => one.Key).Order());
        Assert.Empty(unknown["contactPoints"]!.AsArray());
        // However many families it is: one team, one place to call.
        var point = Assert.Single(known["contactPoints"]!.AsArray())!.AsObject();
        Assert.Equal(Point, point.Select(one => one.Key).Order());
        Assert.Equal(
            ("gm0344", "Gemeente Utrecht", "gm0344-intake", "Lokaal team Utrecht, toegang"),
            ((string?)point["organisation"], (string?)point["organisationName"], (string?)point["team"], (string?)point["teamName"]));
        await using var db = intake.OpenOwner();
        var logged = await db.Set<AccessRecord>().Where(row => row.FamilyId == family && row.Resource == "known-here").ToListAsync(Cancel);
        Assert.Equal((await intake.Account(worker), activity), (Assert.Single(logged).Account, logged[0].Activity));
        Assert.NotNull(logged[0].SubjectId);
    }

    [Fact]
    public async Task A_family_with_a_key_worker_is_reached_through_the_team_and_no_name_is_told()
    {
        var family = await NewFamily("999990433");
        using var lotte = await intake.As("lotte");
        await lotte.Change($"/gm0344/intake/v1/families/{family}", "key-worker", new { worker = new { account = await intake.Account("daan") } });
        using var bram = await intake.As("bram", "consultation");

        var known = await Read(bram, "999990433");

        Assert.Equal("gm0344-intake", (string?)Assert.Single(known["contactPoints"]!.AsArray())!["team"]);
        Assert.DoesNotContain("Daan", known.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_asks_for_another_activity_or_with_another_role()
    {
        using var system = await intake.AsClient("gm0344-case-system");
        using var identifying = await intake.As("bram", "person-identification");
        using var unsaid = await intake.As("bram");
        using var bram = await intake.As("bram", "consultation");

        Assert.Equal(HttpStatusCode.Forbidden, (await system.PostAsJsonAsync(Ask, new { bsn = "999990408" }, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await identifying.PostAsJsonAsync(Ask, new { bsn = "999990408" }, Cancel)).StatusCode);
        using var required = await unsaid.PostAsJsonAsync(Ask, new { bsn = "999990408" }, Cancel);
        Assert.Equal("urn:geborgen:problem:processing-activity-required", (string?)(await required.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]);
        Assert.Equal(HttpStatusCode.BadRequest, (await bram.PostAsJsonAsync(Ask, new { bsn = "999990400" }, Cancel)).StatusCode);
    }

    async Task<Guid> NewFamily(string bsn) =>
        (await intake.Register(JsonNode.Parse(RegisterContactTests.Concern(bsn))!))["familyId"]!.GetValue<Guid>();

    static async Task<JsonObject> Read(HttpClient client, string bsn)
    {
        using var answer = await client.PostAsJsonAsync(Ask, new { bsn }, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
    }
}
