using Geborgen.Casework;
using Geborgen.Intake.Contacts;
using Geborgen.Intake.Persons;

namespace Geborgen.Intake.Families;

/// <summary>
/// What the records of a family keep from its members: what its contacts keep, and where somebody lives or was said to be of whom nobody
/// may learn that.
/// </summary>
/// <param name="contacts">The contacts about the family, in whichever of its files.</param>
/// <param name="residences">Where its members live or lived, as whichever file of them knows it.</param>
/// <param name="names">How its members are called: that tells of no place.</param>
/// <param name="same">Which ids are of one person.</param>
public sealed class FamilySecrets(
    IReadOnlyCollection<Contact> contacts, IReadOnlyCollection<Residence> residences, IReadOnlyCollection<string> names, SamePerson same)
{
    /// <summary>What is kept from a member, or from whoever of the family it is.</summary>
    /// <param name="reader">The member; null for anybody of the family.</param>
    /// <param name="today">The day.</param>
    /// <param name="besides">A contact that says itself what it keeps; null where none does.</param>
    public IEnumerable<Secret> KeptFrom(Guid? reader, DateOnly today, Guid? besides = null) =>
        contacts.Where(one => one.Id != besides).SelectMany(one => one.SecretsFrom(reader, today)).Concat(PlacesKeptFrom(reader)).Concat(WhereCallersAre(reader));

    /// <summary>
    /// Who reported and where somebody is, which are kept from a member wherever words for the family are written. What was said is kept by the
    /// file in which it stands: elsewhere it can have been shared.
    /// </summary>
    /// <param name="reader">The member; null for anybody of the family.</param>
    public IEnumerable<Secret> KeptEverywhereFrom(Guid? reader) => contacts.SelectMany(one => one.WhoReported).Concat(PlacesKeptFrom(reader)).Concat(WhereCallersAre(reader));

    // Where somebody who called for help can be reached tells of the call, and of where to find the caller.
    IEnumerable<Secret> WhereCallersAre(Guid? reader) => contacts.Where(one => one.IsCallKeptFrom(reader)).SelectMany(one => one.Places)
        .SelectMany<Whereabouts, Secret>(place => [Secret.Address(place.Street, place.PostalCode, place.Town), Secret.Place(place.Description, names)]);

    // Who lives or lived in a place knows it. What was secret stays so, unless the same person lives there openly now, as the file says that
    // kept it secret. Where somebody of the
    // family lives in secret, what a contact tells of where it is can be that place, or where they stay for now; what is another's open
    // address is not.
    IEnumerable<Secret> PlacesKeptFrom(Guid? reader)
    {
        var known = residences.Where(one => one.WhyWrong is null && reader is { } person && same.Of(one.PersonId) == same.Of(person)).ToList();
        var open = residences.Where(one => one is { Secret: false, Until: null }).ToList();
        var secret = residences.Where(one => one.Secret && !known.Exists(one.IsSamePlaceAs)
            && !open.Exists(now => now.PersonId == one.PersonId && now.FamilyId == one.FamilyId && now.IsSamePlaceAs(one))).ToList();
        if (secret.Count == 0)
            return [];
        var notSecret = known.Concat(open).ToList();
        return secret.Select(one => Secret.Address(one.Street, one.PostalCode, Kept(one.Town))).Concat(contacts
            .SelectMany(one => one.Places).Where(place => !notSecret.Exists(one => one.IsAt(place)))
            .SelectMany<Whereabouts, Secret>(place => [Secret.Address(place.Street, place.PostalCode, Kept(place.Town)), Secret.Place(place.Description, names)]));

        // Much is told of the town in which others of the family live.
        string? Kept(string? town) =>
            notSecret.Exists(one => one.Until is null && string.Equals(one.Town, town, StringComparison.OrdinalIgnoreCase)) ? null : town;
    }
}
