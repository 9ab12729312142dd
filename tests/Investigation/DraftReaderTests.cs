using System.Net;
using Geborgen.Contracts.Casework;
using Geborgen.Support;
using Microsoft.AspNetCore.Http;

namespace Geborgen.Investigation.Tests;

/// <summary>A draft has readers, and the familiar face takes part in the investigation of the own family.</summary>
public class DraftReaderTests(InvestigationServer server)
{
    const string Own = "/gm0344/investigation/v1/own-investigations";

    static readonly DateTimeOffset Spoken = new(2026, 11, 22, 18, 0, 0, TimeSpan.Zero);

    static string Today => $"{TestDay.Today:yyyy-MM-dd}";

    [Fact]
    public async Task A_father_reads_on_his_own_page_the_parts_of_which_he_is_a_reader_and_answers_those()
    {
        Guid[] parents = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];
        var asked = InvestigationServer.Ask() with { Parents = parents };
        var opened = await server.Tie(_ => parents[2], InvestigationServer.Fatima, asked);
        using var rosa = await server.As("rosa");
        using var father = await server.As("fatima");
        var ofOthers = await Said(rosa, opened, "The neighbour heard them quarrel.");
        var ofHim = await Said(rosa, opened, "She is glad to be with him.");
        foreach (var (said, readers) in new[] { (ofOthers, parents[..2]), (ofHim, parents) })
            foreach (var reader in readers.Append(opened.Child))
                await rosa.Do(opened.Path, $"/statements/{said}/sharings", new { personId = reader });

        var written = (await rosa.Do(opened.Path, "/report", Draft(ofOthers, ofHim), "PUT"))["reports"]![0]!;
        Assert.Equal([3, 4], written["parts"]!.AsArray().Select(part => part!["readers"]!.AsArray().Count));
        Assert.Equal(3, written["unknownReaders"]!.AsArray().Count);
        Assert.Equal("reader-beyond-shared", await rosa.Refused(opened.Path, "/report", Draft(ofOthers, ofHim, [parents[2]]), "PUT"));
        var given = (await rosa.Do(opened.Path, "/report/presentations", new { }))["reports"]![0]!["presentations"]!.AsArray();
        Assert.Equal([2], given.Single(one => (Guid)one!["personId"]! == parents[2])!["parts"]!.AsArray().Select(place => (int)place!));

        var draft = (await father.Read(Own))["items"]!.AsArray().Single(one => (Guid)one!["id"]! == opened.Id)!["draft"]!;
        Assert.Equal("With him.", (string?)Assert.Single(draft["parts"]!.AsArray())!["text"]);
        Assert.Null(draft["whatStaysUnknown"]);
        await father.Do(opened.Path, "/own-rebuttals", new { text = "So it is." });
        Assert.Equal([2], (await rosa.Read(opened.Path))["rebuttals"]![0]!["parts"]!.AsArray().Select(place => (int)place!));
    }

    [Fact]
    public async Task A_child_under_twelve_gets_a_talk_in_which_the_familiar_face_speaks_and_no_paper()
    {
        var opened = await server.Open(InvestigationServer.Ask(), young: true);
        await server.AssignLotte(opened.Asked.FamilyId);
        using var rosa = await server.As("rosa");
        using var lotte = await server.As("lotte");
        await rosa.Do(opened.Path, "/report", new { parts = new[] { new { title = "a", text = "b", statements = Array.Empty<Guid>() } }, whatStaysUnknown = "Sunday." }, "PUT");
        Assert.Equal("child-gets-a-talk", await rosa.Refused(opened.Path, "/report/presentations", new { persons = new[] { opened.Child } }));
        await rosa.Do(opened.Path, "/report/presentations");
        await rosa.Do(opened.Path, "/rebuttals", new { personId = opened.Parent, kind = "opinion", text = "Good.", statedAt = Spoken });
        Assert.Equal("draft-not-talked-about", await rosa.Refused(opened.Path, "/report/final"));

        object talk = new { personId = opened.Child, spokenOn = Today, spokenBy = "Lotte", manner = "While drawing." };
        var held = (await lotte.Do(opened.Path, "/report/talks", talk))["reports"]![0]!["presentations"]!.AsArray().Single(one => one!["talk"] is not null)!;
        Assert.Equal((opened.Child, "Lotte"), ((Guid)held["personId"]!, (string?)held["talk"]!["spokenBy"]));
        await lotte.Do(opened.Path, "/rebuttals", new { personId = opened.Child, kind = "opinion", text = "I want to stay.", statedAt = Spoken });
        await rosa.Do(opened.Path, "/report/final");
    }

    [Theory]
    [InlineData(Relations.KeyWorker)]
    [InlineData(Relations.Duo)]
    [InlineData(Relations.Cover)]
    public async Task The_familiar_face_records_hears_and_sees_the_draft_and_the_investigator_writes_and_concludes(string relation)
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        using var lotte = await server.As("lotte");
        Assert.Equal(HttpStatusCode.NotFound, await Status(lotte, opened, "/voices", Voice(opened)));
        await server.AssignLotte(opened.Asked.FamilyId, relation);

        await lotte.Do(opened.Path, "/voices", Voice(opened));
        var said = await Said(lotte, opened, "He was glad to see his grandmother.");
        await lotte.Do(opened.Path, $"/statements/{said}/sharings", new { personId = opened.Parent });
        await rosa.Do(opened.Path, "/report", new { parts = new[] { new { title = "a", text = "b", statements = new[] { said } } }, whatStaysUnknown = "Sunday." }, "PUT");
        Assert.Equal("a", (string?)(await lotte.Read(opened.Path))["reports"]![0]!["parts"]![0]!["title"]);
        foreach (var (below, body, method) in new (string, object?, string)[]
        {
            ("/report", new { parts = new[] { new { title = "a", text = "b", statements = Array.Empty<Guid>() } } }, "PUT"), ("/report/presentations", null, "POST"),
            ("/report/final", null, "POST"), ("/conclusion", new { outcome = "noFurtherAction" }, "POST"), ("/dossiers", null, "POST"),
            ($"/statements/{said}/removal", new { reason = "x" }, "POST"), ($"/statements/{said}/corrections", new { text = "x", reason = "x" }, "POST"),
            ($"/statements/{said}/withholding", new { basis = "x", reason = "x", reviewOn = "2099-01-01", until = "2099-01-01" }, "POST"),
        })
            Assert.Equal((below, HttpStatusCode.Forbidden), (below, await Status(lotte, opened, below, body, method)));
    }

    [Fact]
    public async Task A_disproved_fact_is_passed_on_once_it_was_taken_over_again()
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        var (contact, source, number, text) = (Guid.CreateVersion7(), Guid.CreateVersion7(), 1, "Seen without a coat.");
        server.Utrecht.Answers[contact] = _ => Results.Json(new
        {
            familyId = opened.Asked.FamilyId,
            statements = new[]
            {
                new
                {
                    id = source, kind = "observation", author = "reporter", text, statedAt = Spoken, number, status = "standing", contested = "notContested",
                    givesReporterAway = false,
                },
            },
        });
        var taken = new { contactId = contact, statementId = source };
        var copy = (Guid)(await rosa.Do(opened.Path, "/statements/from-contact", taken))["statements"]![0]!["id"]!;
        await rosa.Do(opened.Path, $"/statements/{copy}/sharings", new { personId = opened.Child });
        await rosa.Do(opened.Path, "/report", new { parts = new[] { new { title = "a", text = "b", statements = new[] { copy } } }, whatStaysUnknown = "Sunday." }, "PUT");

        await server.Say(new StatementChanged(source, "corrected", 2).Of(opened.Asked.FamilyId, contact, 7, "gm0344", TestDay.Now));
        await InvestigationServer.Eventually(async () => (await rosa.Read(opened.Path))["takenOver"]![0]!["changedAt"] is not null);

        using (var refused = await rosa.Try(opened.Path, $"/statements/{copy}/sharings", new { personId = opened.Parent }))
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("changed-at-source", await rosa.Refused(opened.Path, $"/statements/{copy}/sharings", new { personId = opened.Parent }));
        Assert.Equal("changed-at-source", await rosa.Refused(opened.Path, "/report/presentations"));
        (number, text) = (2, "Seen with a coat.");
        await rosa.Do(opened.Path, "/statements/from-contact", taken);
        await rosa.Do(opened.Path, $"/statements/{copy}/sharings", new { personId = opened.Parent });
        await rosa.Do(opened.Path, "/report/presentations");
    }

    static object Voice(Requested opened) =>
        new { personId = opened.Parent, kind = "observation", text = "I work at night.", statedAt = Spoken, spokenBy = "Lotte", manner = "At the table." };

    static object Draft(Guid ofOthers, Guid ofHim, Guid[]? readers = null) => new
    {
        parts = new[]
        {
            new { title = "Others", text = "With others.", statements = new[] { ofOthers }, readers }, new { title = "Him", text = "With him.", statements = new[] { ofHim }, readers = (Guid[]?)null },
        },
        whatStaysUnknown = "Sunday.",
    };

    static async Task<Guid> Said(HttpClient worker, Requested opened, string text) =>
        (await worker.Do(opened.Path, "/statements", new { text, kind = "observation", author = "network", statedAt = Spoken }))["statements"]!.AsArray()
            .Single(one => (string?)one!["text"] == text)!["id"]!.GetValue<Guid>();

    static async Task<HttpStatusCode> Status(HttpClient worker, Requested opened, string below, object? body, string method = "POST")
    {
        using var answer = await worker.Try(opened.Path, below, body, method, "\"1\"");
        return answer.StatusCode;
    }
}
