using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake;

/// <summary>Questions that several use cases ask of what Intake keeps.</summary>
static class IntakeQueries
{
    /// <summary>The persons of a family, past ones included: whom a reading of its records is about.</summary>
    public static async Task<IReadOnlyList<Guid>> PersonsOf(this IntakeDb db, Guid familyId, CancellationToken ct) =>
        [.. (await db.PersonsOf([familyId], ct))[familyId]];

    /// <summary>The persons of each of some families.</summary>
    public static async Task<ILookup<Guid, Guid>> PersonsOf(this IntakeDb db, IEnumerable<Guid> families, CancellationToken ct) =>
        (await db.Families.AsNoTracking().Where(family => families.Contains(family.Id))
            .SelectMany(family => family.Members, (family, member) => new { family.Id, member.PersonId })
            .ToListAsync(ct)).ToLookup(one => one.Id, one => one.PersonId);
}
