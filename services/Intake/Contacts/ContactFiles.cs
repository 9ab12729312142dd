using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Intake.Emergencies;
using Geborgen.Intake.Families;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>The files of first contacts.</summary>
sealed class ContactFiles(IntakeDb db, FamilyAccess access, RaiseEmergency emergencies, EmergencyOfFiles elsewhere, SeekKeyWorker seek, TimeLimits limits, TimeProvider time) : Files<Contact, ContactResponse, OwnContact>
{
    // Of the contact that the request is about.
    Kin? prepared;

    /// <inheritdoc/>
    public override string Key => "contact";

    /// <inheritdoc/>
    public override IQueryable<Origin> WhoseIs(Guid id) => db.OriginOfContact(id);

    /// <inheritdoc/>
    public override async Task<IEnumerable<Guid>> PersonsOf(Contact file, CancellationToken ct) => prepared?.Files.Contains(file.FamilyId) is true
        ? prepared.PersonsOf(file.FamilyId, file.GoesOnIn)
        : (await db.PersonsOf([file.FamilyId, file.GoesOnIn], ct)).SelectMany(persons => persons).Distinct();

    /// <inheritdoc/>
    public override DateTimeOffset BeganAt(Contact file) => file.RegisteredAt;

    /// <summary>What is decided and done is for the family whose file is in use.</summary>
    public override async Task Prepare(Contact file, CancellationToken ct)
    {
        prepared = await db.KinOf([file.FamilyId], ct);
        var inUse = prepared.InUse(file.FamilyId);
        file.GoOnIn(inUse.Id, closed: inUse.ClosedAt is not null, prepared.MustHear(file.FamilyId, file.ReceivedAt, time.GetUtcNow()));
    }

    /// <inheritdoc/>
    public override async Task LearnSecrets(IReadOnlyCollection<Contact> files, CancellationToken ct)
    {
        var around = await db.SecretsAround(files.Select(one => one.FamilyId), ct);
        foreach (var file in files)
            file.AlsoKeep((reader, today) => around[file.FamilyId].KeptFrom(reader, today, besides: file.Id));
    }

    /// <inheritdoc/>
    public override Refusal? WhyNotChanged(Contact file) => file.IsInClosedFile ? ClosingRefusals.FileClosed : null;

    /// <inheritdoc/>
    public override async Task<FamilyRecords> RecordsOf(Contact file, CancellationToken ct)
    {
        var kin = prepared?.Files.Contains(file.FamilyId) is true ? prepared : await db.KinOf([file.FamilyId], ct);
        return kin.RecordsOf(WorkingDays.DateOf(time.GetUtcNow()), file.FamilyId, file.GoesOnIn);
    }

    /// <inheritdoc/>
    public override ContactResponse Show(Contact file, Grant grant) => ContactResponse.Of(file, access, grant);

    /// <inheritdoc/>
    public override async Task<IQueryable<Contact>> KnownTo(string account, DateTimeOffset now, CancellationToken ct)
    {
        var known = await db.ContactsKnownTo(account, now, ct);
        return db.Contacts.Where(one => known.Contains(one.Id)).OrderByDescending(one => one.ReceivedAt).ThenByDescending(one => one.Id);
    }

    /// <inheritdoc/>
    public override async Task<Guid?> MemberBehind(string account, Contact file, DateTimeOffset now, CancellationToken ct) =>
        await db.MemberBehind(account, file.FamilyId, now, ct) ?? await db.WhoSent(file, account, ct);

    /// <inheritdoc/>
    public override async Task<OwnContact?> ShowOwn(Contact file, Actor reader, CancellationToken ct) =>
        OwnContact.Of(file, await OwnReader.Of(db, file, reader.Account, reader.Now, ct), limits, reader.Today);

    /// <summary>
    /// The emergency of the family to which the person belongs now is raised when none runs, and a key worker is sought, also where it was decided
    /// before that nothing follows.
    /// </summary>
    public override async Task DangerJudged(Contact file, Actor by, CancellationToken ct)
    {
        var whose = await elsewhere.Hold(file.AcuteDangers[^1].PersonId, file.FamilyId, ct);
        foreach (var family in whose)
        {
            if (family == file.GoesOnIn)
                await emergencies.For(file, by, ct);
            else
                await elsewhere.Raise(family, known: by.Now, by.Now, ct);
            seek.For(await db.Families.SingleAsync(one => one.Id == family, ct), by);
        }
    }
}
