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

    [Theory]
    [InlineData("Dorpsweg nr. 7")]
    [InlineData("at 3511aa")]
    [InlineData("She is with her sister Noor.")]
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

    static bool Reads(string text, Guid? reader, Whereabouts told, params Residence[] residences) => new FamilyDoor(
        new FamilySecrets([At(told)], residences).KeptFrom(reader, WorkingDays.DateOf(KnownContact.Now))).Let(text) is not null;

    static Residence Of(Guid person, string? street, bool secret) =>
        new() { PersonId = person, Street = street, HouseNumber = street is null ? null : "7", PostalCode = street == "Dorpsweg" ? "3511AA" : null, Secret = secret, RecordedBy = "lotte" };

    static Contact At(Whereabouts told) => Contact.Register(
        new(ContactKind.Concern, ContactChannel.System, KnownContact.Now, null, told, [new("Seen.", StatementAuthor.Reporter, StatedAt: KnownContact.Now)]),
        FamilyRecords.Nobody, Guid.CreateVersion7(), new("gm0344"), null, KnownContact.Limits, KnownContact.By(KnownContact.Now)).Contact!;
}
