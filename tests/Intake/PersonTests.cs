using Geborgen.Casework;
using Geborgen.Intake.Persons;

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

    static DateOnly? Date(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", null);

    static (Person? Person, Refusal? Refusal) Register(PersonDetails details) =>
        Person.Register(details, bsn: null, new Municipality("gm0344"), Now);
}
