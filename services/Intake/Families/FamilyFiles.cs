using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Contacts;
using Geborgen.Intake.Emergencies;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>The files of families.</summary>
sealed class FamilyFiles(IntakeDb db, EmergencyOfFiles emergencies, TimeLimits limits) : Files<Family>
{
    /// <inheritdoc/>
    public override IQueryable<Origin> WhoseIs(Guid id) => db.Families.Where(one => one.Id == id).Select(one => new Origin(one.Id, null));

    /// <inheritdoc/>
    public override Task<IEnumerable<Guid>> PersonsOf(Family file, CancellationToken ct) => Task.FromResult(PersonsBefore(file));

    // Who was a member before is concerned as well.
    /// <inheritdoc/>
    public override IEnumerable<Guid> PersonsBefore(Family file) => file.Members.Select(member => member.PersonId);

    /// <inheritdoc/>
    public override async Task LearnSecrets(IReadOnlyCollection<Family> files, CancellationToken ct)
    {
        var around = await db.SecretsAround(files.Select(one => one.Id), ct);
        foreach (var file in files)
            file.AlsoKeep((reader, today) => around[file.Id].KeptFrom(reader, today));
    }

    /// <inheritdoc/>
    public override async Task Changed(Family file, Actor by, CancellationToken ct)
    {
        await Follow(db, file, by.Now, ct);
        foreach (var family in db.Families.Local.Where(one => one == file || (one.SplitFrom == file.Id && db.Entry(one).State == EntityState.Added)).ToList())
            if (family.Raised.Any(said => said is MemberAdded or FamilyOpened or MergeUndone))
                await emergencies.RaiseWhereDangerStands(family, by, ct);
        if (file.Raised.Any(said => said is MemberAdded or PersonParticularsChanged))
            await TellWhoJoined(db, file.Id, limits, by.Now, ct);
    }

    /// <summary>Who came to the family, or is known by now to be old enough, hears of what was reported as well.</summary>
    internal static async Task TellWhoJoined(IntakeDb db, Guid familyId, TimeLimits limits, DateTimeOffset now, CancellationToken ct)
    {
        var kin = await db.KinOf([familyId], ct);
        foreach (var contact in await db.Contacts.Where(one => kin.Files.Contains(one.FamilyId)).ToListAsync(ct))
            contact.TellWhoJoined(kin.MustHear(contact.FamilyId, contact.ReceivedAt, now), limits.For(Contact.TellingTerm, now), now);
    }

    /// <summary>Who works with a family reads the files that went into it, however often the familiar face changes.</summary>
    internal static async Task Follow(IntakeDb db, Family family, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var merge in family.Merges.Where(one => one.UndoneAt is null))
        {
            var closed = await db.Families.SingleAsync(one => one.Id == merge.OtherFamilyId, ct);
            closed.FollowWorkersOf(family, now);
            await Follow(db, closed, now, ct);
        }
    }
}
