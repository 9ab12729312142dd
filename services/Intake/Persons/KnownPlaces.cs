using Geborgen.Casework;
using Geborgen.Intake.Families;
using Geborgen.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Persons;

/// <summary>Somebody whom the file of a family knows, and until when they belonged to it.</summary>
/// <param name="Family">The family.</param>
/// <param name="PersonId">The person, by the id of that file.</param>
/// <param name="Until">The last day; null for somebody who belongs to it.</param>
sealed record KnownPlace(Family Family, Guid PersonId, DateOnly? Until);

/// <summary>
/// Finds which files of a municipality know somebody. It does so when a worker asks, so that registering a contact takes the same time and
/// leaves the same rows whether somebody was known or not. Who went over to another file is found there.
/// </summary>
sealed class KnownPlaces(IntakeDb db, BsnSeal seal, OrganisationRegistry registry, TimeProvider time)
{
    // A person with more families than this is beyond what a search answers; the contact points suffice.
    const int Most = 25;

    /// <summary>Where somebody with a number is known, the files first to which the person belongs now, and of them the latest.</summary>
    public async Task<IReadOnlyList<KnownPlace>> Of(Municipality municipality, Bsn bsn, CancellationToken ct)
    {
        var lookups = seal.Lookups(bsn.Digits);
        var carriers = (await db.Persons.AsNoTracking().Where(person => person.Bsn != null && lookups.Contains(person.Bsn.Lookup))
            .Select(person => new { person.FamilyId, person.Id }).ToListAsync(ct)).ToLookup(one => one.FamilyId, one => one.Id);
        var ids = carriers.Select(one => one.Key).ToList();
        var families = await db.Families.AsNoTracking().Where(family => family.Municipality == municipality && ids.Contains(family.Id)).ToListAsync(ct);
        return [.. In(families, family => carriers[family.Id]).Take(Most)];
    }

    /// <summary>Where some persons are known, elsewhere than in a family.</summary>
    public async Task<ILookup<Guid, KnownPlace>> Of(IReadOnlyCollection<Guid> persons, Family but, CancellationToken ct) => persons.Count == 0
        ? Enumerable.Empty<KnownPlace>().ToLookup(one => one.PersonId)
        : In(await db.Families.AsNoTracking().Where(family => family.Municipality == but.Municipality && family.Id != but.Id
                && family.Members.Any(member => member.LeftBy == null && persons.Contains(member.PersonId))).ToListAsync(ct), _ => persons).ToLookup(one => one.PersonId);

    /// <summary>
    /// Other registrations that may be the present members of a family, because they carry the same number, or likely are because of the name and
    /// the date of birth. Files that are one with this one say nothing new.
    /// </summary>
    public async Task<IReadOnlyList<ProposedLink>> Proposed(Family family, CancellationToken ct)
    {
        var present = await db.PresentIn(family, ct);
        var own = family.Members.Select(member => member.PersonId).Concat(family.JoinedNow.Select(one => one.PersonId)).ToList();
        return [.. (await WithNumber(present, own, ct)).Concat(await Likely(present, own, ct)).Distinct()];
    }

    async Task<IEnumerable<ProposedLink>> WithNumber(List<Person> present, List<Guid> own, CancellationToken ct)
    {
        var carried = present.Where(person => person.Bsn is not null)
            .SelectMany(person => seal.Lookups(person.Bsn!).Select(lookup => (Lookup: Convert.ToHexString(lookup), person.Id)))
            .ToLookup(one => one.Lookup, one => one.Id);
        if (carried.Count == 0)
            return [];
        var lookups = carried.Select(one => Convert.FromHexString(one.Key)).ToList();
        var alike = await db.Persons.AsNoTracking()
            .Where(person => !own.Contains(person.Id) && person.Bsn != null && lookups.Contains(person.Bsn.Lookup))
            .Select(person => new { person.Id, person.Bsn!.Lookup }).Distinct().ToListAsync(ct);
        return alike.SelectMany(person => carried[Convert.ToHexString(person.Lookup)].Select(member => new ProposedLink(member, person.Id, MatchBasis.Number)));
    }

    // Of those who were born on one day few are alike; their names are compared here.
    async Task<IEnumerable<ProposedLink>> Likely(List<Person> present, List<Guid> own, CancellationToken ct)
    {
        var named = present.FindAll(person => person is { GivenName: not null, FamilyName: not null, BirthDate: not null });
        if (named.Count == 0)
            return [];
        var days = named.ConvertAll(person => person.BirthDate);
        var bornThen = await db.Persons.AsNoTracking().Where(person => days.Contains(person.BirthDate) && !own.Contains(person.Id)).ToListAsync(ct);
        return named.SelectMany(member => bornThen.Where(member.IsLikely).Select(person => new ProposedLink(member.Id, person.Id, MatchBasis.NameAndBirthDate)));
    }

    /// <summary>Whom to call about a place.</summary>
    public ContactPoint PointOf(KnownPlace place) => ContactPoint.Of(place.Family, registry.Current, time.GetUtcNow());

    static IEnumerable<KnownPlace> In(List<Family> families, Func<Family, IEnumerable<Guid>> persons) => families
        .SelectMany(family => family.Members.Where(member => member.LeftBy is null && persons(family).Contains(member.PersonId))
            .GroupBy(member => member.PersonId).Select(same => same.OrderBy(member => member.Until is not null).ThenByDescending(member => member.Until).First())
            .Select(member => new KnownPlace(family, member.PersonId, member.Until)))
        .OrderBy(place => place.Until is not null).ThenByDescending(place => place.Family.OpenedAt);
}

/// <summary>Two registrations that may be one person.</summary>
/// <param name="PersonId">The member of the family at hand.</param>
/// <param name="KnownPersonId">The other registration.</param>
/// <param name="Basis">Why.</param>
sealed record ProposedLink(Guid PersonId, Guid KnownPersonId, MatchBasis Basis)
{
    /// <summary>Whether it is about these two.</summary>
    public bool IsOf(Guid personId, Guid knownPersonId) => PersonId == personId && KnownPersonId == knownPersonId;
}
