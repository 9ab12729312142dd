using Geborgen.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Families;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

public class FamilyMembersTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2026, 11, 23);
    static readonly Guid Child = Guid.CreateVersion7();
    static readonly Guid Mother = Guid.CreateVersion7();

    readonly Family family = Family.Open(
        new Municipality("gm0344"), [(Child, MemberRole.Child), (Mother, MemberRole.Parent)], new TeamOnDuty("gm0344-intake", "gm0344"),
        new TimeLimit(Family.KeyWorkerAssignmentTerm, 5, TimeLimitUnit.WorkingDays, "x", default, null), Now, "lotte".At(Now));

    [Fact]
    public void Somebody_new_joins_once()
    {
        var partner = Guid.CreateVersion7();

        Assert.Equal("membership-in-future", family.AddMember(partner, MemberRole.Partner, Today.AddDays(1), "lotte".At(Now))!.Code);
        Assert.Null(family.AddMember(partner, MemberRole.Partner, Today, "lotte".At(Now)));
        Assert.Equal("already-member", family.AddMember(partner, MemberRole.Other, Today, "lotte".At(Now))!.Code);

        Assert.Equal(new FamilyMember(partner, "partner", Today), Assert.IsType<MemberAdded>(family.Raised[^1]).Member);
    }

    [Fact]
    public void A_known_person_is_one_known_to_this_family()
    {
        var known = Guid.CreateVersion7();
        Assert.Equal("not-known-to-family", family.AddKnownMember(known, MemberRole.Child, Today, "lotte".At(Now))!.Code);

        family.ConfirmLink(Child, known, "lotte".At(Now));

        Assert.Equal("not-known-to-family", family.AddKnownMember(known, MemberRole.Child, Today, "lotte".At(Now))!.Code);
        Assert.Equal([Child, Mother], family.Members.Select(one => one.PersonId));
    }

    [Fact]
    public void A_link_is_of_somebody_who_belongs_to_the_family_now()
    {
        family.EndMembership(Mother, Today, "lotte".At(Now));

        Assert.Equal("not-proposed", family.ConfirmLink(Mother, Guid.CreateVersion7(), "lotte".At(Now))!.Code);
    }

    [Fact]
    public void A_member_is_shared_with_another_file_for_a_time()
    {
        var (other, third) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.Equal("no-such-member", family.Share(Guid.CreateVersion7(), other, residence: false, until: null, "lotte".At(Now))!.Code);
        Assert.Null(family.Share(Mother, other, residence: false, Today.AddDays(1), "lotte".At(Now)));
        Assert.NotNull(family.SharedWith(other, Mother, Now.AddDays(1)));
        Assert.Null(family.SharedWith(other, Mother, Now.AddDays(2)));
        Assert.Null(family.SharedWith(third, Mother, Now));

        Assert.Null(family.Share(Mother, other, residence: true, until: null, "lotte".At(Now)));
        Assert.True(family.SharedWith(other, Mother, Now.AddDays(2))!.Residence);
        Assert.Null(family.Share(Mother, other, residence: true, Today.AddDays(-1), "lotte".At(Now)));

        Assert.Null(family.SharedWith(other, Mother, Now));
        Assert.Equal(2, family.Sharings.Count);
    }

    [Fact]
    public void Of_who_left_nothing_is_shared_any_more()
    {
        var other = Guid.CreateVersion7();
        family.Share(Mother, other, residence: true, until: null, "lotte".At(Now));

        family.EndMembership(Mother, Today, "lotte".At(Now));

        Assert.Null(family.SharedWith(other, Mother, Now.AddDays(1)));
    }

    [Fact]
    public void Who_left_can_come_back_another_day()
    {
        Assert.Null(family.EndMembership(Mother, Today, "lotte".At(Now)));
        Assert.Equal("already-member", family.AddKnownMember(Mother, MemberRole.Parent, Today, "lotte".At(Now))!.Code);

        Assert.Null(family.AddKnownMember(Mother, MemberRole.Parent, Today.AddDays(1), "lotte".At(Now.AddDays(1))));

        Assert.Equal([Today, null], family.Members.Where(one => one.PersonId == Mother).Select(one => one.Until));
    }

    [Fact]
    public void A_membership_ends_once_and_within_its_time()
    {
        Assert.Equal("no-such-member", family.EndMembership(Guid.CreateVersion7(), Today, "lotte".At(Now))!.Code);
        Assert.Equal("membership-without-time", family.EndMembership(Mother, Today.AddDays(-1), "lotte".At(Now))!.Code);
        Assert.Equal("membership-without-time", family.EndMembership(Mother, Today.AddDays(1), "lotte".At(Now))!.Code);
        Assert.Null(family.EndMembership(Mother, Today, "lotte".At(Now)));
        Assert.Equal((Mother, Today), Assert.IsType<MemberRemoved>(family.Raised[^1]) is { } left ? (left.PersonId, left.Until) : default);
        Assert.Equal("no-such-member", family.EndMembership(Mother, Today, "lotte".At(Now))!.Code);
    }

    [Fact]
    public void Who_was_recorded_in_error_leaves_no_membership()
    {
        Authority(Child, Mother);
        Assert.Equal("no-such-member", family.TakeOutMember(Guid.CreateVersion7(), "lotte".At(Now))!.Code);

        Assert.Null(family.TakeOutMember(Mother, "lotte".At(Now)));

        Assert.Equal(Child, Assert.Single(family.Members).PersonId);
        Assert.Empty(family.Authorities);
        Assert.Equal(Mother, Assert.IsType<PersonTakenOut>(family.Raised[^1]).PersonId);
        Assert.Equal("no-such-member", family.TakeOutMember(Mother, "lotte".At(Now))!.Code);
    }

    [Fact]
    public void A_child_on_offer_is_not_taken_out()
    {
        family.OfferResponsibility([Child], new("gm0344"), new("gm0355"), new("gm0355-intake", "gm0355"), "x", "lotte".At(Now));

        Assert.Equal("offer-open", family.TakeOutMember(Child, "lotte".At(Now))!.Code);
    }

    [Fact]
    public void An_account_is_tied_by_somebody_else_and_once()
    {
        Assert.Equal("account-works-here", family.LinkAccount(Mother, "daan", "lotte".At(Now), worksHere: true)!.Code);
        Assert.Equal("account-of-officer", family.LinkAccount(Mother, "pieter", "lotte".At(Now), isOfficer: true)!.Code);
        Assert.Equal("not-oneself", family.LinkAccount(Mother, "lotte", "lotte".At(Now))!.Code);
        Assert.Equal("no-such-member", family.LinkAccount(Guid.CreateVersion7(), "mother", "lotte".At(Now))!.Code);
        Assert.Null(family.LinkAccount(Mother, "mother", "lotte".At(Now)));
        Assert.Equal("mother", Assert.IsType<MemberAccountLinked>(family.Raised[^1]).Account);
        Assert.Equal("account-already-linked", family.LinkAccount(Mother, "mother", "lotte".At(Now))!.Code);
    }

    [Fact]
    public void An_account_that_was_tied_in_error_is_untied_with_a_reason_or_by_another()
    {
        Assert.Equal("no-account-linked", family.UnlinkAccount(Mother, "Mistyped.", "lotte".At(Now))!.Code);
        Assert.Equal("no-such-member", family.UnlinkAccount(Guid.CreateVersion7(), "Mistyped.", "lotte".At(Now))!.Code);
        family.LinkAccount(Mother, "colleague", "lotte".At(Now));
        Assert.Equal("unlinked-without-reason", family.UnlinkAccount(Mother, " ", "lotte".At(Now))!.Code);

        family.LinkAccount(Mother, "mother", "lotte".At(Now));
        Assert.Equal("colleague", Assert.IsType<MemberAccountUnlinked>(family.Raised[^2]).Account);
        Assert.Null(family.UnlinkAccount(Mother, "Another person.", "lotte".At(Now)));

        Assert.Equal("mother", Assert.IsType<MemberAccountUnlinked>(family.Raised[^1]).Account);
        Assert.Null(family.Members.Single(one => one.PersonId == Mother).Account);
        Assert.Equal([("colleague", null), ("mother", "Another person.")], family.Unlinkings.Select(one => (one.Account, one.Reason)));
    }

    [Fact]
    public void A_known_persons_account_comes_along_and_goes_when_the_link_is_undone()
    {
        family.ConfirmLink(Mother, Guid.CreateVersion7(), "lotte".At(Now), "mother");
        Assert.Equal(Mother, Assert.IsType<MemberAccountLinked>(family.Raised[^1]).PersonId);

        family.UndoLink(family.Links[0].Id, "lotte".At(Now));

        Assert.Equal((Mother, "mother"), Assert.IsType<MemberAccountUnlinked>(family.Raised[^1]) is { } untied ? (untied.PersonId, untied.Account) : default);
    }

    [Fact]
    public void Who_has_an_account_keeps_it_beside_a_known_persons()
    {
        var known = Guid.CreateVersion7();
        family.LinkAccount(Mother, "mother", "lotte".At(Now));
        family.ConfirmLink(Mother, known, "lotte".At(Now), "other");

        Assert.Equal((known, "other"), Assert.IsType<MemberAccountLinked>(family.Raised[^1]) is { } tied ? (tied.PersonId, tied.Account) : default);
        Assert.Equal("mother", family.Members.Single(one => one.PersonId == Mother).Account);
    }

    [Fact]
    public void A_birth_that_becomes_known_lets_rights_switch_and_a_death_ends_that()
    {
        family.NoteParticulars(Child, new DateOnly(2016, 5, 1), ["birthDate"], "lotte".At(Now));
        Assert.Equal((Child, "birthDate"), Assert.IsType<PersonParticularsChanged>(family.Raised[^1]) is { } changed ? (changed.PersonId, changed.Changed.Single()) : default);
        Assert.Equal(new DateOnly(2028, 5, 1), family.Members.Single(one => one.PersonId == Child).NextSwitchOn);
        Assert.Equal([Mother], family.MustHearOfReports(Now));

        family.NoteDeath(Child, Today, "lotte".At(Now));
        family.NoteDeath(Mother, Today, "lotte".At(Now));

        Assert.Null(family.Members.Single(one => one.PersonId == Child).NextSwitchOn);
        Assert.Empty(family.MustHearOfReports(Now));
        Assert.Equal(Mother, Assert.IsType<MemberDied>(family.Raised[^1]).PersonId);
        Assert.All(family.Members, one => Assert.Null(one.Until));
    }

    [Fact]
    public void A_past_members_account_counts_too()
    {
        family.EndMembership(Mother, Today, "lotte".At(Now));

        Assert.Null(family.LinkAccount(Mother, "mother", "lotte".At(Now)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Authority_has_a_source(string? source) =>
        Assert.Equal("authority-without-source", Authority(Child, Mother, source)!.Code);

    [Fact]
    public void Authority_is_over_a_child_of_the_family()
    {
        Assert.Equal("no-such-member", Authority(Guid.CreateVersion7(), Mother)!.Code);
        Assert.Equal("no-such-member", Authority(Child, Guid.CreateVersion7())!.Code);
        Assert.Equal("authority-over-a-child", Authority(Mother, Child)!.Code);
        Assert.Equal("authority-over-a-child", Authority(Child, Child)!.Code);
        Assert.Empty(family.Authorities);
    }

    [Fact]
    public void A_later_finding_stands_beside_the_earlier_one()
    {
        Assert.Null(Authority(Child, Mother));
        Assert.Null(family.RecordAuthority(Child, Mother, AuthorityKind.NoAuthority, "Order of the court", Today, "lotte".At(Now)));

        Assert.Equal([AuthorityKind.Authority, AuthorityKind.NoAuthority], family.Authorities.Select(one => one.Kind));
        Assert.Equal("noAuthority", Assert.IsType<AuthorityRecorded>(family.Raised[^1]).Kind);
    }

    [Fact]
    public void Support_by_the_network_starts_is_noted_and_ends()
    {
        Assert.Equal("support-unclear", family.StartSupport(" ", "Cooks.", Today, "lotte".At(Now))!.Code);
        Assert.Equal("support-unclear", family.StartSupport("Grandmother", "", Today, "lotte".At(Now))!.Code);
        Assert.Null(family.StartSupport("Grandmother", "Cooks on Mondays.", Today, "lotte".At(Now)));
        var support = Assert.Single(family.Supports);
        Assert.Equal(support.Id, Assert.IsType<InformalSupportStarted>(family.Raised[^1]).SupportId);

        var version = family.Version;
        Assert.Null(family.NoteSupport(support.Id, "The children like it.", "lotte".At(Now)));
        Assert.Equal(version, family.Version);
        Assert.Equal("support-without-time", family.EndSupport(support.Id, Today.AddDays(-1), "lotte".At(Now))!.Code);
        Assert.Equal("support-without-time", family.EndSupport(support.Id, Today.AddDays(1), "lotte".At(Now))!.Code);
        Assert.Null(family.EndSupport(support.Id, Today, "lotte".At(Now)));
        Assert.Equal(Today, Assert.IsType<InformalSupportEnded>(family.Raised[^1]).Until);
        Assert.Equal("support-ended", family.EndSupport(support.Id, Today, "lotte".At(Now))!.Code);
        Assert.Null(family.NoteSupport(support.Id, "It was good.", "lotte".At(Now)));
        Assert.Equal(2, support.Notes.Count);
    }

    [Fact]
    public void Support_that_is_not_there_is_neither_noted_nor_ended()
    {
        Assert.Equal("no-such-support", family.NoteSupport(Guid.CreateVersion7(), "x", "lotte".At(Now))!.Code);
        Assert.Equal("no-such-support", family.EndSupport(Guid.CreateVersion7(), Today, "lotte".At(Now))!.Code);
    }

    Refusal? Authority(Guid child, Guid parent, string? source = "Authority register") =>
        family.RecordAuthority(child, parent, AuthorityKind.Authority, source, new DateOnly(2020, 5, 1), "lotte".At(Now));
}
