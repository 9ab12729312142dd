using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Families;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

public class ClosingTests
{
    static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Friday = Monday.AddDays(4);
    static readonly Municipality Utrecht = new("gm0344");
    static readonly TeamOnDuty OfUtrecht = new("gm0344-intake", "gm0344");
    static readonly TeamOnDuty OfZeist = new("gm0355-intake", "gm0355");
    static readonly TimeLimit Limit = new(Family.KeyWorkerAssignmentTerm, 5, TimeLimitUnit.WorkingDays, "x", default, null);
    static readonly TimeLimit WishLimit = new(Family.KeyWorkerWishTerm, 5, TimeLimitUnit.WorkingDays, "x", default, null);
    static readonly Worker Lotte = Acting.Worker("lotte", "Lotte", "gm0344");
    static readonly Worker Daan = Acting.Worker("daan", "Daan", "gm0344");
    static readonly Guid Child = Guid.CreateVersion7();
    static readonly Guid Mother = Guid.CreateVersion7();

    readonly Family family = Family.Open(
        Utrecht, [(Child, MemberRole.Child), (Mother, MemberRole.Parent)], OfUtrecht, Limit, Monday, "lotte".At(Monday));

    [Fact]
    public void A_closed_file_is_with_nobody_but_the_team_that_can_open_it_again()
    {
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));
        family.AddDuo(Daan, "Two see more.", "lotte".At(Monday));
        family.Cover(Daan, Friday.AddDays(7), Friday.AddDays(14), "Leave.", "lotte".At(Monday));
        family.Consult(Acting.Worker("eva", "Eva", "gm0344"), 20, "She knows debts.", "lotte".At(Monday));

        Assert.Null(Close());

        Assert.Equal(Friday, family.ClosedAt);
        Assert.Equal([Relations.AssigningTeam], family.Assignments.Where(one => one.Until is not { } until || until > Friday).Select(one => one.Relation));
        Assert.All(family.Assignments.Where(one => one.Worker is not null), one => Assert.Equal((Friday, "We want to know more."), (one.Until, one.WhyEnded)));
        var closed = Assert.Single(family.Raised.OfType<FamilyClosed>());
        Assert.Equal((new DateOnly(2026, 11, 27), family.Closings[0].DecisionId), (closed.ClosedOn, closed.DecisionId));
        var published = Assert.Single(family.Raised.OfType<DecisionPublished>());
        Assert.Equal((closed.DecisionId, "closing", "closed", "complaint"), (published.DecisionId, published.Kind, published.Outcome, published.Remedy));
        Assert.DoesNotContain(family.Clocks, clock => clock.StoppedAt is null);
    }

    [Fact]
    public void The_team_on_duty_closes_what_needs_no_key_worker()
    {
        Assert.Equal("key-worker-sought", Close()!.Code);
        family.NeedNoKeyWorker("lotte".At(Monday));

        Assert.Null(Close());
        Assert.Equal([Relations.AssigningTeam], family.Assignments.Where(one => one.ActiveAt(Friday)).Select(one => one.Relation));
    }

    [Theory]
    [InlineData("emergency-open", true, true, true, true, true)]
    [InlineData("danger-stands", false, true, true, true, true)]
    [InlineData("contact-undecided", false, false, true, true, true)]
    [InlineData("investigation-open", false, false, false, true, true)]
    [InlineData("telling-open", false, false, false, false, true)]
    public void What_still_runs_elsewhere_is_finished_first(string code, bool emergency, bool danger, bool contact, bool investigation, bool telling)
    {
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));

        Assert.Equal(code, family.Close(KnownContact.Decision, new(contact, emergency, investigation, telling, danger), "lotte".At(Friday))!.Code);
        Assert.Null(family.ClosedAt);
        Assert.NotNull(family.KeyWorkerAt(Friday));
    }

    [Fact]
    public void What_still_runs_in_the_file_is_finished_first()
    {
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));
        family.OfferResponsibility([Child], Utrecht, new("gm0355"), OfZeist, "They moved.", Lotte.At(Monday));
        family.StartSupport("Grandmother", "Cooks.", new(2026, 11, 20), "lotte".At(Monday));
        family.AskForAnotherKeyWorker("Somebody else, please.", Mother, WishLimit, "mother".At(Monday));

        Assert.Equal("offer-open", Close()!.Code);
        family.WithdrawResponsibility(family.Offers[0].Id, Lotte.At(Monday));
        Assert.Equal("support-running", Close()!.Code);
        family.EndSupport(family.Supports[0].Id, new(2026, 11, 23), "lotte".At(Monday));
        Assert.Equal("key-worker-wish-open", Close()!.Code);
        family.AnswerKeyWorkerWish(family.KeyWorkerWishes[0].Id, "We talked, and it is all right now.", "lotte".At(Monday));
        Assert.Null(Close());
    }

    [Fact]
    public void Nothing_is_done_to_a_closed_file()
    {
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));
        Assert.Null(Close());
        var other = Family.Open(Utrecht, [(Guid.CreateVersion7(), MemberRole.Child)], OfUtrecht, Limit, Monday, "lotte".At(Monday));

        Assert.All(
            [
                Close(), family.AssignKeyWorker(Lotte, "lotte".At(Friday)), family.Cover(Daan, Friday, Friday.AddDays(1), "x", "lotte".At(Friday)), family.AddDuo(Daan, "x", "lotte".At(Friday)),
                family.HandOverKeyWorker(Daan, "x", null, "lotte".At(Friday)), family.ReleaseKeyWorker("x", OfUtrecht, Limit, "lotte".At(Friday)),
                family.Consult(Daan, 1, "x", "lotte".At(Friday)), family.StartSupport("x", "x", new(2026, 11, 27), "lotte".At(Friday)),
                family.AddMember(Guid.CreateVersion7(), MemberRole.Child, new(2026, 11, 27), "lotte".At(Friday)), family.EndMembership(Child, new(2026, 11, 27), "lotte".At(Friday)),
                family.RecordAuthority(Child, Mother, AuthorityKind.Authority, "x", new(2026, 11, 27), "lotte".At(Friday)),
                family.OfferResponsibility([Child], Utrecht, new("gm0355"), OfZeist, "x", Lotte.At(Friday)),
                family.AskForAnotherKeyWorker("x", Mother, WishLimit, "mother".At(Friday)),
                family.Split([Child], [], "x", Limit, "lotte".At(Friday)).Refusal, family.Merge(other, new Dictionary<Guid, Guid>(), "x", Limit, "lotte".At(Friday)),
                other.Merge(family, new Dictionary<Guid, Guid>(), "x", Limit, "lotte".At(Friday)),
            ],
            refusal => Assert.Equal("file-closed", refusal!.Code));
    }

    [Fact]
    public void A_file_that_is_opened_again_is_owned_by_the_team_and_a_key_worker_is_sought()
    {
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));
        Assert.Equal("file-not-closed", Reopen(ReopeningCause.FamilyAsked, "x")!.Code);
        Assert.Null(Close());
        Assert.Equal("reopened-without-reason", Reopen(ReopeningCause.FamilyAsked, " ")!.Code);

        Assert.Null(Reopen(ReopeningCause.FamilyAsked, "You asked us to help again."));

        Assert.Null(family.ClosedAt);
        Assert.Equal([Relations.DutyTeam], family.Assignments.Where(one => one.ActiveAt(Friday)).Select(one => one.Relation));
        Assert.NotNull(family.RunningClock(Family.KeyWorkerAssignmentTerm));
        Assert.Equal("familyAsked", Assert.Single(family.Raised.OfType<FamilyReopened>()).Cause);
        var closing = Assert.Single(family.Closings);
        Assert.Equal((Friday, ReopeningCause.FamilyAsked, "You asked us to help again."), (closing.ReopenedAt, closing.ReopenedFor, closing.WhyReopened));
        Assert.Null(family.AssignKeyWorker(Daan, "lotte".At(Friday)));
        Assert.Null(Close());
        Assert.Equal(2, family.Closings.Count);
    }

    [Fact]
    public void Danger_opens_a_file_again_without_a_word()
    {
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));
        Assert.Null(Close());

        Assert.Null(Reopen(ReopeningCause.Emergency, null));

        Assert.Equal("emergency", Assert.Single(family.Raised.OfType<FamilyReopened>()).Cause);
    }

    Refusal? Close() => family.Close(KnownContact.Decision, new(), "lotte".At(Friday));

    Refusal? Reopen(ReopeningCause cause, string? why) => family.Reopen(cause, why, OfUtrecht, Limit, Friday);
}
