using Geborgen.Intake.Persons;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>Two registrations that may be one person, because they carry one citizen service number.</summary>
/// <param name="PersonId">The member of the family at hand.</param>
/// <param name="KnownPersonId">The other registration.</param>
sealed record ProposedLink(Guid PersonId, Guid KnownPersonId);

/// <summary>
/// Finds registrations with the same citizen service number. It does so when a worker asks, so that registering a
/// contact takes the same time and leaves the same rows whether somebody was known or not.
/// </summary>
sealed class ProposedLinks(IntakeDb db, BsnSeal seal)
{
    /// <summary>The links that are proposed for a family's members, decided ones included.</summary>
    public async Task<IReadOnlyList<ProposedLink>> Of(Family family, CancellationToken ct)
    {
        var members = family.Members.Select(member => member.PersonId).ToList();
        var numbered = await db.Persons.AsNoTracking()
            .Where(person => members.Contains(person.Id) && person.Bsn != null).ToListAsync(ct);
        var wanted = numbered
            .SelectMany(person => seal.Lookups(person.Bsn!).Select(lookup => (Lookup: Convert.ToHexString(lookup), person.Id)))
            .ToLookup(one => one.Lookup, one => one.Id);
        var lookups = wanted.Select(one => Convert.FromHexString(one.Key)).ToList();
        var known = await db.Persons.AsNoTracking()
            .Where(person => !members.Contains(person.Id) && person.Bsn != null && lookups.Contains(person.Bsn.Lookup))
            .Select(person => new { person.Id, person.Bsn!.Lookup }).ToListAsync(ct);
        return [.. known.SelectMany(person => wanted[Convert.ToHexString(person.Lookup)].Select(member => new ProposedLink(member, person.Id)))];
    }
}
