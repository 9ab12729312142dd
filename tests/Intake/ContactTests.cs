using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Contacts;
using Geborgen.Intake.Families;

namespace Geborgen.Intake.Tests;

public class ContactTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    static readonly Words Said = new("Seen.", StatementAuthor.Reporter, StatementKind.Observation, Now);

    [Theory]
    [InlineData(StatementAuthor.Professional, null, "Dr. Postma", null)]
    [InlineData(StatementAuthor.Network, null, "Riet", null)]
    [InlineData(StatementAuthor.Reporter, MemberRole.Grandparent, null, null)]
    [InlineData(StatementAuthor.Child, MemberRole.Child, null, null)]
    [InlineData(StatementAuthor.Child, null, null, null)]
    [InlineData(StatementAuthor.Parent, null, "Mira", "name-of-member")]
    [InlineData(StatementAuthor.Network, MemberRole.Grandparent, "Riet", "name-of-member")]
    [InlineData(StatementAuthor.Child, MemberRole.Parent, null, "author-of-other-role")]
    [InlineData(StatementAuthor.Parent, MemberRole.Partner, null, "author-of-other-role")]
    [InlineData(StatementAuthor.Reporter, MemberRole.Child, null, "childs-words-under-another-name")]
    public void Who_spoke_is_a_member_in_that_role_or_somebody_else_by_name(StatementAuthor author, MemberRole? role, string? name, string? code)
    {
        Guid person = Guid.CreateVersion7();
        var family = new FamilyRecords(In(MemberRole.Child), In(MemberRole.Parent), In(MemberRole.Partner, MemberRole.Grandparent), new HashSet<Guid>());

        Assert.Equal(code, KnownContact.Of().Say(
            new("Seen.", author, PersonId: role is null ? null : person, AuthorName: name), family, KnownContact.By(Now))?.Code);

        HashSet<Guid> In(params MemberRole[] roles) => role is { } has && roles.Contains(has) ? [person] : [];
    }

    [Fact]
    public void Nobody_speaks_who_does_not_belong_to_the_family() => Assert.Equal("not-a-member", KnownContact.Of().Say(
        new("Seen.", StatementAuthor.Network, PersonId: Guid.CreateVersion7()), FamilyRecords.Nobody, KnownContact.By(Now))!.Code);

    [Fact]
    public void A_contact_keeps_what_was_said_side_by_side()
    {
        var opinion = new Words("School exaggerates.", StatementAuthor.Parent, StatementKind.Opinion, Now);
        var (contact, refusal) = Register(statements: [Said, opinion]);

        Assert.Null(refusal);
        Assert.Equal([(1, Said.Text, Said.Kind), (2, opinion.Text, opinion.Kind)], contact!.Statements.Select(one => (one.Place, one.Text, one.Kind)));
        var registered = Assert.IsType<ContactRegistered>(contact.Raised[0]);
        Assert.Equal(("concern", 1), (registered.Kind, registered.Version));
    }

    [Theory]
    [InlineData(ContactKind.Question)]
    [InlineData(ContactKind.Concern)]
    [InlineData(ContactKind.SelfReferral)]
    [InlineData(ContactKind.Emergency)]
    public void Within_five_working_days_it_is_decided_what_follows(ContactKind kind)
    {
        // Friday; the fifth working day is the Friday after it.
        var contact = Register(kind, receivedAt: Now.AddDays(-3)).Contact!;

        var clock = contact.Clocks[0];
        Assert.Equal((Contact.TriageTerm, new DateTimeOffset(2026, 11, 27, 23, 0, 0, TimeSpan.Zero)), (clock.Term, clock.DueAt));
        Assert.IsType<ClockStarted>(contact.Raised[1]);
    }

    [Fact]
    public void Advice_waits_for_no_triage() => Assert.Empty(Register(ContactKind.Advice).Contact!.Clocks);

    [Fact]
    public void A_contact_can_not_be_received_in_the_future() =>
        Assert.Equal("received-in-future", Register(receivedAt: Now.AddMinutes(3)).Refusal!.Code);

    [Fact]
    public void A_clock_that_runs_a_little_ahead_is_forgiven() =>
        Assert.Null(Register(receivedAt: Now.AddMinutes(2)).Refusal);

    [Fact]
    public void A_contact_is_not_received_before_its_terms_exist()
    {
        var first = new DateTimeOffset(2014, 12, 31, 23, 0, 0, TimeSpan.Zero);

        Assert.Null(Register(receivedAt: first).Refusal);
        Assert.Equal("received-too-long-ago", Register(receivedAt: first.AddTicks(-1)).Refusal!.Code);
    }

    [Fact]
    public void A_statement_can_not_be_made_in_the_future() =>
        Assert.Equal("stated-in-future", Register(statements:
            [new("Later.", StatementAuthor.Child, StatedAt: Now.AddHours(1))]).Refusal!.Code);

    [Fact]
    public void Advice_is_asked_without_data_on_those_concerned()
    {
        Assert.Equal("advice-with-person-data", Register(ContactKind.Advice, namesPersons: true).Refusal!.Code);
        Assert.Equal("advice-with-person-data", Register(ContactKind.Advice, whereabouts: new("Kanaalweg", "900", null, null, null)).Refusal!.Code);
        Assert.Equal("advice-with-person-data", Register(ContactKind.Advice, reporter: new("school", "De Zonnewijzer", false, Anonymous: false)).Refusal!.Code);
        Assert.Null(Register(ContactKind.Advice, reporter: new("school", null, false, Anonymous: false)).Refusal);
    }

    [Fact]
    public void A_contact_without_a_word_is_none() =>
        Assert.Equal("nothing-said", Register(statements: []).Refusal!.Code);

    static (Contact? Contact, Refusal? Refusal) Register(
        ContactKind kind = ContactKind.Concern, DateTimeOffset? receivedAt = null, bool namesPersons = false,
        Reporter? reporter = null, Whereabouts? whereabouts = null, IReadOnlyList<Words>? statements = null) =>
        Contact.Register(
            new(kind, ContactChannel.System, receivedAt ?? Now, reporter, whereabouts, statements ?? [Said]),
            namesPersons ? new(new HashSet<Guid> { Guid.CreateVersion7() }, new HashSet<Guid>(), new HashSet<Guid>(), new HashSet<Guid>()) : FamilyRecords.Nobody, Guid.CreateVersion7(), new Municipality("gm0344"), "gm0344-case-system", KnownContact.Limits, KnownContact.By(Now));
}
