using System.Diagnostics;
using System.Text.Json.Nodes;
using Geborgen.Support;

namespace Geborgen.Investigation.Tests;

/// <summary>How often a change asks the database: each question is a wait for whoever works, and for whoever waits for the file.</summary>
public class StatementCountTests(InvestigationServer server)
{
    [Fact]
    public async Task To_let_a_term_go_on_asks_the_database_six_times()
    {
        var (rosa, opened, term) = await Waiting();
        using (rosa)
            Assert.InRange(await Asked(() => rosa.Do(opened.Path, $"/clocks/{term}/resumption")), 1, 6);
    }

    [Fact]
    public async Task What_is_told_to_the_family_is_begun_again_when_Intake_has_judged_it_which_is_two_questions_more()
    {
        var (rosa, opened, term) = await Waiting();
        using (rosa)
        {
            await rosa.Do(opened.Path, $"/clocks/{term}/resumption");
            Assert.InRange(await Asked(() => Pause(rosa, opened, term)), 1, 8);
        }
    }

    async Task<(HttpClient Rosa, Requested Opened, Guid Term)> Waiting()
    {
        var opened = await server.Open();
        var rosa = await server.As("rosa");
        var term = (await rosa.Do(opened.Path, "/not-known", new { what = "Who was there.", why = "Unseen.", tried = "Asked.", reviewOn = "2099-01-01" }))["clocks"]![0]!["id"]!.GetValue<Guid>();
        await Pause(rosa, opened, term);
        return (rosa, opened, term);
    }

    static Task<JsonObject> Pause(HttpClient rosa, Requested opened, Guid term) =>
        rosa.Do(opened.Path, $"/clocks/{term}/pause", new { reason = "familyRequest", explanation = "Holiday.", until = TestDay.Today.AddDays(7) });

    static async Task<int> Asked(Func<Task> what)
    {
        using var spans = new Spans();
        Activity request;
        using (request = spans.Start())
            await what();
        return spans.Of(request.TraceId).Where(span => span.Source.Name == "Npgsql").GroupBy(span => span.ParentSpanId, span => span.DisplayName)
            .Single(under => under.Contains("UPDATE investigations")).Count();
    }
}
