using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Geborgen.Investigation.Tests;

/// <summary>Who reported and where somebody is in secret Intake alone knows: no text of an investigation tells the family either.</summary>
public class FamilyDoorRouteTests(InvestigationServer server)
{
    const string There = "Kerkstraat 12", Reporter = "Bo", Own = "/gm0344/investigation/v1/own-investigations";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gives-secret-away", $"We were at {There}.")]
    [InlineData("gives-reporter-away", $"{Reporter} told us more.")]
    public async Task A_text_that_tells_it_is_not_written(string code, string reason)
    {
        var opened = await Kept();
        using var rosa = await server.As("rosa");

        Assert.Equal(code, await rosa.Refused(opened.Path, "/extension", new { reason }));
        Assert.Equal("first", (string?)(await rosa.Read(opened.Path))["kind"]);
        await rosa.Do(opened.Path, "/extension", new { reason = "We need more time." });
    }

    [Theory]
    [InlineData(HttpStatusCode.Conflict, $"We were at {There}.")]
    [InlineData(HttpStatusCode.OK, "We need more time.")]
    public async Task With_a_key_of_the_callers_it_is_asked_while_nothing_is_held_as_well(HttpStatusCode status, string reason)
    {
        var opened = await Kept();
        using var rosa = await server.As("rosa");
        rosa.DefaultRequestHeaders.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");

        using var answer = await rosa.Try(opened.Path, "/extension", new { reason });

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task What_became_secret_later_is_held_back_when_it_is_read()
    {
        var opened = await Tied();
        using var rosa = await server.As("rosa");
        using var fatima = await server.As("fatima");
        await rosa.Do(opened.Path, "/extension", new { reason = $"We were at {There}." });
        Assert.Equal($"We were at {There}.", (string?)(await Read(fatima, opened))["extensionReason"]);

        server.Utrecht.Addresses[opened.Asked.FamilyId] = There;

        Assert.Null((await Read(fatima, opened))["extensionReason"]);
    }

    [Fact]
    public async Task While_Intake_is_away_nothing_is_written_for_the_family_and_the_writer_may_try_again()
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        Away(opened);

        using (var answer = await rosa.Try(opened.Path, "/extension", new { reason = "We need more time." }))
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (answer.StatusCode, answer.Headers.RetryAfter?.ToString()));

        server.Utrecht.Answers.TryRemove(opened.Asked.FamilyId, out _);
        await rosa.Do(opened.Path, "/extension", new { reason = "We need more time." });
    }

    [Fact]
    public async Task While_Intake_is_away_danger_is_judged_all_the_same()
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        Away(opened);

        await rosa.Do(opened.Path, "/acute-dangers", new { personId = opened.Child, ground = "He is at the door.", judgedBy = "Rosa" });
    }

    [Fact]
    public async Task While_Intake_is_away_a_member_is_heard_and_reads_of_others_nothing()
    {
        var opened = await Tied();
        using var rosa = await server.As("rosa");
        using var fatima = await server.As("fatima");
        await rosa.Do(opened.Path, "/extension", new { reason = "We need more time." });
        await rosa.Do(opened.Path, "/report", new { parts = new[] { new { title = "What we heard", text = "Much.", statements = Array.Empty<Guid>() } }, whatStaysUnknown = "Little." }, "PUT");
        await rosa.Do(opened.Path, "/report/presentations");
        Away(opened);

        using var answer = await fatima.PostAsJsonAsync($"{opened.Path}/own-rebuttals", new { text = "It was otherwise." }, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var own = await Read(fatima, opened);
        Assert.Equal("It was otherwise.", (string?)Assert.Single(own["ownStatements"]!.AsArray())!["text"]);
        Assert.Null(own["extensionReason"]);
    }

    void Away(Requested opened) => server.Utrecht.Answers[opened.Asked.FamilyId] = _ => Results.StatusCode(503);

    Task<Requested> Tied() => server.Tie(opened => opened.Parent, InvestigationServer.Fatima);

    async Task<Requested> Kept()
    {
        var opened = await server.Open();
        server.Utrecht.Addresses[opened.Asked.FamilyId] = There;
        server.Utrecht.ReporterNames[opened.Asked.FamilyId] = Reporter;
        return opened;
    }

    static async Task<JsonObject> Read(HttpClient reader, Requested opened) =>
        (await reader.Read(Own))["items"]!.AsArray().Single(one => (Guid)one!["id"]! == opened.Id)!.AsObject();
}
