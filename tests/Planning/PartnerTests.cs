using Geborgen.Casework;
using Geborgen.Contracts.Planning;
using Geborgen.Planning.Plans;
using Geborgen.Support;

namespace Geborgen.Planning.Tests;

/// <summary>Who joins does so beside the key worker, sees what is shared and the own actions, and nothing else.</summary>
public class PartnerTests
{
    [Fact]
    public void One_more_face_needs_a_reason() =>
        Assert.Equal(PlanRefusals.JoinedWithoutReason, new APlan(6).Plan.Join(PartnerKind.DebtHelp, "Ans", "Debt help", " ", APlan.Lotte));

    [Fact]
    public void Who_leaves_leaves_once()
    {
        var one = new APlan(6);
        var partner = one.Joined();

        Assert.Null(one.Plan.Leave(partner.Id, APlan.Lotte));

        Assert.Empty(one.Plan.PartnersAt(APlan.Now));
        Assert.Equal(PlanRefusals.NoSuchPartner, one.Plan.Leave(partner.Id, APlan.Lotte));
    }

    [Fact]
    public void A_code_lets_one_person_in_however_it_is_typed()
    {
        var one = new APlan(6);
        var partner = one.Joined();
        var code = one.Plan.Invite(partner.Id, APlan.AWeek, APlan.Lotte).Code!;

        Assert.Null(one.Plan.Enter($" {code.ToLowerInvariant()} ", "oma".At(APlan.Now)));

        Assert.Equal(partner, one.Plan.PartnerBehind("oma", APlan.Now));
        Assert.Equal(PlanRefusals.NoSuchInvitation, one.Plan.Enter(code, "somebody".At(APlan.Now)));
        Assert.Null(one.Plan.Enter(code, "oma".At(APlan.Now)));
    }

    [Fact]
    public void A_code_counts_for_a_week()
    {
        var one = new APlan(6);
        var code = one.Plan.Invite(one.Joined().Id, APlan.AWeek, APlan.Lotte).Code!;

        Assert.Equal(PlanRefusals.NoSuchInvitation, one.Plan.Enter(code, "oma".At(APlan.Now.AddDays(7))));
    }

    [Fact]
    public void A_new_code_takes_the_place_of_an_earlier_one()
    {
        var one = new APlan(6);
        var partner = one.Joined();
        var earlier = one.Plan.Invite(partner.Id, APlan.AWeek, APlan.Lotte).Code!;
        one.Plan.Invite(partner.Id, APlan.AWeek, APlan.Lotte);

        Assert.Equal(PlanRefusals.NoSuchInvitation, one.Plan.Enter(earlier, "oma".At(APlan.Now)));
    }

    [Fact]
    public void Nobody_lets_oneself_in()
    {
        var one = new APlan(6);
        var code = one.Plan.Invite(one.Joined().Id, APlan.AWeek, APlan.Lotte).Code!;

        Assert.Equal(ActorRefusals.NotOneself, one.Plan.Enter(code, APlan.Lotte));
    }

    [Fact]
    public void Who_is_in_gets_no_other_code_and_no_second_part()
    {
        var one = new APlan(6);
        var partner = one.Entered("oma");

        Assert.Equal(PlanRefusals.AlreadyIn, one.Plan.Invite(partner.Id, APlan.AWeek, APlan.Lotte).Refusal);
        Assert.Equal(PlanRefusals.AlreadyIn, one.Plan.Enter(one.Plan.Invite(one.Joined().Id, APlan.AWeek, APlan.Lotte).Code!, "oma".At(APlan.Now)));
        Assert.Equal(PlanRefusals.NoSuchPartner, one.Plan.Invite(Guid.CreateVersion7(), APlan.AWeek, APlan.Lotte).Refusal);
    }

    [Fact]
    public void A_code_of_who_left_lets_nobody_in()
    {
        var one = new APlan(6);
        var partner = one.Joined();
        var code = one.Plan.Invite(partner.Id, APlan.AWeek, APlan.Lotte).Code!;
        one.Plan.Leave(partner.Id, APlan.Lotte);

        Assert.Equal(PlanRefusals.NoSuchInvitation, one.Plan.Enter(code, "oma".At(APlan.Now)));
    }

    [Fact]
    public void A_part_is_shared_from_a_day_until_a_day()
    {
        var one = new APlan(6).Drafted();
        var (goal, partner) = (one.Goal(one.Mother), one.Joined());

        Assert.Equal(PlanRefusals.ShareWithoutDays, one.Plan.SharePart(partner.Id, goal, APlan.Today, APlan.Today.AddDays(-1), APlan.Lotte));
        Assert.Null(one.Plan.SharePart(partner.Id, goal, APlan.Today.AddDays(1), APlan.Today.AddDays(2), APlan.Lotte));

        Assert.Equal([false, true, true, false], Enumerable.Range(0, 4).Select(days => partner.Shares[0].HoldsAt(APlan.Now.AddDays(days))));
    }

    [Fact]
    public void Of_what_was_shared_until_a_second_ago_nothing_is_read()
    {
        var one = new APlan(6).Drafted();
        var (goal, partner) = (one.Goal(one.Mother), one.Entered("oma"));
        one.Plan.SharePart(partner.Id, goal, APlan.Today, APlan.Today.AddDays(7), APlan.Lotte);
        Assert.Equal([one.Mother], one.Plan.PersonsNamedTo("oma", APlan.Now));

        Assert.Null(one.Plan.EndShare(partner.Shares[0].Id, APlan.Lotte));

        Assert.False(partner.Shares[0].HoldsAt(APlan.Now));
        Assert.Empty(one.Plan.PersonsNamedTo("oma", APlan.Now.AddSeconds(1)));
        Assert.Equal(PlanRefusals.NoSuchShare, one.Plan.EndShare(partner.Shares[0].Id, APlan.Lotte));
    }

    [Fact]
    public void What_is_no_part_of_the_plan_is_not_shared_nor_a_childs_own_words()
    {
        var one = new APlan(6).Drafted();
        var partner = one.Joined();
        one.Plan.SetOwnGoal(LifeDomain.School, "To have a friend.", null, one.Family, "milan".At(APlan.Now, one.Child));

        Assert.Equal(PlanRefusals.NoSuchPart, one.Plan.SharePart(partner.Id, Guid.CreateVersion7(), APlan.Today, APlan.Today, APlan.Lotte));
        Assert.Equal(PlanRefusals.NoSuchPart, one.Plan.SharePart(partner.Id, one.Plan.Goals[0].Id, APlan.Today, APlan.Today, APlan.Lotte));
        Assert.Equal(PlanRefusals.NoSuchPartner, one.Plan.SharePart(Guid.CreateVersion7(), one.Plan.Goals[0].Id, APlan.Today, APlan.Today, APlan.Lotte));
    }

    [Fact]
    public void A_helper_of_the_network_speaks_under_the_name_by_which_the_family_knows_them()
    {
        var one = new APlan(6).Drafted();
        var partner = one.Joined();
        one.Act(APlan.By(partner: partner.Id));

        Assert.Null(one.Plan.ReportAction(one.Plan.Actions[0].Id, "They were glad.", null, new(null, partner.Id), one.Family, "oma".At(APlan.Now)));

        Assert.Equal((StatementAuthor.Network, "Oma"), (one.Plan.Statements[^1].Author, one.Plan.Statements[^1].AuthorName));
    }

    [Fact]
    public void Help_from_the_network_outlives_the_plan_and_reads_nothing_of_it()
    {
        var one = new APlan(6).Running();
        var (oma, school, goal) = (one.Entered("oma"), one.Joined(PartnerKind.School, "School"), one.Goal(one.Mother));
        one.Plan.SharePart(oma.Id, goal, APlan.Today, APlan.Today.AddDays(7), APlan.Lotte);
        one.Plan.Evaluate(APlan.Looked(), APlan.Lotte);

        Assert.Null(one.Plan.Close(PlanOutcome.GoesOnWithNetwork, "Oma goes on.", APlan.Lotte));

        Assert.Equal([oma], one.Plan.PartnersAt(APlan.Now));
        Assert.False(oma.Shares[0].HoldsAt(APlan.Now));
        Assert.Equal(school.Id, one.Plan.Raised.OfType<PlanLeft>().Single().PartnerId);
    }
}
