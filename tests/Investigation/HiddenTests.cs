using System.Net;
using System.Net.Http.Json;
using Geborgen.Casework;
using Microsoft.AspNetCore.Http;

namespace Geborgen.Investigation.Tests;

/// <summary>Who was not told of a report does not learn from the investigation that there is one, until the investigation made it known.</summary>
public class HiddenTests(InvestigationServer server)
{
    const string Own = "/gm0344/investigation/v1/own-investigations";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_was_not_told_reads_nothing_of_it_until_told()
    {
        var opened = await Untold();
        Assert.False(await IsRead(opened));

        server.Utrecht.Untold.TryRemove(opened.Asked.FamilyId, out _);

        Assert.True(await IsRead(opened));
    }

    [Fact]
    public async Task While_Intake_is_away_nobody_was_told()
    {
        var opened = await server.Tie(opened => opened.Parent, InvestigationServer.Fatima);

        server.Utrecht.Answers[opened.Asked.FamilyId] = _ => Results.StatusCode(503);

        Assert.False(await IsRead(opened));
    }

    [Theory]
    [InlineData("own-rebuttals", """{ "text": "x" }""", false)]
    [InlineData("own-rebuttals", """{ "text": "x" }""", true)]
    [InlineData("own-counter-expertise", """{ "wish": "x" }""", false)]
    [InlineData("own-counter-expertise", """{ "wish": "x" }""", true)]
    public async Task What_such_a_member_asks_is_answered_as_of_one_that_is_not_there(string below, string body, bool once)
    {
        var opened = await Untold();
        using var rosa = await server.As("rosa");
        using var fatima = await server.As("fatima");
        var before = await rosa.GetStringAsync(opened.Path, Cancel);
        if (once)
            fatima.DefaultRequestHeaders.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");

        var hidden = await Ask(opened.Id);

        Assert.Equal((HttpStatusCode.NotFound, await Ask(Guid.CreateVersion7())), (hidden.Status, hidden));
        Assert.Equal(before, await rosa.GetStringAsync(opened.Path, Cancel));

        async Task<(HttpStatusCode Status, string Content)> Ask(Guid id)
        {
            using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            using var answer = await fatima.PostAsync($"/gm0344/investigation/v1/investigations/{id}/{below}", content, Cancel);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        }
    }

    [Fact]
    public async Task Who_was_heard_reads_it()
    {
        var opened = await Untold();
        using var rosa = await server.As("rosa");

        await rosa.Do(opened.Path, "/voices", new { personId = opened.Parent, kind = "observation", text = "I work at night.", statedAt = Inquiry.Now, spokenBy = "Rosa", manner = "At the table." });

        Assert.True(await IsRead(opened));
    }

    [Fact]
    public async Task Who_got_the_draft_reads_and_answers_it_and_nobody_else()
    {
        var opened = await Untold();
        using var rosa = await server.As("rosa");
        using var fatima = await server.As("fatima");
        await rosa.Do(opened.Path, "/report", new { parts = new[] { new { title = "What we heard", text = "Much.", statements = Array.Empty<Guid>() } }, whatStaysUnknown = "Little." }, "PUT");
        await rosa.Do(opened.Path, "/report/presentations", new { persons = new[] { opened.Child } });
        Assert.False(await IsRead(opened));

        await rosa.Do(opened.Path, "/report/presentations", new { persons = new[] { opened.Parent } });

        Assert.True(await IsRead(opened));
        using var answer = await fatima.PostAsJsonAsync($"{opened.Path}/own-rebuttals", new { text = "It was otherwise." }, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public void Words_that_were_told_at_first_contact_and_taken_over_do_not_make_it_known()
    {
        var one = Inquiry.Open();

        Assert.Null(one.TakeOver(new(
            Guid.CreateVersion7(), Guid.CreateVersion7(), StatementKind.Observation, StatementAuthor.Parent, Inquiry.Parent, "I work at night.", Inquiry.Now,
            1, StatementStatus.Standing, ContestStatus.NotContested, GivesReporterAway: false), "rosa", Inquiry.Now));

        Assert.False(one.IsKnownTo(Inquiry.Parent));
    }

    [Fact]
    public void Who_asked_for_another_expert_knows_of_it()
    {
        var one = Inquiry.Open();

        Assert.Null(one.AskCounterExpertise(Inquiry.Parent, "The bruises.", Inquiry.TwoWeeks, Inquiry.By(Inquiry.Now)));

        Assert.Equal((true, false), (one.IsKnownTo(Inquiry.Parent), one.IsKnownTo(Inquiry.Child)));
    }

    /// <summary>An investigation that concerns Fatima, who was not told of the report.</summary>
    async Task<Requested> Untold()
    {
        var opened = await server.Tie(opened => opened.Parent, InvestigationServer.Fatima);
        server.Utrecht.Untold[opened.Asked.FamilyId] = opened.Parent;
        return opened;
    }

    async Task<bool> IsRead(Requested opened)
    {
        using var fatima = await server.As("fatima");
        return (await fatima.Read(Own))["items"]!.AsArray().Any(one => (Guid)one!["id"]! == opened.Id);
    }
}
