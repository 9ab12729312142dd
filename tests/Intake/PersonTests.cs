using Geborgen.Casework;
using Geborgen.Intake.Persons;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

public class PersonTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_person_may_be_nameless_unborn_and_without_number() =>
        Assert.Null(Register(new(null, null, null, new DateOnly(2027, 2, 20))).Refusal);

    [Theory]
    [InlineData("2026-11-24", null, "born-in-future")]
    [InlineData("1896-11-22", null, "born-too-long-ago")]
    [InlineData("2020-01-01", "2027-01-01", "born-and-unborn")]
    [InlineData(null, "2027-10-01", "due-date-impossible")]
    [InlineData(null, "2026-01-01", "due-date-impossible")]
    public void Dates_that_can_not_be_are_refused(string? born, string? due, string code) =>
        Assert.Equal(code, Register(new(null, null, Date(born), Date(due))).Refusal!.Code);

    [Fact]
    public void Somebody_can_be_born_today() =>
        Assert.Null(Register(new("Noor", null, new DateOnly(2026, 11, 23), null)).Refusal);

    [Fact]
    public void What_comes_to_light_needs_no_reason_and_what_was_wrong_does()
    {
        var person = Register(new(null, null, null, new DateOnly(2026, 11, 20))).Person!;
        Assert.Equal(["givenName", "birthDate", "dueDate"], person.Change(new("Sem", null, new DateOnly(2026, 11, 22), null), null, null, "lotte".At(Now)).Changed);
        Assert.Empty(person.Change(new("Sem", null, new DateOnly(2026, 11, 22), null), null, null, "lotte".At(Now)).Changed);
        Assert.Equal("correction-without-reason", person.Change(new("Sam", null, new DateOnly(2026, 11, 22), null), null, " ", "lotte".At(Now)).Refusal!.Code);
        Assert.Equal("born-in-future", person.Change(new("Sam", null, new DateOnly(2026, 12, 1), null), null, "x", "lotte".At(Now)).Refusal!.Code);

        Assert.Equal(["givenName"], person.Change(new("Sam", null, new DateOnly(2026, 11, 22), null), null, "Misheard.", "lotte".At(Now)).Changed);

        Assert.Equal([(null, null), ("Sem", "Misheard.")], person.Earlier.Select(one => (one.GivenName, one.Reason)));
    }

    [Fact]
    public void A_death_has_a_source_and_a_day_and_is_recorded_once()
    {
        var person = Register(new("Noor", null, new DateOnly(2020, 1, 1), null)).Person!;
        Assert.Equal("death-without-source", person.Die(new(2026, 11, 1), " ", "lotte".At(Now))!.Code);
        Assert.Equal("death-without-time", person.Die(new(2026, 11, 24), "Register", "lotte".At(Now))!.Code);
        Assert.Equal("death-without-time", person.Die(new(2019, 12, 31), "Register", "lotte".At(Now))!.Code);
        Assert.Null(person.Die(new(2026, 11, 1), "Register", "lotte".At(Now)));
        Assert.Equal("died-already", person.Die(new(2026, 11, 1), "Register", "lotte".At(Now))!.Code);
        Assert.Equal("Noor", person.GivenName);
        Assert.Equal("death-without-time", person.Change(new("Noor", null, new DateOnly(2026, 11, 2), null), null, "x", "lotte".At(Now)).Refusal!.Code);
    }

    static DateOnly? Date(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", null);

    static (Person? Person, Refusal? Refusal) Register(PersonDetails details) =>
        Person.Register(details, bsn: null, new Municipality("gm0344"), "lotte".At(Now));
}
