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

    /// <summary>Which of its members were found to be people who were known already.</summary>
    public IReadOnlyList<PersonLink> Links => links;

    /// <inheritdoc/>
    public override Guid OfFamily => Id;

    /// <summary>Opens a provisional family, which the team on duty owns until it has a key worker.</summary>
    public static Family Open(
        Municipality municipality, IEnumerable<(Guid PersonId, MemberRole Role)> named, TeamOnDuty duty, TimeLimit? limit,
        DateTimeOffset receivedAt, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(named);
        ArgumentNullException.ThrowIfNull(duty);
        var family = new Family
        {
            Id = Guid.CreateVersion7(now),
            Municipality = municipality,
            OpenedAt = now,
        };
        family.members.AddRange(named.Select(one => new Membership(one.PersonId, one.Role, WorkingDays.DateOf(now))));
        family.Raise(new FamilyOpened([.. family.members.Select(member => member.ToContract())]), now);
        family.Begin(Assignment.OfTeam(Relations.DutyTeam, duty, now), now);
        if (limit is not null)
            family.StartClock(limit, receivedAt, now);
        return family;
    }

    /// <summary>The key worker at a moment, or null while a team owns the family.</summary>
    public Assignment? KeyWorkerAt(DateTimeOffset moment) =>
        assignments.SingleOrDefault(one => one.Relation == Relations.KeyWorker && one.ActiveAt(moment));

    /// <summary>Gives the family its one familiar face. The team on duty steps back and the term stops.</summary>
    public Refusal? AssignKeyWorker(Worker worker, DateTimeOffset now, string? reason = null, string? familyRemark = null)
    {
        ArgumentNullException.ThrowIfNull(worker);
        if (NotInUse is { } unused)
            return unused;
        if (KeyWorkerAt(now) is not null)
            return FamilyRefusals.KeyWorkerPresent;
        // The team on duty of another municipality that is responsible for a child stays.
        foreach (var duty in In(Relations.DutyTeam, now).Where(one => one.Organisation == worker.Organisation))
            StepBack(duty, now);
        NoPartnerAnyMore(worker, now);
        Begin(Assignment.OfWorker(Relations.KeyWorker, worker, now, until: null, reason, familyRemark), now);
        StopClock(KeyWorkerAssignmentTerm, now);
        return null;
    }

    /// <summary>Lets somebody stand in for the key worker during a time, with the same powers.</summary>
    public Refusal? Cover(Worker worker, DateTimeOffset from, DateTimeOffset until, string reason, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(worker);
        if (NotInUse is { } unused)
            return unused;
        if (KeyWorkerAt(now) is not { } keyWorker)
            return FamilyRefusals.NoKeyWorker;
        if (keyWorker.Worker == worker.Account)
            return FamilyRefusals.AlreadyKeyWorker;
        if (until <= from || until <= now)
            return FamilyRefusals.CoverWithoutTime;
        Begin(Assignment.OfWorker(Relations.Cover, worker, from < now ? now : from.ToUniversalTime(), until.ToUniversalTime(), reason), now);
        return null;
    }

    /// <summary>
    /// Hands the family over to another key worker. There is no moment without one. The warm handover and the
    /// family's own remark are invited, never required.
    /// </summary>
    public Refusal? HandOverKeyWorker(Worker worker, string reason, string? familyRemark, string by, DateTimeOffset now, DateOnly? metOn = null)
    {
        ArgumentNullException.ThrowIfNull(worker);
        if (NotInUse is { } unused)
            return unused;
        if (KeyWorkerAt(now) is not { } keyWorker)
            return FamilyRefusals.NoKeyWorker;
        if (keyWorker.Worker == worker.Account)
            return FamilyRefusals.AlreadyKeyWorker;
        if (metOn > WorkingDays.DateOf(now))
            return FamilyRefusals.MetInFuture;
        End(keyWorker, now);
        NoPartnerAnyMore(worker, now);
        Begin(Assignment.OfWorker(Relations.KeyWorker, worker, now, until: null, reason, familyRemark, metOn), now);
        AnswerWishes(reason, by, now);
        return null;
    }

    /// <summary>
    /// Releases the key worker where nobody can take over yet. The team that answers for the family owns it again and the
    /// term for a new key worker runs; who stands in or is a partner stays, so that the family keeps a face that it knows.
    /// </summary>
    public Refusal? ReleaseKeyWorker(string? reason, TeamOnDuty duty, TimeLimit limit, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(duty);
        if (NotInUse is { } unused)
            return unused;
        if (KeyWorkerAt(now) is not { } keyWorker)
            return FamilyRefusals.NoKeyWorker;
        if (string.IsNullOrWhiteSpace(reason))
            return FamilyRefusals.ReleasedWithoutReason;
        var assigning = In(Relations.AssigningTeam, now).Find(one => one.Organisation == keyWorker.Organisation);
        var team = assigning is { Team: { } known } ? new TeamOnDuty(known, assigning.Organisation) : duty;
        End(keyWorker, now, reason);
        if (assigning is not null)
            End(assigning, now);
        if (!In(Relations.DutyTeam, now).Exists(one => one.Team == team.Team && one.Organisation == team.Organisation))
            Begin(Assignment.OfTeam(Relations.DutyTeam, team, now), now);
        StartClock(limit, now, now);
        return null;
    }

    /// <summary>Something follows on a contact of the family: without a key worker the term to find one runs, if it does not yet.</summary>
    public void NeedKeyWorker(TimeLimit limit, DateTimeOffset now)
    {
        if (KeyWorkerAt(now) is null && RunningClock(KeyWorkerAssignmentTerm) is null)
            StartClock(limit, now, now);
    }

    /// <summary>Nothing follows on any contact of the family: nobody needs to be found for it, and the term stops.</summary>
    public void NeedNoKeyWorker(DateTimeOffset now) => StopClock(KeyWorkerAssignmentTerm, now);

    /// <summary>Notes that a worker found a member to be a person who was known already.</summary>
    public Refusal? ConfirmLink(Guid personId, Guid knownPersonId, string by, DateTimeOffset now, string? account = null)
    {
        if (members.All(member => member.PersonId != personId))
            return FamilyRefusals.NotProposed;
        if (links.Any(link => link.PersonId == personId && link.UndoneAt is null))
            return FamilyRefusals.AlreadyLinked;
        var link = new PersonLink(personId, knownPersonId, by, now);
        links.Add(link);
        Raise(new PersonLinkConfirmed(personId, knownPersonId), now);
        if (account is not null && !members.Exists(member => member.PersonId == personId && member.Account == account))
        {
            link.Bring(account);
            // A member with an account keeps it; the other one's owner appears in this file all the same.
            if (members.Exists(member => member.PersonId == personId && member.Account is not null))
                Raise(new MemberAccountLinked(knownPersonId, account), now);
            else
                TakeOver(personId, account, now);
        }
        return null;
    }

    /// <summary>Undoes a link: the two are different people after all.</summary>
    public Refusal? UndoLink(Guid linkId, string by, DateTimeOffset now)
    {
        if (links.SingleOrDefault(link => link.Id == linkId && link.UndoneAt is null) is not { } link)
            return FamilyRefusals.NoSuchLink;
        link.Undo(now);
        Raise(new PersonLinkUndone(link.PersonId, link.KnownPersonId), now);
        if (link.Account is { } brought)
            Untie(members.Exists(one => one.PersonId == link.PersonId && one.Account == brought) ? link.PersonId : link.KnownPersonId, brought, reason: null, by, now);
        return null;
    }

    /// <summary>The team on duty has no powers any more, but can give the family to another when its key worker can't.</summary>
    void StepBack(Assignment duty, DateTimeOffset now)
    {
        End(duty, now);
        if (!In(Relations.AssigningTeam, now).Exists(one => one.Team == duty.Team && one.Organisation == duty.Organisation))
            Begin(Assignment.OfTeam(Relations.AssigningTeam, new(duty.Team!, duty.Organisation), now), now);
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
