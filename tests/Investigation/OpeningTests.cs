using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Investigation;
using Geborgen.Investigation.Investigations;
using Geborgen.Support;

namespace Geborgen.Investigation.Tests;

public class OpeningTests
{
    const string Danger = "Telling now would endanger the child.";

    static readonly Worker Worker = Acting.Worker("rosa", "Rosa", "rvt-utrecht", Casework.Worker.RegionalTeam);
    static readonly DateOnly Later = new(2026, 12, 1);

    [Fact]
    public void Only_a_colleague_of_the_regional_team_investigates()
    {
        var one = Inquiry.Open();

        Assert.Equal("no-such-worker", one.AssignInvestigator(Casework.Worker.Nobody("x"), null, Inquiry.Handover, Inquiry.By(Inquiry.Now))!.Code);
        Assert.Equal("no-such-worker", one.AssignInvestigator(Worker with { Organisation = "gm0344" }, null, Inquiry.Handover, Inquiry.By(Inquiry.Now))!.Code);
        Assert.Equal("no-such-worker", one.AssignInvestigator(Worker with { Active = false }, null, Inquiry.Handover, Inquiry.By(Inquiry.Now))!.Code);
        Assert.Equal("role-does-not-fit", one.AssignInvestigator(Worker with { Roles = ["court-liaison"] }, null, Inquiry.Handover, Inquiry.By(Inquiry.Now))!.Code);
    }

    [Fact]
    public void When_the_investigators_account_ends_the_team_owns_it_again_with_a_clock_until_another_does_it()
    {
        var one = Inquiry.Open();
        one.AssignInvestigator(Worker, null, Inquiry.Handover, Inquiry.By(Inquiry.Now));
        var limit = new TimeLimit(Investigations.Investigation.InvestigatorTerm, 2, TimeLimitUnit.WorkingDays, "x", default, null);
        var team = new TeamOnDuty("another", "rvt-utrecht");

        one.AccountEnded(Worker, team, limit, Inquiry.Now.AddHours(1));
        Assert.NotNull(one.Investigator);

        one.AccountEnded(Worker with { Active = false }, team, limit, Inquiry.Now.AddHours(1));
        Assert.Null(one.Investigator);
        Assert.Equal("rvt-utrecht-veiligheid", one.Assignments.Single(who => who.Relation == Relations.RegionalTeam && who.Until is null).Team);
        Assert.NotNull(one.RunningClock(Investigations.Investigation.InvestigatorTerm));

        Assert.Null(one.AssignInvestigator(Worker with { Account = "emma" }, "Rosa left.", Inquiry.Handover, Inquiry.By(Inquiry.Now.AddHours(2))));
        Assert.Null(one.RunningClock(Investigations.Investigation.InvestigatorTerm));
        Assert.Equal(["assigningTeam", "investigator"], one.Assignments.Where(who => who.Until is null).Select(who => who.Relation).Order());
    }

    [Fact]
    public void It_opens_with_the_team_on_duty_and_ten_weeks()
    {
        var opened = Inquiry.Open();

        Assert.Equal([typeof(InvestigationOpened), typeof(InvolvementStarted), typeof(ClockStarted)], opened.Raised.Select(one => one.GetType()));
        var involved = opened.Raised.OfType<InvolvementStarted>().Single();
        Assert.Equal(("regionalTeam", "rvt-utrecht-veiligheid", null), (involved.Relation, involved.Team, involved.Worker));
        // Ten weeks after Monday 23 November 2026 is Monday 1 February 2027.
        Assert.Equal(WorkingDays.StartOf(new(2027, 2, 2)), opened.RunningClock("investigation")!.DueAt);
        Assert.Equal(ClockOwner.Investigator, opened.RunningClock("investigation")!.Owner);
        Assert.Equal("investigator", opened.Raised.OfType<ClockStarted>().Single().Owner);
        Assert.Equal("first", opened.Raised.OfType<InvestigationOpened>().Single().Kind);
    }

    [Fact]
    public void The_investigator_takes_over_from_the_team_and_from_another()
    {
        var one = Inquiry.Open();

        Assert.Null(one.AssignInvestigator(Worker, null, Inquiry.Handover, Inquiry.By(Inquiry.Now)));
        Assert.Equal("already-investigator", one.AssignInvestigator(Worker, "x", Inquiry.Handover, Inquiry.By(Inquiry.Now))!.Code);
        Assert.Equal("investigator-change-without-reason", one.AssignInvestigator(Worker with { Account = "emma" }, " ", Inquiry.Handover, Inquiry.By(Inquiry.Now))!.Code);
        Assert.Null(one.AssignInvestigator(Worker with { Account = "emma" }, "Rosa is ill.", Inquiry.Handover, Inquiry.By(Inquiry.Now)));

        Assert.Equal(("emma", "Rosa is ill."), (one.Investigator!.Worker, one.Investigator.Reason));
        // The team stays to give it to another, and reads nothing of it.
        Assert.Equal([Relations.AssigningTeam, Relations.Investigator], one.Assignments.Where(assignment => assignment.Until is null).Select(assignment => assignment.Relation));
        Assert.Equal(2, one.Raised.OfType<InvolvementEnded>().Count());
    }

    [Fact]
    public void It_is_extended_once_and_its_term_does_not_start_again()
    {
        var one = Inquiry.Open();
        var due = one.RunningClock("investigation")!.DueAt;

        Assert.Null(one.Extend("Father came back.", Inquiry.By(Inquiry.Now)));
        Assert.Equal("already-extended", one.Extend("Again.", Inquiry.By(Inquiry.Now))!.Code);

        Assert.Equal(InvestigationKind.Extended, one.Kind);
        Assert.Equal(due, one.RunningClock("investigation")!.DueAt);
        Assert.Single(one.Raised.OfType<InvestigationExtended>());
    }

    [Fact]
    public void A_plan_answers_questions() =>
        Assert.Equal("questions-missing", Inquiry.Open().MakePlan("We look.", [" "], Inquiry.By(Inquiry.Now))!.Code);

    [Fact]
    public void A_source_is_asked_openly_or_with_a_reason()
    {
        var one = Inquiry.Open();

        Assert.Equal("source-behind-the-family", one.Consult(new(false, " ", Later))!.Code);
        Assert.Equal("source-behind-the-family", one.Consult(new(false, Danger))!.Code);
        Assert.Equal("source-behind-the-family", one.Consult(new(false, Danger, new(2026, 11, 23)))!.Code);
        Assert.Equal("consulted-in-future", one.Consult(on: new(2026, 11, 24))!.Code);
        Assert.Null(one.Consult(new(false, Danger, Later)));
        Assert.Null(one.Consult());
        Assert.Equal(2, one.Sources.Count);
        Assert.Equal(WorkingDays.StartOf(Later.AddDays(1)), Assert.Single(one.Clocks, clock => clock.Term == "sourceTelling").DueAt);
    }

    [Fact]
    public void What_the_family_does_not_know_is_told_later_or_looked_at_again()
    {
        var one = Inquiry.Open();
        Assert.Null(one.Consult(new(false, Danger, Later)));
        var source = one.Sources[0];
        Assert.Equal("no-such-source", one.TellOfSource(Guid.CreateVersion7(), new(true), Inquiry.By(Inquiry.Now))!.Code);
        Assert.Equal("source-behind-the-family", one.TellOfSource(source.Id, new(false, "Still."), Inquiry.By(Inquiry.Now))!.Code);

        Assert.Null(one.TellOfSource(source.Id, new(false, "He still threatens.", Later.AddDays(7)), Inquiry.By(Inquiry.Now.AddDays(8))));
        Assert.Equal((Danger, "He still threatens."), (source.Reviews[0].WhyNot, source.WhyFamilyDoesNotKnow));
        Assert.Equal(source.ClockId, one.RunningClock("sourceTelling")!.Id);

        Assert.Null(one.TellOfSource(source.Id, new(true), Inquiry.By(Inquiry.Now.AddDays(9))));
        Assert.Equal((true, Inquiry.Now.AddDays(9)), (source.FamilyKnows, source.ToldAt));
        Assert.Null(one.RunningClock("sourceTelling"));
        Assert.Equal(["notYet", "told"], one.Raised.OfType<SourceTellingRecorded>().Select(said => said.Outcome));
        Assert.Equal("family-knows-already", one.TellOfSource(source.Id, new(true), Inquiry.By(Inquiry.Now))!.Code);
    }

    [Fact]
    public void An_earlier_plan_stays_readable()
    {
        var one = Inquiry.Open().Planned();
        Assert.Null(one.MakePlan("We start at school.", ["Who sees her?"], Inquiry.By(Inquiry.Now.AddDays(1))));
        Assert.Equal("We start at school.", one.Plan!.Approach);
        var earlier = Assert.Single(one.EarlierPlans);
        Assert.Equal(("We speak with everybody.", Inquiry.Now.AddDays(1)), (earlier.Approach, earlier.ReplacedAt));
    }

    [Fact]
    public void Whom_it_concerns_can_change_and_then_their_voice_is_needed_or_not()
    {
        var (one, father) = (Inquiry.Open().Planned().Heard(), Guid.CreateVersion7());
        Assert.Equal("already-concerned", one.AddConcerned(Inquiry.Child, ConcernedRole.Child, "x", Inquiry.By(Inquiry.Now))!.Code);
        Assert.Equal("not-concerned", one.EndConcern(father, "x", Inquiry.By(Inquiry.Now))!.Code);

        Assert.Equal("not-of-the-family", one.AddConcerned(father, role: null, "x", Inquiry.By(Inquiry.Now))!.Code);
        Assert.Null(one.AddConcerned(father, ConcernedRole.Parent, "He was found.", Inquiry.By(Inquiry.Now)));
        Assert.Contains(father, one.Parents);
        Assert.Contains("parent-voice-missing", one.Missing().Select(missing => missing.Code));

        Assert.Null(one.EndConcern(father, "He is not the father.", Inquiry.By(Inquiry.Now)));
        Assert.DoesNotContain(father, one.Concerned);
        Assert.DoesNotContain("parent-voice-missing", one.Missing().Select(missing => missing.Code));
        Assert.Equal([("He was found.", ConcernedRole.Parent), ("He is not the father.", null)], one.ConcernedChanges.Select(change => (change.Reason, change.Role)));
        Assert.Equal(["parent", "ended"], one.Raised.OfType<ConcernedChanged>().Select(changed => changed.Change));
    }

    [Fact]
    public void Who_spoke_stays_one_of_those_concerned()
    {
        var one = Inquiry.Open().Planned().Heard();
        Assert.Equal("already-heard", one.EndConcern(Inquiry.Parent, "He is not the father.", Inquiry.By(Inquiry.Now))!.Code);

        Assert.Null(one.TakeOutStatement(one.Statements.Single(said => said.PersonId == Inquiry.Parent).Id, Inquiry.Now));
        Assert.Null(one.EndConcern(Inquiry.Parent, "It was another family's father.", Inquiry.By(Inquiry.Now)));
    }

    [Fact]
    public void In_a_household_without_children_every_adult_is_heard_and_answers()
    {
        Guid[] couple = [Guid.CreateVersion7(), Guid.CreateVersion7()];
        var one = Inquiry.Open(children: [], parents: [], adults: couple);
        Assert.Equal(couple, one.Raised.OfType<InvestigationOpened>().Single().Adults);
        Assert.Equal(StatementAuthor.Adult, one.AuthorOf(couple[0]));

        Assert.Null(one.Planned().Heard().Drafted().Presented().Final().Conclude());
    }

    [Fact]
    public void A_childs_words_reach_a_parents_partner_only_after_a_talk_and_a_safety_check()
    {
        var (one, partner) = (Inquiry.Open().Heard(), Guid.CreateVersion7());
        Assert.Null(one.AddConcerned(partner, ConcernedRole.Adult, "He moved in.", Inquiry.By(Inquiry.Now)));
        Assert.Equal("adult", one.Raised.OfType<ConcernedChanged>().Single().Change);

        Assert.Equal("child-not-spoken-with", one.Share(one.Statements[0].Id, new(partner, Inquiry.By(Inquiry.Now), null, null), new HashSet<Guid>())!.Code);
        Assert.Null(one.EndConcern(partner, "He moved out.", Inquiry.By(Inquiry.Now)));
        Assert.Empty(one.Adults);
    }

    [Fact]
    public void Of_what_was_concluded_the_work_is_done()
    {
        var one = Inquiry.Ready();
        Assert.Null(one.Conclude());

        Assert.All(
            [
                one.Extend("x", Inquiry.By(Inquiry.Now)), one.MakePlan("x", ["x"], Inquiry.By(Inquiry.Now)),
                one.Consult(), one.WriteReport([], null, Inquiry.By(Inquiry.Now)), one.Conclude(),
                one.Hear(Inquiry.Said(Inquiry.Child, StatementAuthor.Child), "Rosa", "x", Inquiry.Now), one.MissVoice(Inquiry.Child, WhyNot.TooYoung, "x", Inquiry.By(Inquiry.Now)),
                one.AskCounterExpertise(Inquiry.Parent, "x", Inquiry.TwoWeeks, Inquiry.By(Inquiry.Now)),
                one.AddConcerned(Guid.CreateVersion7(), ConcernedRole.Parent, "x", Inquiry.By(Inquiry.Now)), one.EndConcern(Inquiry.Parent, "x", Inquiry.By(Inquiry.Now)),
            ],
            refusal => Assert.Equal("already-concluded", refusal!.Code));
        Assert.Null(one.AddStatement(Inquiry.Said(), Inquiry.Now));
    }

    [Fact]
    public void Who_was_an_adult_here_once_is_one_for_a_childs_words()
    {
        var tom = Guid.CreateVersion7();
        var one = Inquiry.Open(children: [Inquiry.Child, tom]);
        one.AddStatement(Inquiry.Said(Inquiry.Child, StatementAuthor.Child), Inquiry.Now);

        foreach (var role in new[] { ConcernedRole.Adult, ConcernedRole.Child })
            one.FollowRole(tom, role, "It was a slip.", Inquiry.Now);

        Assert.Equal("child-not-spoken-with", one.Share(one.Statements[0].Id, new(tom, Inquiry.By(Inquiry.Now), null, null), new HashSet<Guid>())!.Code);
    }

    [Fact]
    public void Of_whom_the_family_knows_that_it_is_an_adult_a_childs_words_stay_apart_whatever_stands_here()
    {
        var tom = Guid.CreateVersion7();
        var one = Inquiry.Open(children: [Inquiry.Child, tom]);
        one.AddStatement(Inquiry.Said(Inquiry.Child, StatementAuthor.Child), Inquiry.Now);
        var family = one.Family() with { OnceAdults = new HashSet<Guid> { tom } };

        Assert.Equal("child-not-spoken-with", one.Share(one.Statements[0].Id, new(tom, Inquiry.By(Inquiry.Now), null, null), family)!.Code);
    }
}
