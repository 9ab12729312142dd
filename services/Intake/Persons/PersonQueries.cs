using Geborgen.Casework;
using Geborgen.Intake.Families;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Persons;

/// <summary>How what a file knows of its persons is found and goes over to another file.</summary>
static class PersonQueries
{
    /// <summary>What a family's file knows of those who belong to the family now.</summary>
    public static Task<List<Person>> PresentIn(this IntakeDb db, Family family, CancellationToken ct)
    {
        var present = family.Members.Where(member => member.Until is null).Select(member => member.PersonId).ToList();
        return db.Persons.Where(one => one.FamilyId == family.Id && present.Contains(one.Id)).ToListAsync(ct);
    }

    /// <summary>Persons go over from one file to another, which takes what is known of them as its own: their particulars and where they live now.</summary>
    public static async Task TakeAlong(this IntakeDb db, IReadOnlyCollection<Guid> persons, Guid from, Guid to, Actor by, CancellationToken ct)
    {
        var known = await db.Persons.Where(one => (one.FamilyId == from || one.FamilyId == to) && persons.Contains(one.Id)).ToListAsync(ct);
        foreach (var person in known.Where(one => one.FamilyId == from))
            if (known.Find(one => one.FamilyId == to && one.Id == person.Id) is { } before)
                before.ComeFrom(person, by);
            else
                db.Add(person.GoTo(to));
        var residences = await db.Residences.Where(one => one.Until == null && (one.FamilyId == from || one.FamilyId == to) && persons.Contains(one.PersonId)).ToListAsync(ct);
        foreach (var former in residences.Where(one => one.FamilyId == to))
            former.End(by.Now);
        db.AddRange(residences.Where(one => one.FamilyId == from).Select(one => one.GoTo(to, by.Now)));
        await db.TakeNoticesAlong(persons, from, to, ct);
    }

    /// <summary>What a file does not know of a member it takes from the other file in which the same person was registered.</summary>
    public static async Task Complete(this IntakeDb db, Guid member, Guid of, Guid known, Guid from, Actor by, CancellationToken ct)
    {
        (await db.Persons.SingleAsync(one => one.FamilyId == of && one.Id == member, ct))
            .CompleteFrom(await db.Persons.SingleAsync(one => one.FamilyId == from && one.Id == known, ct), by);
        if (!await db.Residences.AnyAsync(one => one.FamilyId == of && one.PersonId == member && one.Until == null, ct)
            && await db.Residences.SingleOrDefaultAsync(one => one.FamilyId == from && one.PersonId == known && one.Until == null, ct) is { } residence)
            db.Add(residence.GoTo(of, by.Now, member));
    }

    /// <summary>The ids under which members of the family whose file is in use stand in one of its files.</summary>
    public static async Task<Guid[]> AsIn(this IntakeDb db, Guid file, Family inUse, IEnumerable<Guid> members, CancellationToken ct)
    {
        if (inUse.Joined.Count == 0 || file == inUse.Id)
            return [.. members];
        var there = await db.Families.AsNoTracking().Where(one => one.Id == file).SelectMany(one => one.Members).Select(one => one.PersonId).ToListAsync(ct);
        return [.. members.Select(member => inUse.IdsOf(member).OrderBy(id => there.Contains(id) ? 0 : 1).First())];
    }
}
