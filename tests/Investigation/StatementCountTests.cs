using System.Diagnostics;
using Geborgen.Support;

namespace Geborgen.Investigation.Tests;

/// <summary>How often a change asks the database: each question is a wait for whoever works, and for whoever waits for the file.</summary>
public class StatementCountTests(InvestigationServer server)
{
    [Fact]
    public async Task To_let_a_term_wait_asks_the_database_six_times()
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        var term = (await rosa.Do(opened.Path, "/not-known", new { what = "Who was there.", why = "Unseen.", tried = "Asked.", reviewOn = "2099-01-01" }))["clocks"]![0]!["id"];
        using var spans = new Spans();

        Activity request;
        using (request = spans.Start())
            await rosa.Do(opened.Path, $"/clocks/{term}/pause", new { reason = "familyRequest", explanation = "Holiday.", until = TestDay.Today.AddDays(7) });

        var asked = spans.Of(request.TraceId).Where(span => span.Source.Name == "Npgsql").GroupBy(span => span.ParentSpanId, span => span.DisplayName)
            .Single(under => under.Contains("UPDATE investigations"));
        Assert.True(asked.Count() <= 6, string.Join(", ", asked));
    }
}
