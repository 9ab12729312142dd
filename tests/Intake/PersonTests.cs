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
        Assert.Equal(["givenName", "birthDate", "dueDate"], person.Change(new("Sem", null, new DateOnly(2026, 11, 22), null), null, null, "lotte".At(Now), []).Changed);
        Assert.Empty(person.Change(new("Sem", null, new DateOnly(2026, 11, 22), null), null, null, "lotte".At(Now), []).Changed);
        Assert.Equal("correction-without-reason", person.Change(new("Sam", null, new DateOnly(2026, 11, 22), null), null, " ", "lotte".At(Now), []).Refusal!.Code);
        Assert.Equal("born-in-future", person.Change(new("Sam", null, new DateOnly(2026, 12, 1), null), null, "x", "lotte".At(Now), []).Refusal!.Code);

        Assert.Equal(["givenName"], person.Change(new("Sam", null, new DateOnly(2026, 11, 22), null), null, "Misheard.", "lotte".At(Now), []).Changed);

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
        Assert.Equal("death-without-time", person.Change(new("Noor", null, new DateOnly(2026, 11, 2), null), null, "x", "lotte".At(Now), []).Refusal!.Code);
    }

    static DateOnly? Date(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", null);

    [Fact]
    public void Nobody_is_two_members_of_one_family()
    {
        var (number, other) = (Number(1), Number(2));
        var child = Register(new("Sem", null, null, null), number).Person!;

        Assert.Equal("number-twice", Register(new("Sam", null, null, null), number, child).Refusal!.Code);
        var sister = Register(new("Noor", null, null, null), other, child).Person!;
        Assert.Equal("number-twice", sister.Change(sister.Details, number, "x", "lotte".At(Now), [child, sister]).Refusal!.Code);
        Assert.Empty(child.Change(child.Details, number, null, "lotte".At(Now), [child, sister]).Changed);
    }

    [Fact]
    public void A_number_that_was_wrong_goes_with_a_reason_and_is_kept_as_it_was()
    {
        var child = Register(new("Sem", null, null, null), Number(1)).Person!;
        Assert.Equal("correction-without-reason", child.Change(child.Details, null, null, "lotte".At(Now), []).Refusal!.Code);

        Assert.Equal(["bsn"], child.Change(child.Details, null, "It is his brother's.", "lotte".At(Now), []).Changed);

        Assert.Null(child.Bsn);
        Assert.NotNull(Assert.Single(child.Earlier).BsnCipher);
    }

    [Fact]
    public void Who_goes_over_to_another_file_is_known_there_as_here_and_what_either_learns_is_its_own()
    {
        var (here, there) = (Register(new("Sem", "Test", null, null), Number(1)).Person!, Guid.CreateVersion7());
        var gone = here.GoTo(there);
        Assert.Equal((here.Id, there, here.Details), (gone.Id, gone.FamilyId, gone.Details));
        Assert.True(gone.Carries(Number(1)));

        gone.Change(gone.Details with { FamilyName = "Bakker" }, Number(1), "Protected name.", "lotte".At(Now), []);
        Assert.Equal("Test", here.FamilyName);

        here.ComeFrom(gone, "lotte".At(Now));
        Assert.Equal(("Bakker", "Test"), (here.FamilyName, Assert.Single(here.Earlier).FamilyName));
    }

    [Fact]
    public void Who_was_registered_twice_is_completed_and_not_overwritten()
    {
        var here = Register(new("Sem", null, null, new DateOnly(2026, 11, 20))).Person!;
        var there = Register(new("Sam", "Test", new DateOnly(2026, 11, 22), null, "ar", true), Number(1)).Person!;

        here.CompleteFrom(there, "lotte".At(Now));

        Assert.Equal(new PersonDetails("Sem", "Test", new DateOnly(2026, 11, 22), null, "ar", true), here.Details);
        Assert.True(here.Carries(Number(1)));
    }

    [Fact]
    public void Somebody_lives_somewhere_since_a_day_that_can_be_and_only_what_was_recorded_is_corrected()
    {
        Assert.Equal("residence-without-time", Residence.Record(null, At("Dorpsweg", new(2026, 11, 24)), null, "lotte".At(Now)).Refusal!.Code);
        Assert.Equal("residence-without-time", Residence.Record(null, At("Dorpsweg", new(1890, 1, 1)), null, "lotte".At(Now)).Refusal!.Code);
        Assert.Equal("no-residence-to-correct", Residence.Record(null, At("Dorpsweg"), "Mistyped.", "lotte".At(Now)).Refusal!.Code);
        var first = Residence.Record(null, At("Dorpsweg"), null, "lotte".At(Now)).Residence!;
        Assert.Null(first.Since);
        Assert.Equal("correction-without-reason", Residence.Record(first, At("Dorpsstraat"), " ", "lotte".At(Now)).Refusal!.Code);

        var corrected = Residence.Record(first, At("Dorpsstraat"), "Mistyped.", "lotte".At(Now)).Residence!;
        Assert.Equal(("Mistyped.", null), (first.WhyWrong, corrected.Since));
        var moved = Residence.Record(corrected, At("Kerkstraat"), null, "lotte".At(Now)).Residence!;
        Assert.Equal((null, new DateOnly(2026, 11, 23)), (corrected.WhyWrong, moved.Since));

        static Residence At(string street, DateOnly? since = null) => new() { Street = street, Since = since, RecordedBy = "lotte" };
    }

    static GivenBsn Number(byte which) => new(new SealedBsn(1, [which], [which]), [[which]]);

    static (Person? Person, Refusal? Refusal) Register(PersonDetails details, GivenBsn? bsn = null, params Person[] family) =>
        Person.Register(details, bsn, Guid.CreateVersion7(), "lotte".At(Now), family);
}
