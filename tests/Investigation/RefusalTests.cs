using System.Text.Json.Nodes;
using Geborgen.Support;

namespace Geborgen.Investigation.Tests;

/// <summary>What the rules refuse is refused over HTTP with its code.</summary>
public class RefusalTests(InvestigationServer server)
{
    const string Story = "When mum sleeps I have to be quiet and I find that boring.";

    static readonly string[] Questions = ["Is she safe at home?"];
    static readonly DateTimeOffset Spoken = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    static string Soon => $"{TestDay.Today.AddDays(7):yyyy-MM-dd}";
    static readonly object Decision = new { granted = true, reason = "x", alternatives = "x", explanation = "x" };

    [Fact]
    public async Task Before_the_conclusion()
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        var (path, unknown) = (opened.Path, Guid.CreateVersion7());
        await rosa.Do(path, "/statements", new { text = Story, kind = "observation", author = "network", statedAt = Spoken });
        var clock = (await rosa.Do(path, "/sources", Source(true)))["clocks"]![0]!["id"];
        await rosa.Do(path, $"/clocks/{clock}/pause", new { reason = "familyRequest", explanation = "Holiday.", until = Soon });
        var asked = (await rosa.Do(path, "/counter-expertise", new { personId = opened.Parent, wish = "The bruises." }))["counterExpertise"]![0]!["id"];
        var granted = await rosa.Do(path, $"/counter-expertise/{asked}/answer", Decision);
        var source = granted["sources"]![0]!["id"];
        var heard = await rosa.Do(path, "/voices", new
        {
            personId = opened.Parent,
            kind = "opinion",
            text = "I do my best.",
            statedAt = Spoken,
            spokenBy = "Rosa",
            manner = "At home.",
        });
        Assert.Equal(2, heard["statements"]!.AsArray().Count);

        foreach (var (code, below, body, method) in new (string, string, object?, string)[]
        {
            ("source-behind-the-family", "/sources", Source(false), "POST"),
            ("consulted-in-future", "/sources", Source(true, "2099-01-01"), "POST"),
            ("not-found", $"/sources/{unknown}/telling", new { familyKnows = true }, "POST"),
            ("family-knows-already", $"/sources/{source}/telling", new { familyKnows = true }, "POST"),
            ("clock-already-paused", $"/clocks/{clock}/pause", new { reason = "familyRequest", explanation = "x" }, "POST"),
            ("already-concerned", "/concerned", new { personId = opened.Child, reason = "x" }, "POST"),
            ("not-of-the-family", "/concerned", new { personId = unknown, reason = "x" }, "POST"),
            ("already-heard", $"/concerned/{opened.Parent}/end", new { reason = "x" }, "POST"),
            ("statement-pasted", "/report", Draft(Story), "PUT"),
            ("not-found", $"/counter-expertise/{unknown}/answer", Decision, "POST"),
            ("not-found", $"/counter-expertise/{asked}/answer", Decision, "POST"),
            ("finding-or-reason", $"/counter-expertise/{asked}/finding", new { }, "POST"),
            ("report-not-final", "/dossiers", null, "POST"),
            ("not-found", $"/dossiers/{unknown}/addenda", new { statements = new[] { unknown } }, "POST"),
            ("dossier-still-needed", "/closing", null, "POST"),
            ("no-draft-presented", "/report/final", null, "POST"),
        })
            Assert.Equal((below, code), (below, await rosa.Refused(path, below, body, method)));
    }

    [Fact]
    public async Task A_draft_goes_to_everybody_and_the_conclusion_waits_for_what_was_promised()
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        var path = opened.Path;
        await rosa.Do(path, "/plan", new { approach = "We speak.", questions = Questions }, "PUT");
        Assert.Equal("source-missing", await rosa.Refused(path, "/conclusion", Conclusion("voluntarySupport")));
        await rosa.Do(path, "/sources", Source(true));
        foreach (var person in new[] { opened.Child, opened.Parent })
            await rosa.Do(path, "/missing-voices", new { personId = person, whyNot = "doesNotWant", explanation = "Asked twice." });
        var titles = Enumerable.Range(1, 5).Select(number => $"{number}").ToList();
        await rosa.Do(path, "/report", new { parts = titles.Select(title => new { title, text = "x", statements = Array.Empty<Guid>() }), whatStaysUnknown = "Sunday." }, "PUT");
        await rosa.Do(path, "/report/presentations", new { persons = new[] { opened.Child } });
        Assert.Equal("draft-not-given", await rosa.Refused(path, "/report/final"));
        await rosa.Do(path, "/report/presentations", new { });
        foreach (var person in new[] { opened.Child, opened.Parent })
            await rosa.Do(path, "/rebuttals", new { personId = person, kind = "opinion", text = "Good.", statedAt = Spoken });
        var final = await rosa.Do(path, "/report/final");
        Assert.Equal("final", (string?)final["reports"]![0]!["state"]);
        Assert.Equal(titles, (await rosa.Read(path))["reports"]![0]!["parts"]!.AsArray().Select(part => (string?)part!["title"]));
        Assert.Equal("report-is-final", await rosa.Refused(path, "/report", Draft("x"), "PUT"));

        var asked = (await rosa.Do(path, "/counter-expertise", new { personId = opened.Parent, wish = "The bruises." }))["counterExpertise"]![0]!["id"];
        Assert.Equal("counter-expertise-unanswered", await rosa.Refused(path, "/conclusion", Conclusion("voluntarySupport")));
        await rosa.Do(path, $"/counter-expertise/{asked}/answer", Decision);
        Assert.Equal("counter-expertise-finding-missing", await rosa.Refused(path, "/conclusion", Conclusion("voluntarySupport")));
        await rosa.Do(path, $"/counter-expertise/{asked}/finding", new { cameToNothing = "The doctor fell ill." });
        await rosa.Do(path, "/acute-dangers", new { personId = opened.Child, ground = "Fresh bruises.", judgedBy = "Rosa" });
        Assert.Equal("in-acute-danger", await rosa.Refused(path, "/conclusion", Conclusion("noFurtherAction")));
        var frozen = await rosa.Do(path, "/dossiers");
        var dossier = $"/dossiers/{frozen["dossiers"]![0]!["id"]}";
        Assert.Equal("not-a-later-statement", await rosa.Refused(path, $"{dossier}/addenda", new { statements = new[] { Guid.CreateVersion7() } }));
        using var read = await rosa.GetAsync(path + dossier, TestContext.Current.CancellationToken);
        Assert.NotNull(read.Headers.ETag);
        Assert.Equal(titles, JsonNode.Parse((string)(await rosa.Read(path + dossier))["content"]!)!["report"]!["parts"]!.AsArray().Select(part => (string?)part!["title"]));
        await rosa.Do(path, "/conclusion", Conclusion("measureAdvised"));
        Assert.Equal("already-concluded", await rosa.Refused(path, "/conclusion", Conclusion("voluntarySupport")));
    }

    [Fact]
    public async Task A_change_after_the_conclusion_keeps_it_on_the_work_list_until_it_is_weighed()
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        var path = opened.Path;
        await rosa.Do(path, "/acute-dangers", new { personId = opened.Child, ground = "Fresh bruises.", judgedBy = "Rosa" });
        var said = (await rosa.Do(path, "/statements", new { text = "Seen.", kind = "observation", author = "professional", statedAt = Spoken }))["statements"]![0]!["id"]!;
        await rosa.Do(path, "/report", new { parts = new[] { new { title = "a", text = "b", statements = new[] { (Guid)said } } } }, "PUT");
        Assert.Equal("conclusion-unexplained", await rosa.Refused(path, "/conclusion", Conclusion("measureAdvised", "Nobody was heard yet: the court sits tomorrow.")));
        await rosa.Do(path, "/conclusion", Conclusion("measureAdvised", "Nobody was heard yet: the court sits tomorrow.", "You hear from us."));
        await rosa.Do(path, $"/statements/{said}/amendments", new { text = "Seen well.", kind = "observation" });

        var listed = (await rosa.ReadAll("/gm0344/investigation/v1/investigations")).Single(one => (Guid)one!["id"]! == opened.Id)!;
        Assert.Equal("measureAdvised", (string?)listed["outcome"]);
        Assert.NotNull(listed["dueAt"]);
        Assert.Equal("dossier-still-needed", await rosa.Refused(path, "/closing"));
        await rosa.Read("/gm0344/investigation/v1/investigations?view=clocksSoon");
    }

    static object Source(bool familyKnows, string on = "2026-11-20") => new { name = "school", about = "x", familyKnows, consultedOn = on };

    static object Draft(string text) => new { parts = new[] { new { title = "a", text, statements = Array.Empty<Guid>() } }, whatStaysUnknown = "x" };

    static object Conclusion(string outcome, string? missing = null, string? explanationForOthers = null) =>
        new { outcome, reason = "x", alternatives = "x", explanation = "x", missing, explanationForOthers };
}
