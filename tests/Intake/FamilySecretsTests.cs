using Geborgen.Casework;
using Geborgen.Intake.Contacts;
using Geborgen.Intake.Families;
using Geborgen.Intake.Persons;

namespace Geborgen.Intake.Tests;

/// <summary>Where somebody lives in secret, or stays for now, no other member of the family reads.</summary>
public class FamilySecretsTests
{
    static readonly Guid Mother = Guid.CreateVersion7(), Father = Guid.CreateVersion7();
    static readonly Whereabouts AtHerSisters = new("Dorpsweg", "7", "3511 AA", "Zeist", "With her sister Noor");
    static readonly Whereabouts Nowhere = new(null, null, null, null, null);

    [Theory]
    [InlineData("Dorpsweg nr. 7")]
    [InlineData("at 3511aa")]
    [InlineData("She is with her sister Noor.")]
    [InlineData("Bij zus Noor.")]
    [InlineData("Ergens op de Dorpswg.")]
    [InlineData("Moeder woont nu in Zeist.")]
    public void Where_the_family_was_said_to_be_is_kept_while_somebody_lives_in_secret(string text)
    {
        Assert.True(Reads(text, Father, AtHerSisters, Of(Mother, "Kerkstraat", secret: false)));
        Assert.False(Reads(text, Father, AtHerSisters, Of(Mother, "Kerkstraat", secret: true)));
        Assert.False(Reads(text, reader: null, AtHerSisters, Of(Mother, "Kerkstraat", secret: true)));
    }

    [Fact]
    public void It_is_kept_from_others_than_who_lives_in_secret() =>
        Assert.True(Reads("Dorpsweg 7", Mother, AtHerSisters, Of(Mother, "Kerkstraat", secret: true)));

    [Fact]
    public void Another_members_open_address_is_no_secret() => Assert.True(
        Reads("Dorpsweg 7", Father, AtHerSisters, Of(Mother, "Kerkstraat", secret: true), Of(Father, "Dorpsweg", secret: false)));

    [Fact]
    public void A_place_that_was_only_described_is_never_taken_for_an_open_address() => Assert.False(
        Reads("With her sister Noor", Father, new(null, null, null, null, "With her sister Noor"), Of(Mother, "Kerkstraat", secret: true), Of(Father, null, secret: false)));

    [Fact]
    public void A_single_word_tells_nobody_where_it_is() =>
        Assert.True(Reads("All is well at home.", Father, new(null, null, null, null, "home"), Of(Mother, "Kerkstraat", secret: true)));

    [Fact]
    public void A_town_in_which_others_of_the_family_live_is_no_secret()
    {
        Assert.False(Reads("Moeder woont in Zeist.", Father, Nowhere, In("Zeist", Mother, secret: true), In("Utrecht", Father, secret: false)));
        Assert.True(Reads("Moeder woont in Zeist.", Father, Nowhere, In("Zeist", Mother, secret: true), In("Zeist", Father, secret: false)));
        Assert.True(Reads("Wij spreken elkaar in Zeist.", Father, Nowhere, In("Zeist", Mother, secret: true)));
    }

    [Fact]
    public void A_name_in_a_description_is_no_secret_where_it_is_a_members()
    {
        Assert.True(Reads("Sam is well.", Father, new(null, null, null, null, "With Sam at Noor's"), Of(Mother, "Kerkstraat", secret: true)));
        Assert.False(Reads("Noor is well.", Father, new(null, null, null, null, "With Sam at Noor's"), Of(Mother, "Kerkstraat", secret: true)));
    }

    [Fact]
    public void A_place_that_was_secret_stays_so_when_less_is_known_of_it()
    {
        Assert.False(Reads("In de Kerkstraat.", Father, Nowhere, Former(Mother, "Kerkstraat", secret: true), Of(Mother, street: null, secret: true)));
        Assert.False(Reads("In de Kerkstraat.", Father, Nowhere, Former(Mother, "Kerkstraat", secret: true), Of(Mother, "Dorpsweg", secret: false)));
    }

    [Fact]
    public void A_place_is_no_secret_any_longer_for_who_lived_there_and_where_somebody_lives_there_openly_now()
    {
        Assert.True(Reads("In de Kerkstraat.", Father, Nowhere, Of(Mother, "Kerkstraat", secret: true), Former(Father, "Kerkstraat", secret: false)));
        Assert.True(Reads("In de Kerkstraat.", Father, Nowhere, Former(Mother, "Kerkstraat", secret: true), Of(Mother, "Kerkstraat", secret: false)));
    }

    static bool Reads(string text, Guid? reader, Whereabouts told, params Residence[] residences) => new FamilyDoor(
        new FamilySecrets([At(told)], residences, ["Sam"], new()).KeptFrom(reader, WorkingDays.DateOf(KnownContact.Now))).Let(text) is not null;

    static Residence Of(Guid person, string? street, bool secret) =>
        new() { PersonId = person, Street = street, HouseNumber = street is null ? null : "7", PostalCode = street == "Dorpsweg" ? "3511AA" : null, Secret = secret, RecordedBy = "lotte" };

    static Residence In(string town, Guid person, bool secret) => new() { PersonId = person, Town = town, Secret = secret, RecordedBy = "lotte" };

    static Residence Former(Guid person, string street, bool secret)
    {
        var former = Of(person, street, secret);
        former.End(KnownContact.Now);
        return former;
    }

    static Contact At(Whereabouts told) => Contact.Register(
        new(ContactKind.Concern, ContactChannel.System, KnownContact.Now, null, told, [new("Seen.", StatementAuthor.Reporter, StatedAt: KnownContact.Now)]),
        FamilyRecords.Nobody, Guid.CreateVersion7(), new("gm0344"), null, KnownContact.Limits, KnownContact.By(KnownContact.Now)).Contact!;
}
