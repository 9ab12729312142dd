using Geborgen.Casework;
using Geborgen.Investigation.Investigations;
using Geborgen.Investigation.OwnVoice;

namespace Geborgen.Investigation.Tests;

/// <summary>What the investigators write for the family tells nothing that is kept from it, and what became secret later is held back.</summary>
public class FamilyDoorTests
{
    const string Kept = "He told me that he would come and get her at night.";

    static readonly DateTimeOffset Now = Inquiry.Now;
    static readonly DateOnly Today = WorkingDays.DateOf(Now);
    static readonly TimeLimits Limits = TimeLimits.Read(Path.Combine(AppContext.BaseDirectory, "time-limits.json"));

    [Fact]
    public void Withheld_words_are_repeated_nowhere()
    {
        var one = Inquiry.Open();
        Withhold(one);

        Gives("gives-secret-away", "reason", one.Extend(Kept, Inquiry.By(Now)));
        Assert.Equal("statement-pasted", one.WriteReport([new(Kept, "x", [])], "x", Inquiry.By(Now))!.Code);
        Assert.Null(one.AskCounterExpertise(Inquiry.Parent, "The bruises.", Inquiry.TwoWeeks, Inquiry.By(Now)));
        Gives("gives-secret-away", "explanation", one.AnswerCounterExpertise(one.CounterExpertise[0].Id, true, Decided(Kept, "x"), Inquiry.By(Now)));
        Assert.Null(one.AnswerCounterExpertise(one.CounterExpertise[0].Id, true, Decided("Eva looks.", "x"), Inquiry.By(Now)));
        Gives("gives-secret-away", "cameToNothing", one.RecordFinding(one.CounterExpertise[0].Id, null, Kept, Inquiry.By(Now)));
        Assert.False(one.Kind == InvestigationKind.Extended);
    }

    [Fact]
    public void A_conclusion_repeats_none_either()
    {
        var one = Inquiry.Ready();
        Withhold(one);

        Gives("gives-secret-away", "reason", one.Conclude(ConclusionOutcome.VoluntarySupport, Decided("You get help.", Kept), null, Inquiry.Terms, Inquiry.By(Now)));
        Assert.Null(one.Conclusion);
    }

    [Fact]
    public void Who_reported_is_named_in_no_report_once_that_is_known_to_be_kept()
    {
        var one = Inquiry.Open();
        Assert.Null(one.TakeOver(new(
            Guid.CreateVersion7(), Guid.CreateVersion7(), StatementKind.Observation, StatementAuthor.Professional, null, "Seen without a coat.", Now,
            1, StatementStatus.Standing, ContestStatus.NotContested, GivesReporterAway: true, "Juf Çelik"), "rosa", Now));

        Gives("gives-reporter-away", "parts[1].title", one.WriteReport([new("What we heard", "x", []), new("Juf Celik’s worries", "x", [])], "x", Inquiry.By(Now)));
        Gives("gives-reporter-away", "whatStaysUnknown", one.WriteReport([new("What we heard", "x", [])], "What CELIK saw.", Inquiry.By(Now)));
        Assert.Empty(one.Reports);
    }

    [Fact]
    public void What_became_secret_later_is_held_back()
    {
        var one = Inquiry.Open();
        Assert.Null(one.AddStatement(new(Kept, StatementAuthor.Network, StatementKind.Reported, Now), Now));
        Assert.Null(one.Extend($"Somebody says: {Kept}", Inquiry.By(Now)));
        Assert.Equal($"Somebody says: {Kept}", OwnInvestigation.Of(one, Inquiry.Parent, "parent", Limits, Today).ExtensionReason!.ToString());

        Assert.Null(one.WithholdStatement(one.Statements[^1].Id, new("x", "She fears him.", Today.AddDays(3), Today.AddDays(9)), Inquiry.By(Now)));

        Assert.Null(OwnInvestigation.Of(one, Inquiry.Parent, "parent", Limits, Today).ExtensionReason);
        Assert.NotNull(OwnInvestigation.Of(one, Inquiry.Parent, "parent", Limits, Today.AddDays(10)).ExtensionReason);
    }

    [Fact]
    public void What_another_wrote_under_a_members_name_is_held_back_as_well()
    {
        var one = Inquiry.Open();
        Withhold(one);
        Assert.Null(one.AskCounterExpertise(Inquiry.Parent, Kept, Inquiry.TwoWeeks, Inquiry.By(Now)));
        Assert.Null(one.AddStatement(Inquiry.Said(Inquiry.Parent, StatementAuthor.Parent) with { Text = Kept }, Now));

        Assert.Equal(("", ""), Read("parent"));
        Assert.Equal((Kept, Kept), Read(Inquiry.By(Now).Account));

        (string Wish, string Said) Read(string account) => OwnInvestigation.Of(one, Inquiry.Parent, account, Limits, Today) is var own
            ? ($"{Assert.Single(own.CounterExpertise).Wish}", $"{Assert.Single(own.OwnStatements).Text}") : default;
    }

    [Fact]
    public void Of_words_that_a_child_said_anew_the_reader_goes_on_reading_what_was_shared()
    {
        const string shared = "I hide under the bed when they shout at each other.";
        var one = Inquiry.Open();
        Assert.Null(one.AddStatement(new(shared, StatementAuthor.Child, StatementKind.Observation, Now, Inquiry.Child), Now));
        var own = one.Statements[^1];
        Assert.Null(one.Share(own.Id, new(Inquiry.Parent, Inquiry.By(Now), Today, "She is safe."), new HashSet<Guid>()));
        const string anew = "He locks the door of my room whenever she is away.";
        Assert.Null(one.AmendStatement(own.Id, $"{shared} {anew}", null, Today, Inquiry.By(Now.AddDays(1))));

        Assert.Equal(shared, Assert.Single(OwnInvestigation.Of(one, Inquiry.Parent, "parent", Limits, Today).SharedStatements).Text.ToString());
        Assert.Null(one.DoorTo(Inquiry.Parent, Today).Let(anew));
        Assert.NotNull(one.DoorTo(Inquiry.Parent, Today).Let(shared));
        Assert.NotNull(one.DoorTo(Inquiry.Child, Today).Let(anew));
    }

    static void Withhold(Investigations.Investigation one)
    {
        Assert.Null(one.AddStatement(new(Kept, StatementAuthor.Network, StatementKind.Reported, Now), Now));
        Assert.Null(one.WithholdStatement(one.Statements[^1].Id, new("x", "She fears him.", Today.AddDays(3), Today.AddDays(9)), Inquiry.By(Now)));
    }

    static Decision Decided(string explanation, string reason) => Decision.Make(
        new("conclusion", ["voluntarySupport"], [ControllerKind.Region], "x", Remedy.Complaint, null, Reasoned: true, "x", default, null),
        explanation, reason, "Nothing else was needed.").Decision!;

    static void Gives(string code, string place, Refusal? refusal)
    {
        Assert.Equal(code, refusal?.Code);
        Assert.StartsWith($"In {place}: ", refusal!.Detail, StringComparison.Ordinal);
    }
}
