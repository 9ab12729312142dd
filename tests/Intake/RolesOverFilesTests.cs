using Geborgen.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Families;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

/// <summary>As what somebody belongs to a family is about the person, whichever file recorded it and whatever becomes of the files.</summary>
public class RolesOverFilesTests
{
    static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Tuesday = Monday.AddDays(1);
    static readonly DateTimeOffset Friday = Monday.AddDays(4);
    static readonly TimeLimit Limit = new(Family.KeyWorkerAssignmentTerm, 5, TimeLimitUnit.WorkingDays, "x", default, null);
    static readonly Dictionary<Guid, Guid> Nobody = [];
    static readonly Guid Girl = Guid.CreateVersion7();
    static readonly Guid Tom = Guid.CreateVersion7();
    static readonly Guid Mother = Guid.CreateVersion7();
    static readonly Guid Elsewhere = Guid.CreateVersion7();

    readonly Family family = Open((Girl, MemberRole.Child), (Tom, MemberRole.Child), (Mother, MemberRole.Parent));
    readonly Family other = Open((Elsewhere, MemberRole.Child));

    [Fact]
    public void Who_goes_back_goes_back_as_what_the_person_turned_out_to_be()
    {
        other.Merge(family, Nobody, "x", Limit, "lotte".At(Monday));
        Correct(other, Tom, MemberRole.Parent);

        other.UndoMerge(other.Merges[0].Id, family, [], Limit, "lotte".At(Friday));

        Assert.Equal(MemberRole.Parent, family.Members.Single(one => one.PersonId == Tom).Role);
        Assert.Equal(MemberRole.Child, Assert.Single(family.RoleCorrections).Wrong);
        Assert.Equal((Tom, "parent"), Assert.Single(family.Raised.OfType<MemberRoleCorrected>()) is { } said ? (said.Member.PersonId, said.Member.Role) : default);
        Assert.Contains(Tom, Records(family.Id, family, other).Parents);
    }

    [Fact]
    public void Who_was_registered_in_both_goes_back_so_too()
    {
        other.Merge(family, new Dictionary<Guid, Guid> { [Tom] = Elsewhere }, "x", Limit, "lotte".At(Monday));
        Correct(other, Elsewhere, MemberRole.Parent);

        other.UndoMerge(other.Merges[0].Id, family, [], Limit, "lotte".At(Friday));

        Assert.Equal(MemberRole.Parent, family.Members.Single(one => one.PersonId == Tom).Role);
    }

    [Fact]
    public void Who_left_and_comes_back_on_one_day_is_what_the_person_turned_out_to_be()
    {
        var split = family.Split([Tom], [], "x", Limit, "lotte".At(Tuesday)).New!;
        Correct(split, Tom, MemberRole.Parent);
        Assert.Contains(Tom, Records(family.Id, family, split).Parents);

        family.Merge(split, Nobody, "x", Limit, "lotte".At(Tuesday));

        Assert.Equal(MemberRole.Parent, family.Members.Single(one => one.PersonId == Tom).Role);
    }

    [Fact]
    public void Authority_comes_along_with_a_child_into_another_file()
    {
        family.RecordAuthority(Girl, Mother, AuthorityKind.Guardianship, "An order.", new(2020, 1, 1), "lotte".At(Monday));

        other.Merge(family, new Dictionary<Guid, Guid> { [Girl] = Elsewhere }, "x", Limit, "lotte".At(Tuesday));

        var held = Assert.Single(other.Authorities);
        Assert.Equal((Elsewhere, Mother, AuthorityKind.Guardianship), (held.ChildId, held.ParentId, held.Kind));
        Assert.Contains(Mother, Contacts.TriageContact.Whom(other, new(2026, 11, 24), []).Parents);
    }

    [Fact]
    public void One_login_is_not_two_members()
    {
        family.LinkAccount(Mother, "fatima", "lotte".At(Monday));
        Assert.Equal("account-of-another-member", family.LinkAccount(Tom, "fatima", "lotte".At(Monday))!.Code);
        Assert.Equal(Mother, family.MemberBehind("fatima", Monday));
    }

    [Fact]
    public void Who_was_an_adult_once_is_one_for_a_childs_words_wherever_the_files_go()
    {
        Correct(family, Mother, MemberRole.Child);
        var split = family.Split([Girl, Mother], [], "x", Limit, "lotte".At(Tuesday)).New!;
        other.Merge(split, Nobody, "x", Limit, "lotte".At(Friday));

        foreach (var file in new[] { family, split, other })
            Assert.True(Records(file.Id, family, split, other) is { } records && (!records.Know(Mother) || records.OnceAdults.Contains(Mother)));
        Assert.Contains(Mother, Records(other.Id, family, split, other).OnceAdults);
    }

    [Fact]
    public void Of_who_was_registered_in_both_the_file_in_use_says_as_what()
    {
        var twice = Open((Guid.CreateVersion7(), MemberRole.Parent));
        var there = twice.Members[0].PersonId;
        family.Merge(twice, new Dictionary<Guid, Guid> { [there] = Girl }, "x", Limit, "lotte".At(Monday));

        var records = Records(twice.Id, family, twice);

        Assert.Contains(there, records.Children);
        Assert.DoesNotContain(there, records.Parents);
        Assert.Contains(there, records.OnceAdults);
    }

    [Fact]
    public void A_correction_in_the_file_in_use_counts_in_the_one_that_went_into_it()
    {
        Correct(family, Girl, MemberRole.Parent);
        other.Merge(family, Nobody, "x", Limit, "lotte".At(Monday));
        Correct(other, Girl, MemberRole.Child);

        Assert.Contains(Girl, Records(family.Id, family, other).Children);
    }

    [Fact]
    public void What_a_child_says_who_stands_as_another_is_kept_like_a_childs()
    {
        Correct(family, Girl, MemberRole.Other);
        var records = Records(family.Id, family);
        Assert.Contains(Girl, records.OnceChildren);
        var contact = KnownContact.Of();

        contact.Say(new("I am afraid at night.", StatementAuthor.Adult, StatementKind.Opinion, PersonId: Girl), records, KnownContact.By(KnownContact.Now));

        Assert.True(contact.Statements[^1].WasChilds);
    }

    [Fact]
    public void Who_is_known_to_be_of_age_speaks_as_an_adult_after_a_correction()
    {
        family.NoteBirth(Tom, new(1980, 1, 1), "lotte".At(Monday));
        Correct(family, Tom, MemberRole.Parent);
        Assert.Empty(Records(family.Id, family).OnceChildren);
    }

    [Fact]
    public void A_reporter_stays_one_whoever_it_turns_out_to_be()
    {
        var (ria, nobody) = (Guid.CreateVersion7(), new HashSet<Guid>());
        var contact = KnownContact.Of();
        contact.Say(new("As his grandmother I hear him cry.", StatementAuthor.Reporter, StatementKind.Observation, PersonId: ria), new(nobody, nobody, new HashSet<Guid> { ria }, nobody), KnownContact.By(KnownContact.Now));

        contact.FollowRole(new HashSet<Guid> { ria }, StatementAuthor.Parent, KnownContact.Now);

        Assert.Equal((ria, StatementAuthor.Reporter), (contact.Statements[^1].PersonId!.Value, contact.Statements[^1].Author));
    }

    [Fact]
    public void Authority_that_holds_no_more_goes_along_with_nobody()
    {
        family.RecordAuthority(Tom, Mother, AuthorityKind.Authority, "The register.", new(2020, 1, 1), "lotte".At(Monday));
        Correct(family, Tom, MemberRole.Relative);

        var split = family.Split([Girl, Tom], [], "x", Limit, "lotte".At(Tuesday)).New!;

        Assert.Empty(split.Authorities);
    }

    [Fact]
    public void Who_turns_out_to_be_a_child_has_authority_over_nobody()
    {
        family.RecordAuthority(Girl, Mother, AuthorityKind.Authority, "The register.", new(2020, 1, 1), "lotte".At(Monday));

        Correct(family, Mother, MemberRole.Child);
        Assert.NotNull(Assert.Single(family.Authorities).WithdrawnAt);
        Assert.DoesNotContain(Mother, Contacts.TriageContact.Whom(family, new(2026, 11, 24), []).Parents);

        Correct(family, Mother, MemberRole.Parent);
        Assert.Null(Assert.Single(family.Authorities).WithdrawnAt);
    }

    [Fact]
    public void Nobody_becomes_the_face_of_a_family_in_whose_file_the_colleague_appears()
    {
        var (daan, lotte) = (Acting.Worker("daan", "Daan", "gm0344"), Acting.Worker("lotte", "Lotte", "gm0344"));
        family.LinkAccount(Mother, "daan", "lotte".At(Monday));
        Assert.Equal("not-this-colleague", family.AssignKeyWorker(daan, "lotte".At(Monday))!.Code);
        family.AssignKeyWorker(lotte, "lotte".At(Monday));

        Assert.Equal("not-this-colleague", family.HandOverKeyWorker(daan, "x", null, "lotte".At(Tuesday))!.Code);
        Assert.Equal("not-this-colleague", family.Cover(daan, Tuesday, Friday, "x", "lotte".At(Tuesday))!.Code);
        Assert.Equal("not-this-colleague", family.AddDuo(daan, "x", "lotte".At(Tuesday))!.Code);
        Assert.Equal("not-this-colleague", family.Consult(daan, 7, "x", "lotte".At(Tuesday))!.Code);
    }

    [Fact]
    public void No_merge_and_no_link_takes_a_family_from_its_key_worker_unnoticed()
    {
        other.AssignKeyWorker(Acting.Worker("daan", "Daan", "gm0344"), "lotte".At(Monday));
        family.LinkAccount(Mother, "daan", "lotte".At(Monday));

        Assert.Equal("account-works-here", other.Merge(family, Nobody, "x", Limit, "lotte".At(Tuesday))!.Code);
        Assert.Equal("account-works-here", other.ConfirmLink(Elsewhere, Mother, "lotte".At(Tuesday), "daan")!.Code);
    }

    static FamilyRecords Records(Guid file, params Family[] files) => new Kin(files).RecordsOf(new(2026, 11, 27), file);

    static void Correct(Family file, Guid person, MemberRole role) => Assert.Null(file.CorrectRole(person, role, "It was a slip.", "lotte".At(Tuesday)));

    static Family Open(params (Guid Person, MemberRole Role)[] members) =>
        Family.Open(new("gm0344"), members, new TeamOnDuty("gm0344-intake", "gm0344"), Limit, Monday, "lotte".At(Monday));
}
