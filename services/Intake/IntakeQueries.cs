using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Intake.Contacts;
using Geborgen.Intake.Emergencies;
using Geborgen.Intake.Families;
using Geborgen.Intake.Persons;
using Geborgen.Intake.Supports;
using Geborgen.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake;

/// <summary>Questions that several use cases ask of what Intake keeps.</summary>
static class IntakeQueries
{
    internal const string IntakeService = "intake";
    const string InvestigationService = "investigation";

    /// <summary>The family of a contact, and who sent it.</summary>
    public static IQueryable<Origin> OriginOfContact(this IntakeDb db, Guid id) =>
        db.Contacts.Where(one => one.Id == id).Select(one => new Origin(one.FamilyId, one.Sender));

    /// <summary>The family of an emergency.</summary>
    public static IQueryable<Origin> OriginOfEmergency(this IntakeDb db, Guid id) =>
        db.Emergencies.Where(one => one.Id == id).Select(one => new Origin(one.FamilyId, null));

    /// <summary>What is offered and asked for in a municipality.</summary>
    public static IQueryable<SupportExchange> SupportsIn(this IntakeDb db, Municipality municipality) =>
        db.Supports.Where(one => one.Municipality == municipality);

    /// <summary>
    /// Whether somebody of a family is judged to be in acute danger now, here or by the regional team, in whichever file of one origin: danger is
    /// about a person, and goes where the person goes.
    /// </summary>
    public static async Task<bool> IsInAcuteDanger(this IntakeDb db, Guid familyId, CancellationToken ct) => await db.IsInAcuteDanger(await db.KinOf([familyId], ct), familyId, ct);

    /// <inheritdoc cref="IsInAcuteDanger(IntakeDb, Guid, CancellationToken)"/>
    public static async Task<bool> IsInAcuteDanger(this IntakeDb db, Kin kin, Guid familyId, CancellationToken ct)
    {
        var family = kin.InUse(familyId);
        var here = await db.Contacts.Where(one => kin.Files.Contains(one.FamilyId))
            .SelectMany(one => one.AcuteDangers.Where(danger => danger.OverAt == null), (one, danger) => new { one.FamilyId, danger.PersonId }).ToListAsync(ct);
        var elsewhere = await db.Set<DangerRow>().Where(one => kin.Files.Contains(one.FamilyId) && !one.Over && one.PersonId != null)
            .Select(one => new { one.FamilyId, PersonId = one.PersonId!.Value }).ToListAsync(ct);
        return here.Concat(elsewhere).Any(one => kin.WhoseIs(one.PersonId, one.FamilyId).Contains(family));
    }

    /// <summary>Under which account, or by which system, a contact of a family was sent; null where it is none of that family.</summary>
    public static async Task<string?> SenderOf(this IntakeDb db, Guid? contactId, Guid familyId, CancellationToken ct)
    {
        var files = await db.FilesOf(familyId, ct);
        return await db.Contacts.Where(one => one.Id == contactId && files.Contains(one.FamilyId)).Select(one => one.Sender).SingleOrDefaultAsync(ct);
    }

    /// <summary>The person, as the file knows it, who sent a contact under an account, whether or not the person belongs to the family still; null where that is nobody.</summary>
    public static async Task<Guid?> WhoSent(this IntakeDb db, Contact contact, string account, CancellationToken ct)
    {
        if (contact.Sender != account)
            return null;
        var kin = await db.KinOf([contact.FamilyId], ct);
        return kin.PersonBehind(account) is { } sender ? kin.AsIn(contact.FamilyId, [sender])[0] : null;
    }

    /// <summary>Which members of a family called for help in some of its files and wait for what follows.</summary>
    public static async Task<IReadOnlyCollection<Guid>> CallersWaiting(this IntakeDb db, Guid familyId, IReadOnlyCollection<Guid> files, CancellationToken ct)
    {
        var kin = await db.KinOf([familyId], ct);
        var waiting = await db.Contacts.AsNoTracking()
            .Where(one => files.Contains(one.FamilyId) && one.Kind == ContactKind.SelfReferral && one.Status == ContactStatus.Received).ToListAsync(ct);
        return kin.AsIn(familyId, waiting.SelectMany(kin.CallersOf));
    }

    /// <summary>The files of one origin with some, as the request left them so far.</summary>
    public static async Task<Kin> KinOf(this IntakeDb db, IEnumerable<Guid> files, CancellationToken ct)
    {
        var (found, asked) = (new List<Family>(), files.ToHashSet());
        for (List<Guid> open = [.. asked]; open.Count > 0;)
        {
            var loaded = db.Families.Local.Where(one => open.Contains(one.Id)).ToList();
            if (open.Except(loaded.Select(one => one.Id)).ToList() is { Count: > 0 } others)
                loaded.AddRange(await db.Families.AsNoTracking().Where(one => others.Contains(one.Id)).ToListAsync(ct));
            found.AddRange(loaded);
            open = [.. loaded.SelectMany(one => one.TiedTo).Where(asked.Add)];
        }
        return new(found);
    }

    /// <summary>The persons of a family, past ones included: whom a reading of its records is about.</summary>
    public static async Task<IReadOnlyList<Guid>> PersonsOf(this IntakeDb db, Guid familyId, CancellationToken ct) =>
        [.. (await db.PersonsOf([familyId], ct))[familyId]];

    /// <summary>The persons of each of some families.</summary>
    public static async Task<ILookup<Guid, Guid>> PersonsOf(this IntakeDb db, IEnumerable<Guid> families, CancellationToken ct) =>
        (await db.Families.AsNoTracking().Where(family => families.Contains(family.Id))
            .SelectMany(family => family.Members, (family, member) => new { family.Id, member.PersonId })
            .ToListAsync(ct)).ToLookup(one => one.Id, one => one.PersonId);

    /// <summary>The family whose file is in use: the own one, or the one into whose file that went, however often.</summary>
    public static IQueryable<Family> FileInUse(this IntakeDb db, Guid familyId) => db.Families.FromSql($"""
        select * from families where id = (
            with recursive file as (
                select id, merged_into from families where id = {familyId}
                union all
                select next.id, next.merged_into from families next join file on next.id = file.merged_into)
            select id from file where merged_into is null)
        """);

    /// <summary>The files of a family: its own, and those that went into it, however often.</summary>
    public static async Task<IReadOnlyList<Guid>> FilesOf(this IntakeDb db, Guid familyId, CancellationToken ct)
    {
        List<Guid> files = [familyId];
        for (var at = 0; at < files.Count; at++)
        {
            var file = files[at];
            files.AddRange(await db.Families.Where(one => one.Id == file).SelectMany(one => one.Merges)
                .Where(merge => merge.UndoneAt == null).Select(merge => merge.OtherFamilyId).ToListAsync(ct));
        }
        return files;
    }

    /// <summary>
    /// Whether a family needs a key worker: a contact waits for its triage or is followed up, or somebody is in danger.
    /// One without contacts of its own came from another, and needs one.
    /// </summary>
    public static async Task<bool> NeedKeyWorker(this IntakeDb db, Guid familyId, IReadOnlyCollection<Guid> files, CancellationToken ct, Guid? decided = null)
    {
        var contacts = db.Contacts.Where(one => files.Contains(one.FamilyId));
        return !await contacts.IgnoreQueryFilters().AnyAsync(ct)
            || await contacts.AnyAsync(one => one.Id != decided
                && ((one.Status == ContactStatus.Received && one.Kind != ContactKind.Advice)
                    || (one.Triage != null && one.Triage.Outcome != TriageOutcome.NoFollowUp && one.Triage.Outcome != TriageOutcome.Advice)), ct)
            || await db.Emergencies.AnyAsync(one => files.Contains(one.FamilyId) && one.EndedAt == null, ct)
            || await db.IsInAcuteDanger(familyId, ct);
    }

    /// <summary>The families that a worker, or the worker's team on duty, works with now.</summary>
    public static IQueryable<Guid> FamiliesOnList(this IntakeDb db, WorkListView whose, CurrentUser user, DateTimeOffset now)
    {
        var working = db.Set<Involvement>().Where(one => one.Service == IntakeService && one.From <= now && (one.Until == null || one.Until > now));
        return (whose == WorkListView.Mine
            ? working.Where(one => one.Worker == user.Id)
            : working.Where(one => one.Relation == Relations.DutyTeam && one.Team == user.Team))
            .Select(one => one.FamilyId);
    }

    /// <summary>The families that somebody else works with, but which the caller's team can give to another.</summary>
    public static IQueryable<Guid> FamiliesGivenBy(this IntakeDb db, CurrentUser user, DateTimeOffset now) => db.Set<Involvement>()
        .Where(one => one.Service == IntakeService && one.Relation == Relations.AssigningTeam && one.Team == user.Team && one.From <= now && (one.Until == null || one.Until > now))
        .Select(one => one.FamilyId);

    /// <summary>The families of which an account is the key worker's.</summary>
    public static IQueryable<Guid> FamiliesOf(this IntakeDb db, string account, DateTimeOffset now) => db.Set<Involvement>()
        .Where(one => one.Service == IntakeService && one.Relation == Relations.KeyWorker && one.Worker == account && one.From <= now && (one.Until == null || one.Until > now))
        .Select(one => one.FamilyId);

    /// <summary>Whether somebody works with a family under an account, now or as was agreed, wherever that was said.</summary>
    public static Task<bool> WorksWith(this IntakeDb db, string account, Guid familyId, DateTimeOffset now, CancellationToken ct) => db.Set<Involvement>().AnyAsync(
        one => one.FamilyId == familyId && one.Worker == account && one.Relation != Relations.EmergencyAccess && (one.Until == null || one.Until > now), ct);

    /// <summary>What still runs around a family that somebody must finish. What the regional team does is known by who of it is involved.</summary>
    public static async Task<StillRunning> StillRunning(this IntakeDb db, Guid familyId, IReadOnlyCollection<Guid> files, DateTimeOffset now, CancellationToken ct)
    {
        var contacts = db.Contacts.Where(one => files.Contains(one.FamilyId));
        var regional = db.Set<Involvement>().Where(one => files.Contains(one.FamilyId) && one.Service == InvestigationService);
        return new(
            Contact: await contacts.AnyAsync(one => one.Status == ContactStatus.Received, ct),
            Emergency: await db.Emergencies.AnyAsync(one => files.Contains(one.FamilyId) && (one.EndedAt == null
                || one.Clocks.Any(clock => clock.Term == Emergency.AgreementTerm && clock.StoppedAt == null)), ct),
            // A request that nobody was heard to take up yet is open as well.
            Investigation: await regional.AnyAsync(one => (one.Until == null || one.Until > now)
                    && (one.Relation == Relations.Investigator || one.Relation == Relations.RegionalTeam), ct)
                || await contacts.AnyAsync(one => one.InvestigationRequest != null && !regional.Any(who => who.From >= one.InvestigationRequest.At), ct),
            Danger: await db.IsInAcuteDanger(familyId, ct),
            Telling: await contacts.AnyAsync(one => one.Clocks.Any(clock => clock.Term == Contact.TellingTerm && clock.StoppedAt == null), ct));
    }

    /// <summary>The family whose file is in use for a file, for reading; null when there is no such file.</summary>
    public static Task<Family?> FamilyInUse(this IntakeDb db, Guid familyId, CancellationToken ct) =>
        db.FileInUse(familyId).AsNoTracking().SingleOrDefaultAsync(ct);

    /// <summary>
    /// The member behind a login account, of the family whose file is in use for a file, by the id under which the member stands in that
    /// file; null when there is none, or no longer. Who belonged to a file that went into another belongs to that one now.
    /// </summary>
    public static async Task<Guid?> MemberBehind(this IntakeDb db, string account, Guid familyId, DateTimeOffset now, CancellationToken ct) =>
        await db.FamilyInUse(familyId, ct) is { } family && family.MemberBehind(account, now) is { } member
            ? (await db.AsIn(familyId, family, [member], ct))[0] : null;

    /// <summary>
    /// The id by which a member knows the family of a contact that the member sent, whichever file that went into or the member went to; null where
    /// that is the contact's own.
    /// </summary>
    public static async Task<Guid?> KnownAs(this IntakeDb db, Contact contact, string account, DateTimeOffset now, CancellationToken ct) =>
        (await OwnFile.Of(db, contact.Municipality, account, now, ct)).FirstOrDefault(own => own.Untold.Kin.FilesOf(own.Family.Id).Contains(contact.FamilyId))?.Id
            ?? (await db.KinOf([contact.FamilyId], ct)).KnownUnder(account, contact.FamilyId);

    /// <summary>What the files of each of some families keep from its members, in whichever file of one origin it stands.</summary>
    public static async Task<IReadOnlyDictionary<Guid, FamilySecrets>> SecretsAround(this IntakeDb db, IEnumerable<Guid> families, CancellationToken ct)
    {
        var asked = families.ToHashSet();
        var all = await db.KinOf(asked, ct);
        var files = all.Files.ToList();
        var contacts = (await db.Contacts.AsNoTracking().Where(one => files.Contains(one.FamilyId)).ToListAsync(ct)).ToLookup(one => one.FamilyId);
        // Where somebody lives in secret another file of the same person can know: no text of any of them tells it.
        var same = all.SamePersons();
        var persons = same.Known.ToList();
        var alike =
            from member in db.Persons
            from other in db.Persons
            where files.Contains(member.FamilyId) && member.Bsn != null && other.Bsn != null && member.Bsn.Lookup == other.Bsn.Lookup
            select new { Member = member.Id, Other = other.Id };
        var places = await db.Residences.AsNoTracking().Where(one => persons.Contains(one.PersonId))
            .Union(db.Residences.AsNoTracking().Where(one => alike.Any(pair => pair.Other == one.PersonId))).ToListAsync(ct);
        // Who is whom, and how people are called, matters only beside a place that is kept.
        var isKept = places.Exists(one => one.Secret) || contacts.SelectMany(about => about).Any(one => one.IsOwnCall);
        foreach (var pair in isKept ? await alike.ToListAsync(ct) : [])
            same.Join(pair.Member, pair.Other);
        var names = (isKept ? await db.Persons.AsNoTracking().Where(one => files.Contains(one.FamilyId)).Select(one => new { one.FamilyId, one.GivenName, one.FamilyName }).ToListAsync(ct) : [])
            .ToLookup(one => one.FamilyId, one => $"{one.GivenName} {one.FamilyName}".Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var residences = places.ToLookup(one => same.Of(one.PersonId));
        return asked.ToDictionary(one => one, one =>
        {
            var kin = all.Of(one);
            return new FamilySecrets(
                [.. kin.Files.SelectMany(file => contacts[file])], [.. kin.Persons.Select(same.Of).Distinct().SelectMany(person => residences[person])],
                [.. kin.Files.SelectMany(file => names[file]).SelectMany(called => called).Distinct()], same);
        });
    }

    /// <summary>The reports of which a person was not told, in whichever file of one origin, and what the person knows of.</summary>
    public static async Task<UntoldReports> UntoldTo(this IntakeDb db, Guid personId, Kin kin, CancellationToken ct) =>
        new(kin, personId, await db.Contacts.AsNoTracking()
            .Where(one => kin.Files.Contains(one.FamilyId) && one.Kind != ContactKind.Advice).ToListAsync(ct));

    /// <summary>
    /// Whose a contact is, if a member of the family may know of it. What the member knows is looked up first and whatever the contact: it takes
    /// as long for one that is kept from the member as for one that is not there.
    /// </summary>
    public static async Task<IQueryable<Origin>> OriginKnownTo(this IntakeDb db, Guid id, string account, DateTimeOffset now, CancellationToken ct)
    {
        var known = await (await db.ContactsKnownTo(account, now, ct)).ToListAsync(ct);
        var asked = known.Contains(id) ? id : Guid.Empty;
        return db.OriginOfContact(asked);
    }

    /// <summary>
    /// The contacts that a member of a family may know to be there: those that the member sent, and those about the own
    /// family, in whichever of its files, of which the member was told, or in which the member spoke where there is nobody to
    /// tell of. A report that only others were told of is not among them, nor is a call for help of another member, whoever spoke in it.
    /// </summary>
    public static async Task<IQueryable<Guid>> ContactsKnownTo(this IntakeDb db, string account, DateTimeOffset now, CancellationToken ct)
    {
        var families = await db.Families.AsNoTracking()
            .Where(family => family.MergedInto == null && family.Members.Any(member => member.Account == account)).ToListAsync(ct);
        var (files, persons) = (new List<Guid>(), new List<Guid>());
        foreach (var family in families)
        {
            if (family.MemberBehind(account, now) is not { } person)
                continue;
            persons.AddRange(family.IdsOf(person));
            files.AddRange(await db.FilesOf(family.Id, ct));
        }
        return db.Contacts.Where(contact => contact.Sender == account).Select(contact => contact.Id)
            .Union(db.Contacts.Where(contact => files.Contains(contact.FamilyId))
                .Where(contact => contact.Tellings.Any(telling => telling.Persons.Any(told => persons.Contains(told)))
                    || ((contact.Reporter == null || (contact.Kind != ContactKind.Concern && contact.Kind != ContactKind.Emergency))
                        && contact.Statements.Any(said => said.PersonId != null && persons.Contains(said.PersonId.Value)
                            && (said.WrittenBy == contact.Sender || contact.Kind != ContactKind.SelfReferral || contact.Sender == null
                                || (contact.Channel != ContactChannel.Web && !contact.Statements.Any(sent => sent.WrittenBy == contact.Sender && sent.PersonId != null))))))
                .Select(contact => contact.Id));
    }
}
