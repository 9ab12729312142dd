using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Geborgen.Intake.Tests;

public class AskForHelpTests(IntakeServer intake)
{
    const string Help = "/gm0344/intake/v1/self-referrals";

    const string OwnContacts = "/gm0344/intake/v1/own-contacts";

    static readonly object Two = new { text = "Het lukt me even niet meer.", reachMe = "Bel na negen uur, dan ben ik alleen." };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_parent_asks_for_help_in_two_fields_and_the_team_on_duty_knows_how_to_call_back()
    {
        await intake.BelongsNowhere("fatima");
        using var fatima = await intake.As("fatima");
        using var answer = await fatima.PostAsJsonAsync(Help, Two, Cancel);
        var asked = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
        Assert.Equal((HttpStatusCode.Created, "received"), (answer.StatusCode, (string?)asked["status"]));

        using var lotte = await intake.As("lotte");
        var read = await lotte.Read($"/gm0344/intake/v1/contacts/{asked["id"]}");
        Assert.Equal(("selfReferral", "web", "parent", "Het lukt me even niet meer.", "Bel na negen uur, dan ben ik alleen."), (
            (string?)read["kind"], (string?)read["channel"], (string?)read["statements"]![0]!["author"],
            (string?)read["statements"]![0]!["text"], (string?)read["whereabouts"]!["description"]));
        Assert.Null(read["reporter"]);
    }

    [Fact]
    public async Task A_young_person_asks_as_such_and_nobody_asks_in_the_name_of_another()
    {
        using var site = await intake.AsClient("gm0344-case-system");
        using var child = await site.PostAsJsonAsync(Help, new { text = "x", reachMe = "x", author = "child" }, Cancel);
        using var reporter = await site.PostAsJsonAsync(Help, new { text = "x", reachMe = "x", author = "reporter" }, Cancel);
        using var mute = await site.PostAsJsonAsync(Help, new { reachMe = "x" }, Cancel);

        Assert.Equal(HttpStatusCode.Created, child.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, reporter.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, mute.StatusCode);
    }

    [Fact]
    public async Task Who_asked_follows_it_says_how_it_went_and_reads_the_answer_before_anybody_knows_a_name()
    {
        await intake.BelongsNowhere("fatima");
        using var fatima = await intake.As("fatima");
        using var answer = await fatima.PostAsJsonAsync(Help, Two, Cancel);
        var path = answer.Headers.Location!.ToString();
        Assert.Equal(["familyId", "id", "receivedAt", "registeredAt", "statements", "status"], (await fatima.Read(path)).Select(part => part.Key).Order());
        var own = Assert.Single((await fatima.Read(OwnContacts))["items"]!.AsArray(), one => path.EndsWith($"{one!["id"]}", StringComparison.Ordinal))!;
        Assert.Equal(("selfReferral", "received", true), ((string?)own["kind"], (string?)own["status"], (bool?)own["sentByYou"]));

        path = path.Replace("/submissions/", "/contacts/", StringComparison.Ordinal);
        using var given = await fatima.Post($"{path}/own-feedback", etag: null, new { text = "Somebody called within the hour." });
        var id = (await given.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["id"];
        using var lotte = await intake.As("lotte");
        await lotte.Change(path, $"feedback/{id}/answer", new { text = "Thank you." });
        Assert.Equal("Thank you.", (string?)Assert.Single((await fatima.Read($"{path}/own-feedback"))["items"]!.AsArray())!["answer"]);
    }

    [Fact]
    public async Task Nobody_else_follows_it()
    {
        await intake.BelongsNowhere("fatima");
        using var fatima = await intake.As("fatima");
        using var site = await intake.AsClient("gm0344-case-system");
        using var onSite = await site.PostAsJsonAsync(Help, Two, Cancel);
        var path = onSite.Headers.Location!.ToString();

        foreach (var other in new[] { path, $"{path.Replace("/submissions/", "/contacts/", StringComparison.Ordinal)}/own-feedback" })
        {
            using var read = await fatima.GetAsync(other, Cancel);
            Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        }
        Assert.DoesNotContain((await fatima.Read(OwnContacts))["items"]!.AsArray(), one => path.EndsWith($"{one!["id"]}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_worker_registers_a_contact_instead()
    {
        using var daan = await intake.As("daan");
        using var worker = await daan.PostAsJsonAsync(Help, Two, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, worker.StatusCode);
    }
}
