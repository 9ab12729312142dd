using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;

namespace Geborgen.Intake.Families;

/// <summary>
/// A family or household as its own municipality sees it: who belongs to it, who its one familiar face is, and which
/// team owns it while it has none.
/// </summary>
public sealed partial class Family : ClockedAggregate
{
    /// <summary>The term within which a family gets its key worker.</summary>
    public const string KeyWorkerAssignmentTerm = "keyWorkerAssignment";

    readonly List<Membership> members = [];
    readonly List<Assignment> assignments = [];
    readonly List<PersonLink> links = [];

    Family()
    {
    }

    /// <summary>When it came into view.</summary>
    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>Who belongs to it, and who once did.</summary>
    public IReadOnlyList<Membership> Members => members;

    /// <summary>Who works with it or once did, and in which relation.</summary>
    public IReadOnlyList<Assignment> Assignments => assignments;

    /// <summary>Which of its members were found to be people whom another file knows as well. That gives nothing of that file.</summary>
    public IReadOnlyList<PersonLink> Links => links;

    /// <inheritdoc/>
    public override Guid OfFamily => Id;

    /// <summary>Opens a provisional family, which the team on duty owns until it has a key worker.</summary>
    public static Family Open(
        Municipality municipality, IEnumerable<(Guid PersonId, MemberRole Role)> named, TeamOnDuty duty, TimeLimit? limit,
        DateTimeOffset receivedAt, Actor by, Guid? id = null)
    {
        ArgumentNullException.ThrowIfNull(named);
        ArgumentNullException.ThrowIfNull(duty);
        var family = new Family
        {
            Id = id ?? Guid.CreateVersion7(by.Now),
            Municipality = municipality,
            OpenedAt = by.Now,
        };
        family.members.AddRange(named.Select(one => new Membership(one.PersonId, one.Role, by.Today, by.Now)));
        family.Raise(new FamilyOpened([.. family.members.Select(member => member.ToContract())]), by.Now);
        family.Begin(Assignment.OfTeam(Relations.DutyTeam, duty, by.Now), by.Now);
        if (limit is not null)
            family.StartClock(limit, receivedAt, by.Now);
        return family;
    }

    /// <summary>The key worker at a moment, or null while a team owns the family.</summary>
    public Assignment? KeyWorkerAt(DateTimeOffset moment) =>
        assignments.SingleOrDefault(one => one.Relation == Relations.KeyWorker && one.ActiveAt(moment));

    /// <summary>Gives the family its one familiar face. The team on duty steps back and the term stops.</summary>
    public Refusal? AssignKeyWorker(Worker worker, Actor by, string? reason = null, string? familyRemark = null)
    {
        ArgumentNullException.ThrowIfNull(worker);
        if (WhyNotLetIn(worker, by) is { } kept)
            return kept;
        if (KeyWorkerAt(by.Now) is not null)
            return FamilyRefusals.KeyWorkerPresent;
        if (WhyNotForFamily(null, by, ("reason", reason)) is { } told)
            return told;
        // The team on duty of another municipality that is responsible for a child stays.
        foreach (var duty in In(Relations.DutyTeam, by.Now).Where(one => one.Organisation == worker.Organisation))
            StepBack(duty, by.Now);
        NoPartnerAnyMore(worker, by.Now);
        Begin(Assignment.OfWorker(Relations.KeyWorker, worker, by.Now, until: null, reason, familyRemark), by.Now);
        StopClock(KeyWorkerAssignmentTerm, by.Now);
        return null;
    }

    /// <summary>Lets somebody stand in for the key worker during a time, with the same powers.</summary>
    public Refusal? Cover(Worker worker, DateTimeOffset from, DateTimeOffset until, string reason, Actor by)
    {
        ArgumentNullException.ThrowIfNull(worker);
        if (WhyNotLetIn(worker, by) is { } kept)
            return kept;
        if (KeyWorkerAt(by.Now) is not { } keyWorker)
            return FamilyRefusals.NoKeyWorker;
        if (keyWorker.Worker == worker.Account)
            return FamilyRefusals.AlreadyKeyWorker;
        if (until <= from || until <= by.Now)
            return FamilyRefusals.CoverWithoutTime;
        if (WhyNotForFamily(null, by, ("reason", reason)) is { } told)
            return told;
        Begin(Assignment.OfWorker(Relations.Cover, worker, from < by.Now ? by.Now : from.ToUniversalTime(), until.ToUniversalTime(), reason), by.Now);
        return null;
    }

    /// <summary>
    /// Hands the family over to another key worker. There is no moment without one. The warm handover and the
    /// family's own remark are invited, never required.
    /// </summary>
    public Refusal? HandOverKeyWorker(Worker worker, string reason, string? familyRemark, Actor by, DateOnly? metOn = null)
    {
        ArgumentNullException.ThrowIfNull(worker);
        if (WhyNotLetIn(worker, by) is { } kept)
            return kept;
        if (KeyWorkerAt(by.Now) is not { } keyWorker)
            return FamilyRefusals.NoKeyWorker;
        if (keyWorker.Worker == worker.Account)
            return FamilyRefusals.AlreadyKeyWorker;
        if (metOn > by.Today)
            return FamilyRefusals.MetInFuture;
        if (WhyNotForFamily(null, by, ("reason", reason)) is { } told)
            return told;
        End(keyWorker, by.Now);
        NoPartnerAnyMore(worker, by.Now);
        Begin(Assignment.OfWorker(Relations.KeyWorker, worker, by.Now, until: null, reason, familyRemark, metOn), by.Now);
        AnswerWishes(reason, by);
        return null;
    }

    /// <summary>Hands the family over from one key worker to another, where it is that one's.</summary>
    public Refusal? HandOverFrom(string account, Worker worker, string reason, Actor by)
    {
        ArgumentNullException.ThrowIfNull(worker);
        return KeyWorkerAt(by.Now) is { } keyWorker && keyWorker.Worker != account && keyWorker.Worker != worker.Account
            ? FamilyRefusals.NotTheirKeyWorker : HandOverKeyWorker(worker, reason, familyRemark: null, by);
    }

    /// <summary>
    /// Releases the key worker where nobody can take over yet. The team that answers for the family owns it again and the
    /// term for a new key worker runs; who stands in or is a partner stays, so that the family keeps a face that it knows.
    /// </summary>
    public Refusal? ReleaseKeyWorker(string? reason, TeamOnDuty duty, TimeLimit limit, Actor by)
    {
        ArgumentNullException.ThrowIfNull(duty);
        if (NotInUse is { } unused)
            return unused;
        if (KeyWorkerAt(by.Now) is not { } keyWorker)
            return FamilyRefusals.NoKeyWorker;
        // The team has all of the file again, and whoever releases may be of it.
        if (!by.WorksWithFile)
            return ActorRefusals.NotOneself;
        if (string.IsNullOrWhiteSpace(reason))
            return FamilyRefusals.ReleasedWithoutReason;
        if (WhyNotForFamily(null, by, ("reason", reason)) is { } told)
            return told;
        GiveBack(keyWorker, duty, limit, by.Now, reason);
        return null;
    }

    /// <summary>Something follows on a contact of the family: without a key worker the term to find one runs, if it does not yet.</summary>
    public void NeedKeyWorker(TimeLimit limit, Actor by)
    {
        if (KeyWorkerAt(by.Now) is null && RunningClock(KeyWorkerAssignmentTerm) is null)
            StartClock(limit, by.Now, by.Now);
    }

    /// <summary>Nothing follows on any contact of the family: nobody needs to be found for it, and the term stops.</summary>
    public void NeedNoKeyWorker(Actor by) => StopClock(KeyWorkerAssignmentTerm, by.Now);

    /// <summary>
    /// Notes that a worker found a member to be a person whom another file knows as well. Who appears there with an account appears here
    /// too, and so does not open this file as a worker.
    /// </summary>
    public Refusal? ConfirmLink(Guid personId, Guid knownPersonId, Actor by, string? account = null)
    {
        if (!IsPresent(personId))
            return FamilyRefusals.NotProposed;
        if (account == by.Account)
            return ActorRefusals.NotOneself;
        if (links.Any(link => link.PersonId == personId && link.UndoneAt is null))
            return FamilyRefusals.AlreadyLinked;
        if (account is not null && AtWork(by.Now).Exists(one => one.Worker == account))
            return FamilyRefusals.AccountWorksHere;
        var link = new PersonLink(personId, knownPersonId, by.Account, by.Now);
        links.Add(link);
        Raise(new PersonLinkConfirmed(personId, knownPersonId), by.Now);
        if (account is not null && !members.Exists(member => member.PersonId == personId && member.Account == account))
        {
            link.Bring(account);
            Appear(personId, knownPersonId, account, by.Now);
        }
        return null;
    }

    /// <summary>A member with an account keeps it; the owner of one that the same person has elsewhere appears in this file all the same.</summary>
    void Appear(Guid personId, Guid knownPersonId, string account, DateTimeOffset now)
    {
        if (members.Exists(member => member.PersonId == personId && member.Account is { } own && own != account))
            Raise(new MemberAccountLinked(knownPersonId, account), now);
        else
            TakeOver(personId, account, now);
    }

    /// <summary>Undoes a link: the two are different people after all.</summary>
    public Refusal? UndoLink(Guid linkId, Actor by)
    {
        if (links.SingleOrDefault(link => link.Id == linkId && link.UndoneAt is null) is not { } link)
            return FamilyRefusals.NoSuchLink;
        link.Undo(by.Now);
        Raise(new PersonLinkUndone(link.PersonId, link.KnownPersonId), by.Now);
        if (link.Account is { } brought)
            Untie(members.Exists(one => one.PersonId == link.PersonId && one.Account == brought) ? link.PersonId : link.KnownPersonId, brought, reason: null, by);
        return null;
    }

    /// <summary>Why a worker is not let in on the file; null where it is.</summary>
    Refusal? WhyNotLetIn(Worker worker, Actor by) =>
        NotInUse ?? worker.WhyNotNamed(by.Organisation, Worker.LocalTeam, Worker.RegionalTeam) ?? by.WhyNotLetIn(worker.Account)
        // Whoever appears in a file can't open it as a worker: the family would be nobody's.
        ?? (members.Exists(one => one.Account == worker.Account) ? FamilyRefusals.NotThisColleague : null);

    /// <summary>The team on duty has no powers any more, but can give the family to another when its key worker can't.</summary>
    void StepBack(Assignment duty, DateTimeOffset now)
    {
        End(duty, now);
        if (!In(Relations.AssigningTeam, now).Exists(one => one.Team == duty.Team && one.Organisation == duty.Organisation))
            Begin(Assignment.OfTeam(Relations.AssigningTeam, new(duty.Team!, duty.Organisation), now), now);
    }

    /// <summary>The team that answers for the family owns it again, and the term for a new key worker runs.</summary>
    void GiveBack(Assignment keyWorker, TeamOnDuty duty, TimeLimit limit, DateTimeOffset now, string? why = null)
    {
        var assigning = In(Relations.AssigningTeam, now).Find(one => one.Organisation == keyWorker.Organisation);
        var team = assigning is { Team: { } known } ? new TeamOnDuty(known, assigning.Organisation) : duty;
        End(keyWorker, now, why);
        if (assigning is not null)
            End(assigning, now);
        if (!In(Relations.DutyTeam, now).Exists(one => one.Team == team.Team && one.Organisation == team.Organisation))
            Begin(Assignment.OfTeam(Relations.DutyTeam, team, now), now);
        StopClock(KeyWorkerAssignmentTerm, now);
        StartClock(limit, now, now);
    }

    /// <summary>A partner who becomes the key worker is no partner any more.</summary>
    void NoPartnerAnyMore(Worker worker, DateTimeOffset now)
    {
        foreach (var duo in In(Relations.Duo, now).Where(one => one.Worker == worker.Account))
            End(duo, now);
    }

    List<Assignment> In(string relation, DateTimeOffset now) => [.. assignments.Where(one => one.Relation == relation && one.ActiveAt(now))];

    void Begin(Assignment assignment, DateTimeOffset now)
    {
        assignments.Add(assignment);
        Raise(new InvolvementStarted(
            assignment.Id, assignment.Relation, assignment.Worker, assignment.Team, assignment.Organisation, assignment.From, assignment.Until), now);
    }

    void End(Assignment assignment, DateTimeOffset now, string? why = null)
    {
        assignment.End(now, why);
        Raise(new InvolvementEnded(assignment.Id, now), now);
    }
}
