using System.Net;
using System.Text.Json.Nodes;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Contracts.Investigation;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Tests;

public class TakeOutTests(InvestigationServer server)
{
    const string Reason = "It is about another child.";

    static readonly DateTimeOffset Now = Inquiry.Now;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void It_goes_out_of_the_dossiers_too_and_what_was_built_on_it_is_weighed_again()
    {
        var one = Inquiry.Ready();
        Assert.Null(one.Contest(one.Statements[0].Id, ContestedPart.Content, "I never saw it.", Now));
        Assert.Null(one.FreezeDossier(Inquiry.By(Now)));
        Assert.Null(one.AddStatement(Inquiry.Said(), Now));
        var later = one.Statements[^1];
        Assert.Null(one.AddToDossier(one.Dossiers[0].Id, [later.Id], Inquiry.By(Now)));
        var (dossier, used) = (one.Dossiers[0], one.Statements[0].Id);
        var hash = dossier.Hash;

        Assert.Null(one.TakeOutStatement(used, Now));
        Assert.Null(one.TakeOutStatement(later.Id, Now));

        Assert.Equal(["takenOut", "takenOut"], one.Raised.OfType<StatementChanged>().Select(said => said.Change));
        Assert.Equal([used, later.Id], one.Raised.OfType<ReportFlagged>().Select(said => said.StatementId));
        Assert.Equal([used, later.Id], dossier.TakenOut);
        Assert.Equal(hash, dossier.Hash);
        var words = JsonNode.Parse(dossier.Content)!["statements"]!.AsArray().ToDictionary(said => said!["id"]!.GetValue<Guid>(), said => (string?)said!["text"]);
        Assert.Equal("", words[used]);
        Assert.DoesNotContain("I never saw it.", dossier.Content, StringComparison.Ordinal);
        Assert.Equal("I saw it.", words[one.Statements[1].Id]);
        Assert.Equal("", (string?)JsonNode.Parse(dossier.Addenda[0].Content!)!["statements"]![0]!["text"]);
        Assert.Null(one.Reweigh(used, "It counts no longer.", Inquiry.By(Now)));
        Assert.Equal("statement-not-standing", one.TakeOutStatement(used, Now)!.Code);
    }

    [Fact]
    public void What_no_report_or_dossier_uses_flags_nothing()
    {
        var one = Inquiry.Ready();
        Assert.Null(one.AddStatement(Inquiry.Said(), Now));
        var other = one.Statements[^1];
        Assert.Null(one.TakeOutStatement(other.Id, Now));
        Assert.Empty(one.Flags);
    }

    [Fact]
    public void Who_was_recorded_in_error_is_no_concern_of_it_also_once_it_is_concluded()
    {
        var one = Inquiry.Ready();
        var gone = one.Children[0];

        Assert.True(one.FollowTakenOut(gone, Reason, Now));
        Assert.False(one.FollowTakenOut(gone, Reason, Now));

        Assert.DoesNotContain(gone, one.Concerned);
        Assert.Equal("ended", Assert.Single(one.Raised.OfType<ConcernedChanged>()).Change);
    }

    [Fact]
    public async Task Who_was_recorded_in_error_at_intake_concerns_no_investigation_and_who_read_of_the_person_is_told_once()
    {
        var opened = await server.Open();
        await server.AssignLotte(opened.Asked.FamilyId);
        using var rosa = await server.As("rosa");
        using var lotte = await server.As("lotte");
        await lotte.Read(opened.Path);
        var gone = new PersonTakenOut(opened.Child).Of(opened.Asked.FamilyId, 90, "gm0344", TestDay.Now);

        // Heard twice, as at a rebuild.
        await Hear(gone);
        await Hear(gone);

        var read = await rosa.Read(opened.Path);
        Assert.DoesNotContain(opened.Child, read["children"]!.AsArray().Select(one => one!.GetValue<Guid>()));
        var listed = Assert.Single((await rosa.ReadAll("/gm0344/investigation/v1/data-breaches")),
            item => item!["familyId"]!.GetValue<Guid>() == opened.Asked.FamilyId)!;
        var breach = await rosa.Read($"/gm0344/investigation/v1/data-breaches/{listed["id"]}");
        Assert.Contains(InvestigationServer.Lotte, breach["recipients"]!.AsArray().Select(one => (string?)one!["account"]));
    }

    [Fact]
    public async Task A_request_that_arrives_late_does_not_bring_back_who_was_recorded_in_error()
    {
        var asked = InvestigationServer.Ask();
        await Hear(new PersonTakenOut(asked.Children[0]).Of(asked.FamilyId, 90, "gm0344", TestDay.Now));

        var opened = await server.Open(asked);

        using var rosa = await server.As("rosa");
        var read = await rosa.Read(opened.Path);
        Assert.Empty(read["children"]!.AsArray());
        Assert.Equal([asked.Parents[0]], read["parents"]!.AsArray().Select(one => one!.GetValue<Guid>()));
    }

    async Task Hear(PersonTakenOut happened)
    {
        var id = await server.Say(happened);
        await InvestigationServer.Eventually(() => server.Query(db => db.Database.SqlQuery<int>(
            $"select count(*)::int as \"Value\" from inbox where event_id = {id} and projection = {"on-person-taken-out"}").SingleAsync(Cancel), count => count == 1));
    }

    [Fact]
    public async Task It_is_recorded_as_a_data_breach_with_who_read_it()
    {
        var opened = await server.Open();
        await server.AssignLotte(opened.Asked.FamilyId);
        using var rosa = await server.As("rosa");
        using var lotte = await server.As("lotte");
        var recorded = await rosa.Do(opened.Path, "/statements", new { text = "Seen.", kind = "observation", author = "professional", statedAt = Now.AddDays(-3) });
        var statement = recorded["statements"]![0]!["id"]!.GetValue<Guid>();
        await lotte.Read(opened.Path);
        await rosa.Do(opened.Path, $"/statements/{statement}/sharings", new { personId = opened.Parent });

        Assert.Equal("invalid-input", await rosa.Refused(opened.Path, $"/statements/{statement}/removal", new { reason = " " }));
        var left = await rosa.Do(opened.Path, $"/statements/{statement}/removal", new { reason = Reason });

        Assert.Equal(("takenOut", ""), ((string?)left["statements"]![0]!["status"], (string?)left["statements"]![0]!["text"]));
        var listed = (await rosa.Read("/gm0344/investigation/v1/data-breaches"))["items"]!.AsArray()
            .Single(item => item!["familyId"]!.GetValue<Guid>() == opened.Asked.FamilyId)!;
        var path = $"/gm0344/investigation/v1/data-breaches/{listed["id"]}";
        var breach = await rosa.Read(path);
        Assert.Equal(Reason, (string?)breach["reason"]);
        Assert.Equal(
            [(InvestigationServer.Lotte, null), (null, opened.Parent)],
            breach["recipients"]!.AsArray().Select(one => ((string?)one!["account"], (Guid?)one["personId"])).OrderBy(one => one.Item2 is not null));
        foreach (var recipient in breach["recipients"]!.AsArray())
            await rosa.Do(path, $"/recipients/{recipient!["id"]}/told", new { how = "By telephone." });
        Assert.All((await rosa.Read(path))["recipients"]!.AsArray(), one => Assert.Equal("By telephone.", (string?)one!["how"]));

        using var pieter = await server.As("pieter");
        await pieter.Do(path, "/assessment", new { notified = false, reason = "Only one colleague saw it." });
        Assert.True(await server.Query(
            db => db.Set<DataBreach>().SingleAsync(one => one.SubjectId == statement, Cancel), one => one.RunningClock(DataBreach.NotificationTerm) is null));
        using var bram = await server.As("bram");
        Assert.Equal(HttpStatusCode.NotFound, await bram.Status(path));
    }
}
