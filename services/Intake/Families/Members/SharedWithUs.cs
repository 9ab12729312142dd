using Geborgen.Access;
using Geborgen.Intake.Persons;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>What the file of another family lets this one read of a member.</summary>
/// <param name="PersonId">The member of this family.</param>
/// <param name="Place">Where the same person is known.</param>
/// <param name="Sharing">What that file shares.</param>
sealed record SharedPerson(Guid PersonId, KnownPlace Place, PersonSharing Sharing);

/// <summary>Finds what other files share now with a family of the members whom a worker found to be known there. That it is read stands in their logs.</summary>
sealed class SharedWithUs(IntakeDb db, KnownPlaces places, FamilyAccess access, TimeProvider time)
{
    /// <summary>What is shared with a family.</summary>
    public async Task<IReadOnlyList<SharedPerson>> Of(Family family, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var links = family.LinksAt(now).ToList();
        var known = await places.Of(links.ConvertAll(link => link.KnownPersonId), family, ct);
        return [..
            from link in links
            from place in known[link.KnownPersonId]
            let sharing = place.Family.SharedWith(family.Id, place.PersonId, now)
            where sharing is not null
            select new SharedPerson(link.PersonId, place, sharing)];
    }

    /// <summary>What those files know of their persons.</summary>
    public async Task<IReadOnlyList<(SharedPerson Shared, Person Person)>> Particulars(IReadOnlyList<SharedPerson> shared, CancellationToken ct)
    {
        var (families, ids) = Keys(shared);
        var persons = shared.Count == 0 ? [] : await db.Persons.AsNoTracking().Where(one => families.Contains(one.FamilyId) && ids.Contains(one.Id)).ToListAsync(ct);
        return await Logged([.. from one in shared join person in persons on (one.Place.Family.Id, one.Place.PersonId) equals (person.FamilyId, person.Id) select (one, person)], ct);
    }

    /// <summary>Where those persons live, as far as that is shared too.</summary>
    public async Task<IReadOnlyList<(SharedPerson Shared, Residence Residence)>> Residences(IReadOnlyList<SharedPerson> shared, CancellationToken ct)
    {
        var (families, ids) = Keys(shared);
        var residences = shared.Count == 0 ? [] : await db.Residences.AsNoTracking()
            .Where(one => one.Until == null && families.Contains(one.FamilyId) && ids.Contains(one.PersonId)).ToListAsync(ct);
        return await Logged([.. from one in shared where one.Sharing.Residence
            join residence in residences on (one.Place.Family.Id, one.Place.PersonId) equals (residence.FamilyId, residence.PersonId) select (one, residence)], ct);
    }

    async Task<IReadOnlyList<(SharedPerson Shared, T Known)>> Logged<T>(IReadOnlyList<(SharedPerson Shared, T Known)> read, CancellationToken ct)
    {
        await access.LogElsewhere(read.Select(one => (one.Shared.Place.Family.Id, one.Shared.Place.PersonId)), ct);
        return read;
    }

    static (List<Guid> Families, List<Guid> Persons) Keys(IReadOnlyList<SharedPerson> shared) =>
        ([.. shared.Select(one => one.Place.Family.Id)], [.. shared.Select(one => one.Place.PersonId)]);
}
