using Geborgen.Casework;
using Geborgen.Contracts.Investigation;

namespace Geborgen.Investigation.Investigations;

/// <content>Whom it concerns can change: a child is born, a father is found, somebody was named in error.</content>
public sealed partial class Investigation
{
    readonly List<ConcernedChange> concernedChanges = [];

    /// <summary>Who was added to those concerned since it was opened, or taken from them, and why.</summary>
    public IReadOnlyList<ConcernedChange> ConcernedChanges => concernedChanges;

    /// <summary>
    /// Adds somebody of the family to those concerned, as what the family's records say: a voice of theirs is needed too from then on.
    /// </summary>
    public Refusal? AddConcerned(Guid personId, FamilyRecords family, string reason, Actor by)
    {
        ArgumentNullException.ThrowIfNull(family);
        if (WorkIsDone)
            return InvestigationRefusals.AlreadyConcluded;
        if (Concerned.Contains(personId))
            return InvestigationRefusals.AlreadyConcerned;
        if (!family.Know(personId))
            return InvestigationRefusals.NotOfTheFamily;
        var role = family.Children.Contains(personId) ? ConcernedRole.Child : family.Parents.Contains(personId) ? ConcernedRole.Parent : ConcernedRole.Adult;
        if (role == ConcernedRole.Child)
            Children = [.. Children, personId];
        else if (role == ConcernedRole.Parent)
            Parents = [.. Parents, personId];
        else
            Adults = [.. Adults, personId];
        Note(personId, role, reason, by.Account, by.Now);
        return null;
    }

    /// <summary>
    /// Takes somebody from those concerned who does not belong to the family. Who spoke here stays one of them: a voice
    /// is not taken away because of what it says.
    /// </summary>
    public Refusal? EndConcern(Guid personId, string reason, Actor by)
    {
        if (WorkIsDone)
            return InvestigationRefusals.AlreadyConcluded;
        if (!Concerned.Contains(personId))
            return InvestigationRefusals.NotConcerned;
        if (Statements.Any(one => one.PersonId == personId && one.Status != StatementStatus.TakenOut))
            return InvestigationRefusals.AlreadyHeard;
        if (Parents.Contains(personId))
            FormerParents = [.. FormerParents, personId];
        (Children, Parents, Adults) = (Without(Children), Without(Parents), Without(Adults));
        Note(personId, null, reason, by.Account, by.Now);
        EndWhenMadeUp(by.Now);
        return null;

        Guid[] Without(Guid[] persons) => [.. persons.Where(one => one != personId)];
    }

    /// <summary>Follows that somebody was recorded in error: it never concerned that person, also once it is concluded.</summary>
    /// <returns>Whether it concerned that person until now.</returns>
    public bool FollowTakenOut(Guid personId, string reason, DateTimeOffset now)
    {
        if (!Concerned.Contains(personId))
            return false;
        (Children, Parents, Adults) = (
            [.. Children.Where(one => one != personId)], [.. Parents.Where(one => one != personId)], [.. Adults.Where(one => one != personId)]);
        Note(personId, null, reason, Source, now);
        EndWhenMadeUp(now);
        return true;
    }

    /// <summary>
    /// Danger is judged about those whom it concerns: whoever else of the family is seen in danger is added first. Once it is concluded nobody
    /// can be added any more, and danger does not wait for that.
    /// </summary>
    protected override Refusal? WhyNotJudged(Guid personId) => WorkIsDone || Concerned.Contains(personId) ? null : InvestigationRefusals.NotConcerned;

    /// <summary>
    /// Follows that somebody belongs to the family as another than was recorded: the person speaks, is heard and reads as that. Once the work is done
    /// those concerned stay as they were heard.
    /// </summary>
    public void FollowRole(Guid personId, ConcernedRole role, string reason, DateTimeOffset now)
    {
        // For a child's words whoever is or was an adult here is one, also once the work is done.
        if (Concerned.Contains(personId) && !FormerParents.Contains(personId) && (role != ConcernedRole.Child || !Children.Contains(personId)))
            FormerParents = [.. FormerParents, personId];
        if (Concerned.Contains(personId) && !WorkIsDone && !In(role).Contains(personId))
        {
            (Children, Parents, Adults) = (Now(ConcernedRole.Child), Now(ConcernedRole.Parent), Now(ConcernedRole.Adult));
            Note(personId, role, reason, Source, now);
        }
        FollowRole(new HashSet<Guid> { personId }, role switch
        {
            ConcernedRole.Child => StatementAuthor.Child,
            ConcernedRole.Parent => StatementAuthor.Parent,
            _ => StatementAuthor.Adult,
        }, now);

        Guid[] In(ConcernedRole one) => one == ConcernedRole.Child ? Children : one == ConcernedRole.Parent ? Parents : Adults;
        Guid[] Now(ConcernedRole one) => [.. In(one).Where(person => person != personId).Concat(one == role ? [personId] : [])];
    }

    void Note(Guid personId, ConcernedRole? role, string reason, string by, DateTimeOffset now)
    {
        concernedChanges.Add(new ConcernedChange(personId, role, reason, by, now));
        Raise(new ConcernedChanged(personId, role is { } joined ? CamelCase.Of(joined) : "ended"), now);
    }
}

/// <summary>Somebody became one of those concerned, or is so no longer.</summary>
public sealed class ConcernedChange
{
    internal ConcernedChange(Guid personId, ConcernedRole? role, string reason, string by, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        PersonId = personId;
        Role = role;
        Reason = reason;
        By = by;
        At = at;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>As what the person was added; null for who was taken from those concerned.</summary>
    public ConcernedRole? Role { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; }

    /// <summary>The account that wrote it down.</summary>
    public string By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>As what an investigation concerns somebody.</summary>
public enum ConcernedRole
{
    /// <summary>A child or young person.</summary>
    Child,

    /// <summary>A parent, with or without authority.</summary>
    Parent,

    /// <summary>Another adult of the household: a partner of a parent, or one of a household without children.</summary>
    Adult,
}
