using Geborgen.Intake.Contacts;
using Geborgen.Intake.Persons;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>A file that may be about the same people.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Basis">Why.</param>
/// <param name="ContactId">The contact that tells of the same address; null where all of the file is about them.</param>
/// <param name="IsNearSecret">Whether the address is told in a file of which somebody lives in secret, so that who does not work with it may learn nothing by it.</param>
sealed record RelatedFile(Guid FamilyId, MatchBasis Basis, Guid? ContactId = null, bool IsNearSecret = false)
{
    /// <summary>Whether a contact is among what it is about.</summary>
    public bool IsAbout(Contact contact) => contact.FamilyId == FamilyId && (ContactId is null || ContactId == contact.Id);
}

/// <summary>Finds the files of a municipality that may be about the same people or address as one. It is worked out when a worker asks.</summary>
sealed class RelatedFiles(IntakeDb db, KnownPlaces places)
{
    /// <summary>The files that are related to one, those of the same origin apart.</summary>
    public async Task<IReadOnlyList<RelatedFile>> To(Family family, CancellationToken ct)
    {
        var kin = (await db.KinOf([family.Id], ct)).Files;
        var proposed = await places.Proposed(family, ct);
        var known = await places.Of([.. proposed.Select(link => link.KnownPersonId).Distinct()], family, ct);
        return [..
            from link in proposed
            from place in known[link.KnownPersonId]
            where !kin.Contains(place.Family.Id)
            select new RelatedFile(place.Family.Id, link.Basis),
            .. await AtOneAddress(family, kin, ct)];
    }

    // What is kept secret finds nothing and is not found.
    async Task<IEnumerable<RelatedFile>> AtOneAddress(Family family, IReadOnlyCollection<Guid> kin, CancellationToken ct)
    {
        var present = family.Members.Where(one => one.Until is null).Select(one => one.PersonId).ToList();
        var lived = await db.Residences.AsNoTracking().Where(one => one.FamilyId == family.Id && one.Until == null && present.Contains(one.PersonId))
            .Select(one => new { one.PlaceKeys, one.Secret }).ToListAsync(ct);
        var told = await db.Contacts.AsNoTracking().Where(one => one.FamilyId == family.Id).Select(one => one.PlaceKeys).ToListAsync(ct);
        var keys = lived.Where(one => !one.Secret).SelectMany(one => one.PlaceKeys).Concat(told.SelectMany(one => one))
            .Except(lived.Where(one => one.Secret).SelectMany(one => one.PlaceKeys)).Distinct().ToArray();
        if (keys.Length == 0)
            return [];
        var contacts = await db.Contacts.AsNoTracking()
            .Where(one => one.Municipality == family.Municipality && !kin.Contains(one.FamilyId) && one.PlaceKeys.Any(key => keys.Contains(key)))
            .Select(one => new { one.FamilyId, one.Id, Near = db.Residences.Any(lives => lives.FamilyId == one.FamilyId && lives.Secret) }).ToListAsync(ct);
        var residences = await db.Residences.AsNoTracking()
            .Where(one => !kin.Contains(one.FamilyId) && one.Until == null && !one.Secret && one.PlaceKeys.Any(key => keys.Contains(key))
                && db.Families.Any(other => other.Id == one.FamilyId && other.Municipality == family.Municipality
                    && other.Members.Any(member => member.PersonId == one.PersonId && member.Until == null)))
            .Select(one => new { one.FamilyId, Near = db.Residences.Any(lives => lives.FamilyId == one.FamilyId && lives.Secret) }).Distinct().ToListAsync(ct);
        return contacts.Select(one => new RelatedFile(one.FamilyId, MatchBasis.Address, one.Id, one.Near))
            .Concat(residences.Select(one => new RelatedFile(one.FamilyId, MatchBasis.Address, IsNearSecret: one.Near)));
    }
}
