using Geborgen.Contracts.Casework;
using Geborgen.Support;

namespace Geborgen.Casework.Tests;

public class DataBreachTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    static readonly Guid Statement = Guid.CreateVersion7(), Family = Guid.CreateVersion7(), Child = Guid.CreateVersion7();
    static readonly TimeLimit Limit = new(DataBreach.NotificationTerm, 72, TimeLimitUnit.Hours, "AVG article 33", default, null);

    [Fact]
    public void It_is_recorded_with_its_readers_and_72_hours_run_from_the_discovery()
    {
        var breach = Recorded(Now.AddHours(-2));

        Assert.Equal([typeof(DataBreachRecorded), typeof(ClockStarted)], breach.Raised.Select(one => one.GetType()));
        var said = breach.Raised.OfType<DataBreachRecorded>().Single();
        Assert.Equal(("statement", Statement, Family, "gm0344"), (said.Kind, said.SubjectId, said.FamilyId, said.Municipality));
        var clock = breach.RunningClock(DataBreach.NotificationTerm)!;
        Assert.Equal((Now.AddHours(70), "AVG article 33", ClockOwner.PrivacyOfficer), (clock.DueAt, clock.LegalBasis, clock.Owner));
        Assert.Equal(("daan", "gm0344", null), (breach.Recipients[0].Account, breach.Recipients[0].Organisation, breach.Recipients[0].ToldAt));
        Assert.Equal([Child], breach.Concerned);
    }

    [Fact]
    public void It_has_a_reason_and_was_found_out_by_now()
    {
        Assert.Equal("removal-without-reason", Record(reason: " ").Refusal!.Code);
        Assert.Equal("discovered-in-future", Record(discovered: Now.AddSeconds(1)).Refusal!.Code);
    }

    [Fact]
    public void Who_had_read_it_elsewhere_is_told_as_well()
    {
        var breach = Recorded();
        var before = breach.Recipients.Count;

        breach.AddReaders([new("daan", "gm0344", Now), new("lotte", "gm0344", Now)], Now.AddHours(1));
        Assert.Equal(before, breach.Recipients.Count);
        breach.AddReaders([new("noor", "rvt-utrecht", Now), new("daan", "gm0344", Now)], Now.AddHours(1));

        var noor = breach.Recipients[^1];
        Assert.Equal((before + 1, "noor", "rvt-utrecht"), (breach.Recipients.Count, noor.Account, noor.Organisation));
        Assert.Equal([noor.Id], breach.Raised.OfType<BreachRecipientsFound>().Single().Recipients);
        Assert.Null(breach.Tell(noor.Id, "By telephone.", "lotte".At(Now.AddHours(2))));
    }

    [Fact]
    public void Each_recipient_is_told_once()
    {
        var breach = Recorded();
        var daan = breach.Recipients[0].Id;

        Assert.Equal("no-such-recipient", breach.Tell(Guid.CreateVersion7(), "x", "lotte".At(Now))!.Code);
        Assert.Equal("told-without-how", breach.Tell(daan, " ", "lotte".At(Now))!.Code);
        Assert.Null(breach.Tell(daan, "By telephone.", "lotte".At(Now.AddHours(1))));
        Assert.Equal("recipient-told-already", breach.Tell(daan, "x", "lotte".At(Now))!.Code);

        Assert.Equal((Now.AddHours(1), "lotte", "By telephone."), (breach.Recipients[0].ToldAt, breach.Recipients[0].ToldBy, breach.Recipients[0].How));
        Assert.Null(breach.Recipients[1].ToldAt);
        Assert.Equal(daan, breach.Raised.OfType<BreachRecipientTold>().Single().RecipientId);
    }

    [Fact]
    public void Whether_the_authority_was_told_has_its_reference_or_a_reason_and_ends_the_term()
    {
        var (told, notTold) = (Recorded(), Recorded());

        Assert.Equal("notification-without-reference", told.Assess(true, " ", "x", "pieter".At(Now))!.Code);
        Assert.Equal("no-notification-without-reason", told.Assess(false, "x", null, "pieter".At(Now))!.Code);
        Assert.Null(told.Assess(true, "AP-2026-1", null, "pieter".At(Now)));
        Assert.Equal("breach-assessed-already", told.Assess(true, "AP-2026-1", null, "pieter".At(Now))!.Code);
        Assert.Null(notTold.Assess(false, null, "Only two colleagues saw it.", "pieter".At(Now)));

        Assert.Equal(("notified", "notNotified"), (Outcome(told), Outcome(notTold)));
        Assert.Null(told.RunningClock(DataBreach.NotificationTerm));
        Assert.Equal((true, "AP-2026-1", "pieter"), (told.Assessment!.Notified, told.Assessment.Reference, told.Assessment.By));

        static string Outcome(DataBreach breach) => breach.Raised.OfType<DataBreachAssessed>().Single().Outcome;
    }

    [Fact]
    public void A_term_that_ran_out_keeps_nobody_from_assessing()
    {
        var breach = Recorded();
        var clock = breach.RunningClock(DataBreach.NotificationTerm)!;
        breach.TellTheTime(clock.DueAt);

        Assert.Null(breach.Assess(true, "AP-2026-1", "Found late.", "pieter".At(clock.DueAt.AddHours(1))));
        Assert.Single(breach.Raised.OfType<ClockOverdue>());
    }

    static DataBreach Recorded(DateTimeOffset? discovered = null) => Record(discovered: discovered).Breach!;

    static (DataBreach? Breach, Refusal? Refusal) Record(string reason = "It is about another child.", DateTimeOffset? discovered = null) =>
        DataBreach.Record(
            new(BreachSubject.Statement, Statement, Family, new Municipality("gm0344"), [Child, Child], reason, discovered),
            [new("daan", "gm0344", Now.AddDays(-1)), new("rosa", "rvt-utrecht", Now.AddDays(-2))], "lotte", Limit, Now);
}
