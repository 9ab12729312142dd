using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Geborgen.Casework;
using Geborgen.Contracts.Investigation;
using Geborgen.Investigation.Investigations;

namespace Geborgen.Investigation.Tests;

public class DossierTests
{
    static readonly DateTimeOffset Now = Inquiry.Now;

    [Fact]
    public void A_frozen_dossier_stays_as_it_is()
    {
        Assert.Equal("report-not-final", Inquiry.Open().FreezeDossier(Inquiry.By(Now))!.Code);
        var one = Inquiry.Ready();

        Assert.Null(one.FreezeDossier(Inquiry.By(Now)));
        Assert.Null(one.FreezeDossier(Inquiry.By(Now.AddDays(1))));
        var (first, second) = (one.Dossiers[0], one.Dossiers[1]);
        Assert.Equal((1, 2), (first.Number, second.Number));
        Assert.Equal(first.Hash, second.Hash);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(first.Content))), first.Hash);
        Assert.Equal(one.Statements.Count, JsonNode.Parse(first.Content)!["statements"]!.AsArray().Count);

        Assert.Null(one.AmendStatement(one.Statements[0].Id, "Otherwise.", null, new(2026, 11, 23), Inquiry.By(Now)));
        Assert.Null(one.FreezeDossier(Inquiry.By(Now)));
        Assert.NotEqual(first.Hash, one.Dossiers[2].Hash);
    }

    [Fact]
    public void What_came_later_is_an_addendum()
    {
        var one = Inquiry.Ready();
        Assert.Null(one.FreezeDossier(Inquiry.By(Now)));
        Assert.Null(one.AddStatement(Inquiry.Said(), Now));
        var (dossier, later) = (one.Dossiers[0], one.Statements[^1]);

        Assert.Equal("no-such-dossier", one.AddToDossier(Guid.CreateVersion7(), [later.Id], Inquiry.By(Now))!.Code);
        Assert.Equal("not-a-later-statement", one.AddToDossier(dossier.Id, [dossier.Statements[0]], Inquiry.By(Now))!.Code);
        Assert.Equal("not-a-later-statement", one.AddToDossier(dossier.Id, [Guid.CreateVersion7()], Inquiry.By(Now))!.Code);
        Assert.Equal("not-a-later-statement", one.AddToDossier(dossier.Id, [], Inquiry.By(Now))!.Code);
        Assert.Null(one.AddToDossier(dossier.Id, [later.Id], Inquiry.By(Now)));
        Assert.Equal([later.Id], one.Raised.OfType<AddendumAdded>().Single().Statements);
        Assert.Equal("not-a-later-statement", one.AddToDossier(dossier.Id, [later.Id], Inquiry.By(Now))!.Code);
    }

    [Fact]
    public void An_addendum_says_for_ever_what_it_said()
    {
        var one = Inquiry.Ready();
        Assert.Null(one.FreezeDossier(Inquiry.By(Now)));
        Assert.Null(one.AddStatement(Inquiry.Said(), Now));
        var later = one.Statements[^1];
        Assert.Null(one.AddToDossier(one.Dossiers[0].Id, [later.Id], Inquiry.By(Now)));
        var addendum = one.Dossiers[0].Addenda[0];
        var (content, hash) = (addendum.Content!, addendum.Hash);

        Assert.Null(one.AmendStatement(later.Id, "Otherwise.", null, new(2026, 11, 23), Inquiry.By(Now)));

        Assert.Equal((content, hash), (addendum.Content, addendum.Hash));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))), hash);
        Assert.Equal("I saw it.", (string?)JsonNode.Parse(content)!["statements"]![0]!["text"]);
    }

    [Fact]
    public void It_says_who_may_know_what_who_disputes_it_who_spoke_and_who_was_asked()
    {
        var one = Inquiry.Ready();
        var (own, parents) = (one.Statements[0].Id, one.Statements[1].Id);
        Assert.Null(one.WithholdStatement(parents, new("Wmo 2015 article 5.3.2", "Danger.", new(2026, 12, 1), new(2026, 12, 31)), Inquiry.By(Now)));
        Assert.Null(one.Contest(own, ContestedPart.Content, "Not so.", Now, Inquiry.Parent));
        Assert.Null(one.AddConcerned(Guid.CreateVersion7(), ConcernedRole.Adult, "He moved in.", Inquiry.By(Now)));
        Assert.Null(one.FreezeDossier(Inquiry.By(Now)));

        var frozen = JsonNode.Parse(one.Dossiers[0].Content)!;
        var said = frozen["statements"]!.AsArray().ToDictionary(statement => (Guid)statement!["id"]!);
        Assert.Equal(Inquiry.Parent, (Guid)said[own]!["sharedWith"]![0]!);
        Assert.Equal(("Not so.", Inquiry.Parent), ((string?)said[own]!["contests"]![0]!["reason"], (Guid)said[own]!["contests"]![0]!["person"]!));
        Assert.Null(said[own]!["withheld"]);
        Assert.Equal("Wmo 2015 article 5.3.2", (string?)said[parents]!["withheld"]!["basis"]);
        Assert.Equal([.. new[] { own, parents }.Order()], frozen["voices"]!.AsArray().Select(voice => (Guid)voice!["statement"]!).Order());
        Assert.Equal("school", (string?)frozen["sources"]![0]!["name"]);
        Assert.Equal(("adult", "He moved in."), ((string?)frozen["concerned"]!["changes"]![0]!["role"], (string?)frozen["concerned"]!["changes"]![0]!["reason"]));
        Assert.Equal(["adult-voice-missing"], frozen["missing"]!.AsArray().Select(code => (string?)code));
        Assert.Equal((true, true), ((bool)frozen["report"]!["final"]!, frozen["conclusion"] is null));
    }

    [Fact]
    public void Who_goes_to_court_without_a_final_report_shows_the_draft_and_what_is_missing()
    {
        var one = Inquiry.Open().Planned().Heard().Drafted();
        Assert.Equal("report-not-final", one.FreezeDossier(Inquiry.By(Now))!.Code);
        Assert.Null(one.Conclude("The family has the draft next week.", WorkingDays.StartOf(new(2027, 1, 29))));

        Assert.Null(one.FreezeDossier(Inquiry.By(Now)));

        var frozen = JsonNode.Parse(one.Dossiers[0].Content)!;
        Assert.Equal((1, false), ((int)frozen["report"]!["number"]!, (bool)frozen["report"]!["final"]!));
        Assert.Equal("report-not-final", (string?)Assert.Single(frozen["missing"]!.AsArray()));
        Assert.Equal(("voluntarySupport", "The family has the draft next week."),
            ((string?)frozen["conclusion"]!["outcome"], (string?)frozen["conclusion"]!["missingExplained"]));
    }

    [Fact]
    public void In_acute_danger_a_dossier_waits_for_no_report()
    {
        var one = Inquiry.Open();
        Assert.Null(one.JudgeAcuteDanger(Inquiry.Child, "Fresh bruises.", "Rosa", one.Family(), Inquiry.By(Now)));

        Assert.Null(one.FreezeDossier(Inquiry.By(Now)));

        var frozen = JsonNode.Parse(one.Dossiers[0].Content)!;
        Assert.Null(frozen["report"]);
        Assert.Contains("child-voice-missing", frozen["missing"]!.AsArray().Select(code => (string?)code));
    }
}
