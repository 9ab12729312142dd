using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Families;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

public class ResponsibilityTests
{
    static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Tuesday = Monday.AddDays(1);
    static readonly Municipality Utrecht = new("gm0344");
    static readonly Municipality Zeist = new("gm0355");
    static readonly TeamOnDuty OfUtrecht = new("gm0344-intake", "gm0344");
    static readonly TeamOnDuty OfZeist = new("gm0355-intake", "gm0355");
    static readonly TimeLimit Limit = new(Family.KeyWorkerAssignmentTerm, 5, TimeLimitUnit.WorkingDays, "x", default, null);
    static readonly Worker Lotte = Acting.Worker("lotte", "Lotte", "gm0344");
    static readonly Worker Daan = Acting.Worker("daan", "Daan", "gm0344");
    static readonly Worker Bram = Acting.Worker("bram", "Bram", "gm0355");
    static readonly Guid Eldest = Guid.CreateVersion7();
    static readonly Guid Youngest = Guid.CreateVersion7();
    static readonly Guid Mother = Guid.CreateVersion7();

    readonly Family family = Family.Open(
        Utrecht, [(Eldest, MemberRole.Child), (Youngest, MemberRole.Child), (Mother, MemberRole.Parent)], OfUtrecht, Limit, Monday, "lotte".At(Monday));

    [Fact]
    public void An_offer_lets_the_other_team_read_and_changes_nothing_yet()
    {
        var before = family.Raised.Count;

        Assert.Null(Offer([Eldest]));

        var offer = Assert.Single(family.Offers);
        Assert.Collection(family.Raised.Skip(before),
            said => Assert.Equal((offer.Id, "gm0355"), Assert.IsType<ResponsibilityOffered>(said) is { } offered ? (offered.OfferId, offered.ToMunicipality) : default),
            said => Assert.Equal((Relations.ReceivingTeam, "gm0355-intake", "gm0355"),
                Assert.IsType<InvolvementStarted>(said) is { } started ? (started.Relation, started.Team, started.Organisation) : default));
        Assert.Equal(Utrecht, family.ResponsibleFor(Eldest, Tuesday));
        Assert.All(family.Raised, said => Assert.Equal("gm0344", said.Municipality));
    }

    [Fact]
    public void An_offer_is_about_children_here_for_whom_one_is_responsible()
    {
        Assert.Equal("offer-without-children", Offer([])!.Code);
        Assert.Equal("offer-without-reason", family.OfferResponsibility([Eldest], Utrecht, Zeist, OfZeist, " ", Lotte.At(Monday))!.Code);
        Assert.Equal("not-a-child-here", Offer([Eldest, Mother])!.Code);
        Assert.Equal("not-a-child-here", Offer([Guid.CreateVersion7()])!.Code);
        Assert.Equal("already-responsible", family.OfferResponsibility([Eldest], Utrecht, Utrecht, OfUtrecht, "x", Lotte.At(Monday))!.Code);
        Assert.Equal("not-responsible", family.OfferResponsibility([Eldest], Zeist, new("gm0307"), OfZeist, "x", Bram.At(Monday))!.Code);
        Assert.Empty(family.Offers);

        Assert.Null(Offer([Eldest]));
        Assert.Equal("offered-already", Offer([Youngest, Eldest])!.Code);
        Assert.Null(Offer([Youngest]));
    }

    [Fact]
    public void A_child_who_left_is_not_offered()
    {
        family.EndMembership(Eldest, new DateOnly(2026, 11, 23), "lotte".At(Monday));

        Assert.Equal("not-a-child-here", family.OfferResponsibility([Eldest], Utrecht, Zeist, OfZeist, "x", Lotte.At(Tuesday))!.Code);
    }

    [Fact]
    public void Where_a_child_remains_the_familiar_face_stays()
    {
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));
        Offer([Eldest]);

        Assert.Null(Accept());

        Assert.Equal((Utrecht, Zeist, Utrecht), (
            family.ResponsibleFor(Eldest, Tuesday.AddTicks(-1)), family.ResponsibleFor(Eldest, Tuesday), family.ResponsibleFor(Youngest, Tuesday)));
        Assert.Equal([(Relations.AssigningTeam, "gm0344"), (Relations.DutyTeam, "gm0355"), (Relations.KeyWorker, "gm0344")], Active());
        Assert.Null(family.RunningClock(Family.KeyWorkerAssignmentTerm));
        var accepted = Assert.Single(family.Raised.OfType<ResponsibilityAccepted>());
        Assert.Equal((family.Offers[0].Id, "gm0355", "gm0344"), (accepted.OfferId, accepted.ToMunicipality, accepted.Municipality));
        Assert.Equal([Eldest], accepted.Children);
    }

    [Fact]
    public void Where_no_child_remains_everybody_steps_back_and_a_key_worker_is_sought_anew()
    {
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));
        family.Cover(Daan, Tuesday.AddDays(7), Tuesday.AddDays(14), "Leave.", "lotte".At(Monday));
        Offer([Eldest, Youngest, Eldest]);
        Assert.Equal([Eldest, Youngest], family.Offers[0].Children);

        Assert.Null(Accept());

        Assert.Equal([(Relations.DutyTeam, "gm0355")], Active());
        Assert.DoesNotContain(family.Assignments, one => one.ActiveAt(Tuesday.AddDays(8)) && one.Organisation == "gm0344");
        Assert.Equal(Tuesday, family.RunningClock(Family.KeyWorkerAssignmentTerm)!.StartedAt);
        Assert.Null(family.AssignKeyWorker(Bram, "yara".At(Tuesday) with { Organisation = "gm0355" }));
        Assert.Equal([(Relations.AssigningTeam, "gm0355"), (Relations.KeyWorker, "gm0355")], Active());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Within_one_organisation_the_people_stay_and_the_team_of_the_other_municipality_owns_the_family_or_gives_work_for_it(bool hasKeyWorker)
    {
        var (bunnik, ofBunnik) = (new Municipality("gm0312"), new TeamOnDuty("gm0312-intake", "gm0344"));
        if (hasKeyWorker)
            family.AssignKeyWorker(Lotte, "lotte".At(Monday));
        var sought = family.RunningClock(Family.KeyWorkerAssignmentTerm)?.Id;
        Assert.Null(family.OfferResponsibility([Eldest], Utrecht, bunnik, ofBunnik, "The eldest moves.", Lotte.At(Monday)));
        Assert.Null(family.AcceptResponsibility(family.Offers[0].Id, Limit, Daan.At(Tuesday)));
        Assert.Equal(["gm0344-intake"], Teams());

        Assert.Null(family.OfferResponsibility([Youngest], Utrecht, bunnik, ofBunnik, "They all move.", Lotte.At(Tuesday)));
        Assert.Null(family.AcceptResponsibility(family.Offers[1].Id, Limit, Daan.At(Tuesday)));

        Assert.Equal(["gm0312-intake"], Teams());
        Assert.Equal(hasKeyWorker ? "lotte" : null, family.KeyWorkerAt(Tuesday)?.Worker);
        Assert.Equal(hasKeyWorker ? Relations.AssigningTeam : Relations.DutyTeam, family.Assignments.Single(one => one.Team is not null && one.ActiveAt(Tuesday)).Relation);
        Assert.Equal(sought, family.RunningClock(Family.KeyWorkerAssignmentTerm)?.Id);

        List<string?> Teams() => [.. family.Assignments.Where(one => one.Team is not null && one.ActiveAt(Tuesday)).Select(one => one.Team)];
    }

    [Fact]
    public void A_term_that_runs_for_the_old_team_starts_anew_for_the_new_one()
    {
        Offer([Eldest, Youngest]);

        Accept();

        Assert.Equal(Tuesday, family.RunningClock(Family.KeyWorkerAssignmentTerm)!.StartedAt);
        Assert.Single(family.Clocks, clock => clock.StoppedAt is null);
    }

    [Fact]
    public void A_key_worker_of_one_municipality_leaves_the_team_of_the_other_in_place()
    {
        Offer([Eldest]);
        Accept();

        Assert.Null(family.AssignKeyWorker(Lotte, "lotte".At(Tuesday)));

        Assert.Equal([(Relations.AssigningTeam, "gm0344"), (Relations.DutyTeam, "gm0355"), (Relations.KeyWorker, "gm0344")], Active());
    }

    [Fact]
    public void Children_can_follow_one_by_one_and_come_back()
    {
        Offer([Eldest]);
        Accept();
        Offer([Youngest]);
        Assert.Null(family.AcceptResponsibility(family.Offers[1].Id, Limit, Bram.At(Tuesday)));
        Assert.Equal([(Relations.DutyTeam, "gm0355")], Active());

        Assert.Null(family.OfferResponsibility([Eldest], Zeist, Utrecht, OfUtrecht, "Home again.", Bram.At(Tuesday)));
        Assert.Null(family.AcceptResponsibility(family.Offers[2].Id, Limit, Lotte.At(Tuesday.AddDays(1))));

        Assert.Equal((Zeist, Utrecht), (family.ResponsibleFor(Eldest, Tuesday), family.ResponsibleFor(Eldest, Tuesday.AddDays(1))));
        Assert.Equal(Zeist, family.ResponsibleFor(Youngest, Tuesday.AddDays(1)));
    }

    [Fact]
    public void A_refusal_has_a_reason_and_ends_the_reading()
    {
        Offer([Eldest]);
        var offer = family.Offers[0];

        Assert.Equal("refusal-without-reason", family.RefuseResponsibility(offer.Id, " ", Bram.At(Tuesday))!.Code);
        Assert.Null(family.RefuseResponsibility(offer.Id, "They live in De Bilt.", Bram.At(Tuesday)));

        Assert.Equal([(Relations.DutyTeam, "gm0344")], Active());
        Assert.Equal((OfferAnswer.Refused, "They live in De Bilt.", "bram", Tuesday), (offer.Answer, offer.AnswerReason, offer.AnsweredBy, offer.AnsweredAt));
        Assert.Equal(Utrecht, family.ResponsibleFor(Eldest, Tuesday));
        Assert.Single(family.Raised.OfType<ResponsibilityRefused>());
        Assert.Null(Offer([Eldest]));
    }

    [Fact]
    public void What_was_offered_can_be_taken_back_by_who_offered_it()
    {
        Offer([Eldest]);
        var offer = family.Offers[0].Id;

        Assert.Equal("no-such-responsibility-offer", family.WithdrawResponsibility(offer, Bram.At(Tuesday))!.Code);
        Assert.Null(family.WithdrawResponsibility(offer, Daan.At(Tuesday)));

        Assert.Equal(offer, Assert.Single(family.Raised.OfType<ResponsibilityWithdrawn>()).OfferId);
        Assert.Equal([(Relations.DutyTeam, "gm0344")], Active());
        Assert.Equal("offer-answered", family.WithdrawResponsibility(offer, Lotte.At(Tuesday))!.Code);
    }

    [Fact]
    public void An_offer_is_answered_once_and_by_the_team_that_was_asked()
    {
        Offer([Eldest]);
        var offer = family.Offers[0].Id;
        Assert.Equal("no-such-responsibility-offer", family.AcceptResponsibility(offer, Limit, Lotte.At(Tuesday))!.Code);
        Assert.Equal("no-such-responsibility-offer", family.RefuseResponsibility(offer, "x", Lotte.At(Tuesday))!.Code);
        Assert.Equal("no-such-responsibility-offer", family.AcceptResponsibility(Guid.CreateVersion7(), Limit, Bram.At(Tuesday))!.Code);
        Accept();
        var version = family.Version;

        Assert.Equal("offer-answered", family.AcceptResponsibility(offer, Limit, Bram.At(Tuesday))!.Code);
        Assert.Equal("offer-answered", family.RefuseResponsibility(offer, "x", Bram.At(Tuesday))!.Code);
        Assert.Equal(version, family.Version);
    }

    Refusal? Offer(Guid[] children) => family.OfferResponsibility(children, Utrecht, Zeist, OfZeist, "The family moves.", Lotte.At(Monday));

    Refusal? Accept() => family.AcceptResponsibility(family.Offers[0].Id, Limit, Bram.At(Tuesday));

    IEnumerable<(string, string)> Active() => family.Assignments.Where(one => one.ActiveAt(Tuesday))
        .Select(one => (one.Relation, one.Organisation)).Order();
}
