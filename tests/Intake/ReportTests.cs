using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Contacts;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

public class ReportTests
{
    static readonly DateTimeOffset Later = KnownContact.Now.AddDays(1);
    static readonly DateOnly Today = WorkingDays.DateOf(Later);
    static readonly TimeLimit Limit = KnownContact.Limits.For(Contact.PostponementTerm, Later);
    static readonly TimeLimit ReviewLimit = KnownContact.Limits.For(Contact.ShieldReviewTerm, Later);
    static readonly Guid Mother = Guid.CreateVersion7(), Father = Guid.CreateVersion7();
    static readonly FamilyRecords OfOneMother = new(new HashSet<Guid>(), new HashSet<Guid> { Mother }, new HashSet<Guid>(), new HashSet<Guid>());
    static readonly Reporter School = new("school", "De Zonnewijzer", Shielded: false, Anonymous: false);
    static readonly Reporter Nobody = new("neighbour", null, Shielded: false, Anonymous: true);
    static readonly ReporterCheck Checked = new("somebody who knows the child", []);
    static readonly Reporter Shy = School with { Shielded = true };

    [Theory]
    [InlineData(ContactKind.Concern, true)]
    [InlineData(ContactKind.Emergency, true)]
    [InlineData(ContactKind.Question, false)]
    [InlineData(ContactKind.SelfReferral, false)]
    public void Those_concerned_are_told_of_a_concern_or_an_emergency_whether_or_not_it_was_written_down_who_spoke_of_it(ContactKind kind, bool told)
    {
        foreach (var reporter in new[] { School, null })
        {
            Assert.Equal(told, KnownContact.Of(kind, reporter).RunningClock(Contact.TellingTerm) is not null);
            Assert.Equal(told ? null : "nothing-to-tell", KnownContact.Of(kind, reporter).Tell([Mother], [Mother], Later)?.Code);
        }
    }

    [Fact]
    public void Telling_stops_the_clock_and_is_done_once()
    {
        var contact = KnownContact.Of(reporter: School);

        Assert.Null(contact.Tell([Mother], [Mother], Later));

        Assert.Null(contact.RunningClock(Contact.TellingTerm));
        Assert.Equal([Mother], Assert.Single(contact.Raised.OfType<ReportTold>()).Persons);
        Assert.True(contact.Tellings.Single().Everybody);
        Assert.Equal("already-told", contact.Tell([Mother], [Mother], Later)!.Code);
        Assert.Equal("already-told", contact.PostponeTelling("x", Today.AddDays(3), Limit, "lotte".At(Later))!.Code);
    }

    [Fact]
    public void One_parent_may_hear_of_it_later_than_the_other()
    {
        var contact = KnownContact.Of(reporter: School);

        Assert.Null(contact.Tell([Mother], [Mother, Father], Later));

        Assert.False(contact.Tellings.Single().Everybody);
        Assert.True(contact.IsTold(Mother));
        Assert.False(contact.IsTold(Father));
        Assert.NotNull(contact.RunningClock(Contact.TellingTerm));
        Assert.Equal("already-told", contact.Tell([Mother], [Mother, Father], Later)!.Code);
        Assert.Null(contact.PostponeTelling("He must not hear before she has moved.", Today.AddDays(10), Limit, "lotte".At(Later)));
        Assert.Null(contact.Tell([Father, Mother], [Mother, Father], Later));
        Assert.Null(contact.RunningClock(Contact.TellingTerm));
    }

    [Fact]
    public void About_people_whom_nobody_named_telling_is_done_once_too()
    {
        var contact = KnownContact.Of(reporter: School);
        Assert.Null(contact.Tell([], [], Later));
        Assert.Equal("already-told", contact.Tell([], [], Later)!.Code);
        // Whoever becomes known afterwards hears of it then.
        Assert.Null(contact.Tell([Father], [Father], Later));
    }

    [Fact]
    public void A_postponement_moves_the_end_of_the_term_to_its_last_day()
    {
        var contact = KnownContact.Of(reporter: School);

        Assert.Null(contact.PostponeTelling("The mother is not safe until she has moved.", Today.AddDays(10), Limit, "lotte".At(Later)));

        Assert.Equal(Today.AddDays(10), Assert.Single(contact.Raised.OfType<TellingPostponed>()).Until);
        Assert.Equal(WorkingDays.StartOf(Today.AddDays(11)), contact.RunningClock(Contact.TellingTerm)!.DueAt);
        Assert.Null(contact.PostponeTelling("She has not moved yet.", Today.AddDays(20), Limit, "lotte".At(Later)));
        Assert.Null(contact.Tell([Mother], [Mother], Later));
        Assert.Null(contact.RunningClock(Contact.TellingTerm));
    }

    [Fact]
    public void Only_safety_postpones_telling_and_never_without_an_end()
    {
        var contact = KnownContact.Of(reporter: School);

        Assert.Equal("postponement-without-reason", contact.PostponeTelling(" ", Today.AddDays(1), Limit, "lotte".At(Later))!.Code);
        Assert.Equal("postponement-without-end", contact.PostponeTelling("x", null, Limit, "lotte".At(Later))!.Code);
        Assert.Equal("postponement-without-end", contact.PostponeTelling("x", Today, Limit, "lotte".At(Later))!.Code);
        Assert.Empty(contact.Postponements);
    }

    [Fact]
    public void It_is_postponed_for_four_weeks_at_most_and_again_with_a_new_reason()
    {
        var contact = KnownContact.Of(reporter: School);

        Assert.Equal("postponement-too-long", contact.PostponeTelling("Not safe.", Today.AddDays(29), Limit, "lotte".At(Later))!.Code);
        Assert.Null(contact.PostponeTelling("Not safe.", Today.AddDays(28), Limit, "lotte".At(Later)));
        Assert.Equal("postponement-reason-repeated", contact.PostponeTelling("Not safe.", Today.AddDays(40), Limit, "lotte".At(Later.AddDays(20)))!.Code);
        Assert.Null(contact.PostponeTelling("She has not moved yet.", Today.AddDays(40), Limit, "lotte".At(Later.AddDays(20))));
        Assert.Equal(2, contact.Postponements.Count);
    }

    [Fact]
    public void A_professional_reports_openly_until_a_decision_says_otherwise()
    {
        var contact = KnownContact.Of(reporter: School);
        Assert.False(contact.ReporterIsShielded);
        Assert.Equal("shield-without-review", contact.DecideShielding(true, KnownContact.Decision, null, Checked, ReviewLimit, "lotte".At(Later))!.Code);
        Assert.Equal("shield-without-review", contact.DecideShielding(true, KnownContact.Decision, Today, Checked, ReviewLimit, "lotte".At(Later))!.Code);

        Assert.Null(contact.DecideShielding(true, KnownContact.Decision, Today.AddDays(90), Checked, ReviewLimit, "lotte".At(Later)));

        Assert.True(contact.ReporterIsShielded);
        Assert.Equal(Today.AddDays(90), Assert.Single(contact.Raised.OfType<ReporterShielded>()).ReviewOn);
        var published = Assert.Single(contact.Raised.OfType<DecisionPublished>());
        Assert.Equal(("reporterShield", "shielded"), (published.Kind, published.Outcome));
        Assert.Null(contact.DecideShielding(true, KnownContact.Decision, Today.AddDays(180), Checked, ReviewLimit, "lotte".At(Later.AddDays(60))));
        Assert.Equal(Today.AddDays(180), contact.Shielding!.ReviewOn);
    }

    [Fact]
    public void The_review_of_a_shield_has_a_term_that_is_warned_of_until_it_is_renewed_or_lifted()
    {
        var contact = KnownContact.Of(reporter: School);
        contact.DecideShielding(true, KnownContact.Decision, Today.AddDays(90), Checked, ReviewLimit, "lotte".At(Later));
        var first = contact.RunningClock(Contact.ShieldReviewTerm)!;
        Assert.Equal(WorkingDays.StartOf(Today.AddDays(91)), first.DueAt);
        contact.TellTheTime(first.WarnAt);
        Assert.Single(contact.Raised.OfType<ClockWarned>(), one => one.ClockId == first.Id);

        contact.DecideShielding(true, KnownContact.Decision, Today.AddDays(180), Checked, ReviewLimit, "lotte".At(first.WarnAt));
        Assert.NotNull(contact.Clocks.Single(one => one.Id == first.Id).StoppedAt);
        Assert.Equal(WorkingDays.StartOf(Today.AddDays(181)), contact.RunningClock(Contact.ShieldReviewTerm)!.DueAt);

        contact.LiftShield("C/16/123456", consent: null, "lotte".At(first.WarnAt));
        Assert.Null(contact.RunningClock(Contact.ShieldReviewTerm));
    }

    [Fact]
    public void A_wish_to_be_shielded_counts_until_it_is_decided_on()
    {
        var contact = KnownContact.Of(reporter: Shy);
        Assert.True(contact.ShieldedProvisionally);
        Assert.True(contact.ReporterIsShielded);

        Assert.Null(contact.DecideShielding(false, KnownContact.Decision, null, null, ReviewLimit, "lotte".At(Later)));

        Assert.False(contact.ShieldedProvisionally);
        Assert.False(contact.ReporterIsShielded);
        Assert.Single(contact.Raised.OfType<ReporterShieldLifted>());
        Assert.Equal("not-shielded", contact.DecideShielding(false, KnownContact.Decision, null, null, ReviewLimit, "lotte".At(Later))!.Code);
    }

    [Fact]
    public void A_decided_shield_is_lifted_by_a_court()
    {
        var contact = KnownContact.Of(reporter: Shy);
        Assert.Equal("not-shielded", contact.LiftShield("C/16/1", consent: null, "lotte".At(Later))!.Code);
        contact.DecideShielding(true, KnownContact.Decision, Today.AddDays(90), Checked, ReviewLimit, "lotte".At(Later));

        Assert.Equal("shield-needs-court-or-consent", contact.DecideShielding(false, KnownContact.Decision, null, null, ReviewLimit, "lotte".At(Later))!.Code);
        Assert.Equal("shield-needs-court-or-consent", contact.LiftShield(" ", consent: null, "lotte".At(Later))!.Code);
        Assert.Null(contact.LiftShield("C/16/123456", consent: null, "lotte".At(Later)));

        Assert.False(contact.ReporterIsShielded);
        Assert.Single(contact.Raised.OfType<ReporterShieldLifted>());
        Assert.Equal("not-shielded", contact.LiftShield("C/16/123456", consent: null, "lotte".At(Later))!.Code);
        Assert.Equal("shield-lifted-by-court", contact.DecideShielding(true, KnownContact.Decision, Today.AddDays(90), Checked, ReviewLimit, "lotte".At(Later))!.Code);
    }

    [Fact]
    public void A_reporter_who_agrees_is_not_shielded_any_longer_and_can_be_again()
    {
        var contact = KnownContact.Of(reporter: Shy);
        contact.DecideShielding(true, KnownContact.Decision, Today.AddDays(90), Checked, ReviewLimit, "lotte".At(Later));

        Assert.Equal("shield-needs-court-or-consent", contact.LiftShield("C/16/123456", "She agreed.", "lotte".At(Later))!.Code);
        Assert.True(contact.ReporterIsShielded);
        Assert.Null(contact.LiftShield(courtOrder: null, "She told Lotte on the phone that the family may know.", "lotte".At(Later)));

        Assert.False(contact.ReporterIsShielded);
        Assert.Null(contact.RunningClock(Contact.ShieldReviewTerm));
        Assert.Single(contact.Raised.OfType<ReporterShieldLifted>());
        // What a reporter gave away freely can become dangerous; what a court opened stays open.
        Assert.Null(contact.DecideShielding(true, KnownContact.Decision, Today.AddDays(90), Checked, ReviewLimit, "lotte".At(Later.AddDays(1))));
        Assert.True(contact.ReporterIsShielded);
    }

    [Fact]
    public void Those_concerned_are_not_told_while_nobody_decided_on_a_wish_to_be_shielded()
    {
        var contact = KnownContact.Of(reporter: Shy);
        Assert.Equal("shield-undecided", contact.Tell([Mother], [Mother], Later)!.Code);
        Assert.NotNull(contact.RunningClock(Contact.TellingTerm));
        Assert.Empty(contact.Tellings);

        Assert.Null(contact.DecideShielding(true, KnownContact.Decision, Today.AddDays(90), Checked, ReviewLimit, "lotte".At(Later)));

        Assert.Null(contact.Tell([Mother], [Mother], Later));
        Assert.Null(contact.RunningClock(Contact.TellingTerm));
    }

    [Fact]
    public void Near_its_deadline_and_in_danger_telling_waits_for_no_decision_and_a_term_runs_for_that()
    {
        var late = KnownContact.Of(reporter: Shy);
        var telling = late.RunningClock(Contact.TellingTerm)!;
        var dayOfDeadline = WorkingDays.DateOf(telling.DueAt).AddDays(-1);
        var near = WorkingDays.StartOf(dayOfDeadline.AddDays(-14)).AddHours(9);
        Assert.Equal("shield-undecided", late.Tell([Mother], [Mother], near.AddDays(-1))!.Code);
        Assert.Null(late.Tell([Mother], [Mother], near));
        Assert.Null(late.RunningClock(Contact.TellingTerm));
        Assert.True(late.ReporterIsShielded);
        var decision = late.RunningClock(Contact.ShieldDecisionTerm)!;
        Assert.Equal(WorkingDays.StartOf(dayOfDeadline.AddDays(-6)), decision.DueAt);
        Assert.Null(late.DecideShielding(false, KnownContact.Decision, null, null, ReviewLimit, "lotte".At(near)));
        Assert.NotNull(decision.StoppedAt);

        var danger = KnownContact.Of(ContactKind.Emergency, Shy);
        Assert.Null(danger.Tell([Mother], [Mother], Later));
        Assert.NotNull(danger.RunningClock(Contact.ShieldDecisionTerm));
        Assert.Null(danger.Tell([Father], [Mother, Father], Later.AddHours(1)));
        Assert.Single(danger.Clocks, clock => clock.Term == Contact.ShieldDecisionTerm);
    }

    [Fact]
    public void A_shield_is_looked_at_again_within_half_a_year()
    {
        var contact = KnownContact.Of(reporter: School);
        var last = WorkingDays.DateOf(ReviewLimit.DueAt(Later)).AddDays(-1);
        Assert.InRange(last.DayNumber - Today.DayNumber, 182, 189);

        Assert.Equal("shield-review-too-late", contact.DecideShielding(true, KnownContact.Decision, last.AddDays(1), Checked, ReviewLimit, "lotte".At(Later))!.Code);
        Assert.False(contact.ReporterIsShielded);
        Assert.Null(contact.DecideShielding(true, KnownContact.Decision, last, Checked, ReviewLimit, "lotte".At(Later)));
        Assert.Equal(ReviewLimit.LegalBasis, contact.RunningClock(Contact.ShieldReviewTerm)!.LegalBasis);
    }

    [Fact]
    public void Where_the_family_came_itself_there_is_nobody_to_shield() => Assert.Equal(
        "no-reporter", KnownContact.Of().DecideShielding(true, KnownContact.Decision, Today.AddDays(90), Checked, ReviewLimit, "lotte".At(Later))!.Code);

    [Theory]
    [InlineData("Seen by our teacher at De Zonnewijzer.", true)]
    [InlineData("Seen at SCHOOL.", true)]
    [InlineData("Seen by de buren.", false)]
    [InlineData("Seen at preschool.", false)]
    public void A_shield_holds_only_where_neither_role_nor_words_give_the_reporter_away(string text, bool givesAway)
    {
        var contact = KnownContact.Of(reporter: School, statements: Said(StatementAuthor.Reporter, text));
        var said = contact.Statements[0];
        Assert.False(contact.GivesReporterAway(said));
        Assert.Equal("shield-without-check", Shield(null)!.Code);
        Assert.Equal("shield-without-check", Shield(new(" ", []))!.Code);
        Assert.Equal("shield-given-away", Shield(new("De Zonnewijzer", [said.Id]))!.Code);
        Assert.Equal("no-such-statement", Shield(new("a professional", [Guid.CreateVersion7()]))!.Code);
        Assert.Equal(givesAway ? "shield-given-away" : null, Shield(new("a professional", []))?.Code);

        Assert.Null(Shield(new("a professional", [said.Id]), Later.AddDays(1)));
        Assert.True(contact.GivesReporterAway(said));
        contact.LiftShield("C/16/1", consent: null, "lotte".At(Later));
        Assert.False(contact.GivesReporterAway(said));

        Refusal? Shield(ReporterCheck? check, DateTimeOffset? at = null) =>
            contact.DecideShielding(true, KnownContact.Decision, Today.AddDays(90), check, ReviewLimit, "lotte".At(at ?? Later));
    }

    [Fact]
    public void What_is_said_later_or_was_said_before_gives_the_reporter_away_too()
    {
        var contact = KnownContact.Of(reporter: Shy, statements: Said(StatementAuthor.Reporter, "Our teacher at De Zonnewijzer saw it."));
        var said = contact.Statements[0];
        Assert.True(contact.GivesReporterAway(said));
        Assert.Null(contact.AmendStatement(said.Id, "A teacher saw it.", null, WorkingDays.DateOf(Later), KnownContact.By(Later)));
        Assert.True(contact.GivesReporterAway(said));

        contact.AddStatement(Said(StatementAuthor.Parent, "That must have been De Zonnewijzer again."), Later);
        var later = contact.Statements[^1];
        Assert.True(contact.GivesReporterAway(later));
    }

    [Fact]
    public void Words_that_were_shared_and_then_said_anew_with_the_reporters_name_are_held_back()
    {
        var contact = KnownContact.Of(reporter: Shy, statements: Said(StatementAuthor.Reporter, "Seen without a coat."));
        var said = contact.Statements[0];
        Assert.Null(contact.Share(said.Id, new(Mother, "lotte".At(Later), null, null), OfOneMother));
        Assert.Equal(said, Assert.Single(contact.SharedWith(Mother, Today)));

        Assert.Null(contact.AmendStatement(said.Id, "De Zonnewijzer saw it.", null, null, KnownContact.By(Later)));

        Assert.Empty(contact.SharedWith(Mother, Today));
        Assert.Equal("no-such-statement", contact.ContestShared(said.Id, ContestedPart.Content, "x", new("fatima", "", "family-member", Later, Mother))!.Code);
        Assert.Equal("gives-reporter-away", contact.Share(said.Id, new(Mother, "lotte".At(Later), null, null), OfOneMother)!.Code);
    }

    [Fact]
    public void Words_that_were_shared_before_it_was_decided_that_they_give_the_reporter_away_are_held_back()
    {
        var contact = KnownContact.Of(reporter: School, statements: Said(StatementAuthor.Reporter, "Seen without a coat."));
        var said = contact.Statements[0];
        Assert.Null(contact.Share(said.Id, new(Mother, "lotte".At(Later), null, null), OfOneMother));

        Assert.Null(contact.DecideShielding(true, KnownContact.Decision, Today.AddDays(90), new("a professional", [said.Id]), ReviewLimit, "lotte".At(Later)));
        Assert.Empty(contact.SharedWith(Mother, Today));

        contact.LiftShield("C/16/1", consent: null, "lotte".At(Later));
        Assert.Single(contact.SharedWith(Mother, Today));
    }

    [Fact]
    public void Where_the_role_tells_nobody_who_it_is_its_words_are_no_matter()
    {
        var contact = KnownContact.Of(reporter: Shy, statements: Said(StatementAuthor.Reporter, "Seen at school."));

        Assert.Null(contact.DecideShielding(true, KnownContact.Decision, Today.AddDays(90), new("School", []), ReviewLimit, "lotte".At(Later)));

        Assert.False(contact.GivesReporterAway(Assert.Single(contact.Statements)));
    }

    [Fact]
    public void An_unknown_reporter_has_no_name_and_nothing_to_shield()
    {
        Assert.Equal("anonymous-with-name", Contact.Register(
            new(ContactKind.Concern, ContactChannel.Phone, KnownContact.Now, Nobody with { Name = "x" }, null, [Said(StatementAuthor.Reporter, "Seen.")]),
            FamilyRecords.Nobody, Guid.CreateVersion7(), new Municipality("gm0344"), null, KnownContact.Limits, KnownContact.By(KnownContact.Now)).Refusal!.Code);

        var contact = KnownContact.Of(reporter: Nobody with { Shielded = true });
        Assert.False(contact.ReporterIsShielded);
        Assert.Equal("reporter-anonymous", contact.DecideShielding(true, KnownContact.Decision, Today.AddDays(90), Checked, ReviewLimit, "lotte".At(Later))!.Code);
    }

    [Fact]
    public void On_the_words_of_an_unknown_reporter_alone_nobody_is_investigated()
    {
        var contact = KnownContact.Of(reporter: Nobody);
        var asked = new InvestigationScope(["Is the child safe?"], [], []);
        Assert.Equal("anonymous-alone", contact.DecideTriage(TriageOutcome.Investigation, KnownContact.Decision, asked, "lotte".At(Later))!.Code);
        contact.AddStatement(Said(StatementAuthor.Parent, "We quarrel."), Later);
        var mother = contact.Statements[^1];
        contact.WithdrawStatement(mother.Id, WorkingDays.DateOf(Later), KnownContact.By(Later));
        Assert.Equal("anonymous-alone", contact.DecideTriage(TriageOutcome.Investigation, KnownContact.Decision, asked, "lotte".At(Later))!.Code);

        contact.AddStatement(Said(StatementAuthor.Professional, "The child was alone at home when we came."), Later);

        Assert.Null(contact.DecideTriage(TriageOutcome.Investigation, KnownContact.Decision, asked, "lotte".At(Later)));
        Assert.Null(KnownContact.Of(reporter: Nobody).DecideTriage(TriageOutcome.Emergency, KnownContact.Decision, new([], [], []), "lotte".At(Later)));
        Assert.Null(KnownContact.Of(reporter: Nobody).DecideTriage(TriageOutcome.LocalSupport, KnownContact.Decision, new([], [], []), "lotte".At(Later)));
    }

    static Words Said(StatementAuthor author, string text) => new(text, author, StatedAt: KnownContact.Now);
}
