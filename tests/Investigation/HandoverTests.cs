using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Support;

namespace Geborgen.Investigation.Tests;

/// <summary>After the conclusion: review and petition need the dossier, and then nobody is involved any more.</summary>
public class HandoverTests
{
    static readonly DateTimeOffset Now = Inquiry.Now;

    [Fact]
    public void Whoever_investigated_can_freeze_and_add_until_the_term_ends_by_its_clock()
    {
        var one = Inquiry.Ready();
        Assert.Null(one.AssignInvestigator(Acting.Worker("rosa", "Rosa", "rvt-utrecht", Worker.RegionalTeam), null, Inquiry.Handover, Inquiry.By(Now)));
        Assert.Null(one.Conclude());

        Assert.Equal("rosa", one.Investigator!.Worker);
        // Twenty-eight days from Monday 23 November 2026 end with Sunday 20 December.
        Assert.Equal(WorkingDays.StartOf(new(2026, 12, 21)), one.RunningClock("dossierHandover")!.DueAt);
        Assert.Null(one.FreezeDossier(Inquiry.By(Now.AddDays(7))));
        Assert.Null(one.AddStatement(Inquiry.Said(), Now.AddDays(8)));
        var later = one.Statements[^1];
        Assert.Null(one.AddToDossier(one.Dossiers[0].Id, [later.Id], Inquiry.By(Now.AddDays(8))));

        one.RunOut("dossierHandover");

        Assert.Null(one.Investigator);
        Assert.Null(one.RunningClock("dossierHandover"));
        Assert.Equal(WorkingDays.StartOf(new(2026, 12, 21)), one.Raised.OfType<InvolvementEnded>().Last().Until);
    }

    [Fact]
    public void The_team_that_owns_it_keeps_it_when_nobody_was_assigned()
    {
        var one = Inquiry.Ready();
        Assert.Null(one.Conclude());
        Assert.Equal("regionalTeam", Assert.Single(one.Assignments, assignment => assignment.Until is null).Relation);
    }

    [Fact]
    public void What_must_be_made_up_for_keeps_the_work_going_when_the_term_ends_first()
    {
        var one = Inquiry.Open().Planned().Heard();
        Assert.Null(one.Conclude("The report follows.", WorkingDays.StartOf(new(2027, 1, 29))));

        one.RunOut("dossierHandover");
        Assert.Contains(one.Assignments, assignment => assignment.Until is null);
        Assert.Equal("dossier-still-needed", one.CloseDossier(Inquiry.By(Now))!.Code);
        one.Drafted().Presented().Final();

        Assert.Equal(["assigningTeam"], one.Assignments.Where(assignment => assignment.Until is null).Select(assignment => assignment.Relation));
        Assert.Null(one.RunningClock("dossierHandover"));
    }

    [Fact]
    public void What_is_wrong_in_a_closed_dossier_is_corrected_by_who_is_named_for_that()
    {
        var one = Inquiry.Ready();
        Assert.Null(one.Conclude());
        Assert.Null(one.CloseDossier(Inquiry.By(Now)));
        var rosa = Acting.Worker("rosa", "Rosa", "rvt-utrecht", Worker.RegionalTeam);
        Assert.Equal("investigator-change-without-reason", one.AssignInvestigator(rosa, null, Inquiry.Handover, Inquiry.By(Now))!.Code);

        Assert.Null(one.AssignInvestigator(rosa, "Mother asks to correct a date.", Inquiry.Handover, Inquiry.By(Now.AddDays(100))));

        Assert.Equal("rosa", one.Investigator!.Worker);
        Assert.Null(one.CorrectStatement(one.Statements[0].Id, "It was Monday.", "Wrong day.", Inquiry.By(Now.AddDays(100))));
        Assert.Null(one.Reweigh(one.Statements[0].Id, "It changes nothing.", Inquiry.By(Now.AddDays(100))));
        one.RunOut("dossierHandover");
        Assert.Null(one.Investigator);
    }

    [Fact]
    public void A_dossier_that_nobody_needs_is_closed_before()
    {
        var one = Inquiry.Ready();
        Assert.Equal("dossier-still-needed", one.CloseDossier(Inquiry.By(Now))!.Code);
        Assert.Null(one.Conclude());

        Assert.Null(one.CloseDossier(Inquiry.By(Now.AddDays(1))));

        Assert.Equal(["assigningTeam"], one.Assignments.Where(assignment => assignment.Until is null).Select(assignment => assignment.Relation));
        Assert.Null(one.RunningClock("dossierHandover"));
        Assert.Equal("dossier-closed", one.CloseDossier(Inquiry.By(Now.AddDays(2)))!.Code);
    }
}
