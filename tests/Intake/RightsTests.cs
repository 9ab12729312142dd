using Geborgen.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Families;
using Geborgen.Intake.Persons;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

public class RightsTests
{
    static readonly DateTimeOffset Opened = new(2020, 1, 1, 9, 0, 0, TimeSpan.Zero);
    static readonly Guid Child = Guid.CreateVersion7();
    static readonly Guid Mother = Guid.CreateVersion7();
    static readonly TimeLimit Limit = new(Family.KeyWorkerAssignmentTerm, 5, TimeLimitUnit.WorkingDays, "x", default, null);

    readonly Family family = Family.Open(
        new Municipality("gm0344"), [(Child, MemberRole.Child), (Mother, MemberRole.Parent)], new TeamOnDuty("gm0344-intake", "gm0344"), Limit, Opened, "lotte".At(Opened));

    [Theory]
    [InlineData("2010-05-20", "2010-05-20", AgeClass.Under12, 12, "2022-05-20")]
    [InlineData("2010-05-20", "2022-05-19", AgeClass.Under12, 12, "2022-05-20")]
    [InlineData("2010-05-20", "2022-05-20", AgeClass.From12, 16, "2026-05-20")]
    [InlineData("2010-05-20", "2026-05-19", AgeClass.From12, 16, "2026-05-20")]
    [InlineData("2010-05-20", "2026-05-20", AgeClass.From16, 18, "2028-05-20")]
    [InlineData("2010-05-20", "2028-05-19", AgeClass.From16, 18, "2028-05-20")]
    [InlineData("2010-05-20", "2028-05-20", AgeClass.From18, null, null)]
    [InlineData("2008-02-29", "2026-02-28", AgeClass.From16, 18, "2026-03-01")]
    [InlineData("2008-02-29", "2026-03-01", AgeClass.From18, null, null)]
    [InlineData("2008-02-29", "2024-02-28", AgeClass.From12, 16, "2024-02-29")]
    [InlineData("2008-02-29", "2024-02-29", AgeClass.From16, 18, "2026-03-01")]
    public void Rights_switch_at_the_beginning_of_the_birthday(string born, string today, AgeClass expected, int? nextAge, string? nextOn) => Assert.Equal(
        new Rights(expected, nextAge, nextOn is null ? null : DateOnly.Parse(nextOn, null)),
        Rights.Of(DateOnly.Parse(born, null), null, DateOnly.Parse(today, null)));

    [Fact]
    public void Who_is_not_born_or_whose_birth_is_unknown_has_no_age()
    {
        Assert.Equal(new Rights(AgeClass.Unborn, null, null), Rights.Of(null, new DateOnly(2020, 6, 1), new DateOnly(2020, 1, 1)));
        Assert.Equal(new Rights(AgeClass.Unknown, null, null), Rights.Of(null, null, new DateOnly(2020, 1, 1)));
    }

    [Theory]
    [InlineData("2010-05-20", "2022-05-20", "2026-05-20", "2028-05-20")]
    [InlineData("2008-02-29", "2020-02-29", "2024-02-29", "2026-03-01")]
    [InlineData("2012-02-29", "2024-02-29", "2028-02-29", "2030-03-01")]
    public void Over_the_years_each_age_is_said_once_on_its_day(string born, params string[] expected)
    {
        family.NoteBirth(Child, DateOnly.Parse(born, null), "lotte".At(Opened));

        for (var day = Opened; day.Year < 2032; day = day.AddDays(1))
            family.SwitchRights(day);

        Assert.Equal(expected.Zip(Rights.Ages), Said().Select(one => (WorkingDays.DateOf(one.At).ToString("O"), one.Age)));
    }

    [Fact]
    public void It_switches_at_midnight_in_the_netherlands()
    {
        family.NoteBirth(Child, new DateOnly(2010, 5, 20), "lotte".At(Opened));

        family.SwitchRights(new(2022, 5, 19, 21, 59, 59, TimeSpan.Zero));
        Assert.Empty(Said());
        family.SwitchRights(new(2022, 5, 19, 22, 0, 0, TimeSpan.Zero));
        Assert.Equal(12, Assert.Single(Said()).Age);
    }

    [Fact]
    public void What_passed_while_nothing_ran_is_said_in_order_and_once()
    {
        family.NoteBirth(Child, new DateOnly(2010, 5, 20), "lotte".At(Opened));

        family.SwitchRights(new(2029, 1, 1, 9, 0, 0, TimeSpan.Zero));
        family.SwitchRights(new(2029, 1, 2, 9, 0, 0, TimeSpan.Zero));

        Assert.Equal([12, 16, 18], Said().Select(one => one.Age));
        Assert.All(Said(), one => Assert.Equal(Child, one.PersonId));
        Assert.Null(family.Members[0].NextSwitchOn);
    }

    [Fact]
    public void What_was_reached_before_is_not_said()
    {
        family.NoteBirth(Child, new DateOnly(2007, 5, 20), "lotte".At(Opened));
        family.NoteBirth(Mother, new DateOnly(1990, 1, 1), "lotte".At(Opened));

        family.SwitchRights(Opened);
        family.SwitchRights(new(2024, 1, 1, 9, 0, 0, TimeSpan.Zero));

        Assert.Equal([16], Said().Select(one => one.Age));
    }

    [Fact]
    public void Of_who_left_nothing_is_said()
    {
        family.NoteBirth(Child, new DateOnly(2010, 5, 20), "lotte".At(Opened));
        family.EndMembership(Child, new DateOnly(2020, 1, 1), "lotte".At(Opened));

        family.SwitchRights(new(2023, 1, 1, 9, 0, 0, TimeSpan.Zero));

        Assert.Empty(Said());
    }

    [Fact]
    public void Who_comes_back_or_splits_off_keeps_the_birth_date()
    {
        family.NoteBirth(Child, new DateOnly(2010, 5, 20), "lotte".At(Opened));
        family.EndMembership(Child, new DateOnly(2020, 1, 1), "lotte".At(Opened));
        family.AddKnownMember(Child, MemberRole.Child, new DateOnly(2020, 1, 2), "lotte".At(Opened.AddDays(1)));
        var split = family.Split([Child], [], "x", Limit, "lotte".At(Opened.AddDays(2))).New!;

        Assert.Equal(new DateOnly(2022, 5, 20), split.Members[0].NextSwitchOn);
    }

    [Theory]
    [InlineData("2008-01-02", null)]
    [InlineData("2008-01-01", 12)]
    [InlineData("2002-01-01", 18)]
    public void Which_age_a_child_has_reached_is_said_once_its_birth_is_known_and_of_no_adult(string born, int? age)
    {
        family.NoteBirth(Child, DateOnly.Parse(born, null), "lotte".At(Opened));
        family.NoteBirth(Mother, new DateOnly(1980, 1, 1), "lotte".At(Opened));

        Assert.Equal(age is { } reached ? [(Child, reached)] : [], family.Raised.OfType<MemberAgeKnown>().Select(known => (known.PersonId, known.Age)));
        Assert.Empty(Said());
    }

    [Fact]
    public void Nobody_gets_authority_over_an_adult()
    {
        family.NoteBirth(Child, new DateOnly(2002, 1, 2), "lotte".At(Opened));
        Assert.Null(Authority(Opened));

        Assert.Equal("authority-over-an-adult", Authority(Opened.AddDays(1))!.Code);
        Assert.Single(family.Authorities);
    }

    [Fact]
    public void Nobody_had_authority_before_the_child_was_born()
    {
        family.NoteBirth(Child, new DateOnly(2010, 5, 20), "lotte".At(Opened));

        Assert.Equal("authority-before-birth", Authority(Opened, from: new(2010, 5, 19))!.Code);
        Assert.Null(Authority(Opened, from: new(2010, 5, 20)));
        Assert.Single(family.Authorities);
    }

    Refusal? Authority(DateTimeOffset now, DateOnly? from = null) =>
        family.RecordAuthority(Child, Mother, AuthorityKind.Authority, "Authority register", from ?? new DateOnly(2002, 1, 2), "lotte".At(now));

    IEnumerable<RightsChanged> Said() => family.Raised.OfType<RightsChanged>();
}
