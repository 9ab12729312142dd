using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Contacts;

namespace Geborgen.Intake.Tests;

public class ReportTests
{
    static readonly DateTimeOffset Later = KnownContact.Now.AddDays(1);
    static readonly DateOnly Today = WorkingDays.DateOf(Later);
    static readonly TimeLimit Limit = KnownContact.Limits.For(Contact.PostponementTerm, Later);
    static readonly Reporter School = new("school", "De Zonnewijzer", false);
    static readonly Reporter Shy = School with { Shielded = true };

    [Theory]
    [InlineData(ContactKind.Concern, true)]
    [InlineData(ContactKind.Emergency, true)]
    [InlineData(ContactKind.Question, false)]
    [InlineData(ContactKind.SelfReferral, false)]
    public void Those_concerned_are_told_of_what_somebody_else_reported(ContactKind kind, bool told)
    {
        Assert.Equal(told, KnownContact.Of(kind, School).RunningClock(Contact.TellingTerm) is not null);
        Assert.Null(KnownContact.Of(kind).RunningClock(Contact.TellingTerm));
        Assert.Equal(told ? null : "nothing-to-tell", KnownContact.Of(kind, School).TellThoseConcerned("At home.", "Lotte", "lotte", Later)?.Code);
    }

    [Fact]
    public void Telling_stops_the_clock_and_is_done_once()
    {
        var contact = KnownContact.Of(reporter: School);

        Assert.Null(contact.TellThoseConcerned("At the kitchen table.", "Lotte", "lotte", Later));

        Assert.Null(contact.RunningClock(Contact.TellingTerm));
        Assert.Single(contact.Raised.OfType<ReportTold>());
        Assert.Equal("already-told", contact.TellThoseConcerned("x", "x", "x", Later)!.Code);
        Assert.Equal("already-told", contact.PostponeTelling("x", Today.AddDays(3), Limit, "lotte", Later)!.Code);
    }

    [Fact]
    public void A_postponement_moves_the_end_of_the_term_to_its_last_day()
    {
        var contact = KnownContact.Of(reporter: School);

        Assert.Null(contact.PostponeTelling("The mother is not safe until she has moved.", Today.AddDays(10), Limit, "lotte", Later));

        Assert.Equal(Today.AddDays(10), Assert.Single(contact.Raised.OfType<TellingPostponed>()).Until);
        Assert.Equal(WorkingDays.StartOf(Today.AddDays(11)), contact.RunningClock(Contact.TellingTerm)!.DueAt);
        Assert.Null(contact.PostponeTelling("She has not moved yet.", Today.AddDays(20), Limit, "lotte", Later));
        Assert.Null(contact.TellThoseConcerned("By telephone.", "Lotte", "lotte", Later));
        Assert.Null(contact.RunningClock(Contact.TellingTerm));
    }

    [Fact]
    public void Only_safety_postpones_telling_and_never_without_an_end()
    {
        var contact = KnownContact.Of(reporter: School);

        Assert.Equal("postponement-without-reason", contact.PostponeTelling(" ", Today.AddDays(1), Limit, "lotte", Later)!.Code);
        Assert.Equal("postponement-without-end", contact.PostponeTelling("x", null, Limit, "lotte", Later)!.Code);
        Assert.Equal("postponement-without-end", contact.PostponeTelling("x", Today, Limit, "lotte", Later)!.Code);
        Assert.Empty(contact.Postponements);
    }

    [Fact]
    public void It_is_postponed_for_four_weeks_at_most_and_again_with_a_new_reason()
    {
        var contact = KnownContact.Of(reporter: School);

        Assert.Equal("postponement-too-long", contact.PostponeTelling("Not safe.", Today.AddDays(29), Limit, "lotte", Later)!.Code);
        Assert.Null(contact.PostponeTelling("Not safe.", Today.AddDays(28), Limit, "lotte", Later));
        Assert.Equal("postponement-reason-repeated", contact.PostponeTelling("Not safe.", Today.AddDays(40), Limit, "lotte", Later.AddDays(20))!.Code);
        Assert.Null(contact.PostponeTelling("She has not moved yet.", Today.AddDays(40), Limit, "lotte", Later.AddDays(20)));
        Assert.Equal(2, contact.Postponements.Count);
    }

    [Fact]
    public void A_professional_reports_openly_until_a_decision_says_otherwise()
    {
        var contact = KnownContact.Of(reporter: School);
        Assert.False(contact.ReporterIsShielded);
        Assert.Equal("shield-without-review", contact.DecideShielding(true, KnownContact.Decision, null, "lotte", Later)!.Code);
        Assert.Equal("shield-without-review", contact.DecideShielding(true, KnownContact.Decision, Today, "lotte", Later)!.Code);

        Assert.Null(contact.DecideShielding(true, KnownContact.Decision, Today.AddDays(90), "lotte", Later));

        Assert.True(contact.ReporterIsShielded);
        Assert.Equal(Today.AddDays(90), Assert.Single(contact.Raised.OfType<ReporterShielded>()).ReviewOn);
        var published = Assert.Single(contact.Raised.OfType<DecisionPublished>());
        Assert.Equal(("reporterShield", "shielded"), (published.Kind, published.Outcome));
        Assert.Null(contact.DecideShielding(true, KnownContact.Decision, Today.AddDays(180), "lotte", Later.AddDays(60)));
        Assert.Equal(Today.AddDays(180), contact.Shielding!.ReviewOn);
    }

    [Fact]
    public void A_wish_to_be_shielded_counts_until_it_is_decided_on()
    {
        var contact = KnownContact.Of(reporter: Shy);
        Assert.True(contact.ShieldedProvisionally);
        Assert.True(contact.ReporterIsShielded);

        Assert.Null(contact.DecideShielding(false, KnownContact.Decision, null, "lotte", Later));

        Assert.False(contact.ShieldedProvisionally);
        Assert.False(contact.ReporterIsShielded);
        Assert.Single(contact.Raised.OfType<ReporterShieldLifted>());
        Assert.Equal("not-shielded", contact.DecideShielding(false, KnownContact.Decision, null, "lotte", Later)!.Code);
    }

    [Fact]
    public void A_decided_shield_is_lifted_by_a_court()
    {
        var contact = KnownContact.Of(reporter: Shy);
        Assert.Equal("not-shielded", contact.LiftShield("C/16/1", Later)!.Code);
        contact.DecideShielding(true, KnownContact.Decision, Today.AddDays(90), "lotte", Later);

        Assert.Equal("shield-needs-court", contact.DecideShielding(false, KnownContact.Decision, null, "lotte", Later)!.Code);
        Assert.Equal("shield-needs-court", contact.LiftShield(" ", Later)!.Code);
        Assert.Null(contact.LiftShield("C/16/123456", Later));

        Assert.False(contact.ReporterIsShielded);
        Assert.Single(contact.Raised.OfType<ReporterShieldLifted>());
        Assert.Equal("not-shielded", contact.LiftShield("C/16/123456", Later)!.Code);
    }

    [Fact]
    public void Where_the_family_came_itself_there_is_nobody_to_shield() => Assert.Equal(
        "no-reporter", KnownContact.Of().DecideShielding(true, KnownContact.Decision, Today.AddDays(90), "lotte", Later)!.Code);
}
