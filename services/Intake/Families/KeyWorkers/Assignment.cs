using Geborgen.Casework;
using Geborgen.Contracts.Casework;

namespace Geborgen.Intake.Families;

/// <summary>A worker or team that works with a family, in a relation and during a time.</summary>
public sealed class Assignment
{
    Assignment(Guid id, string relation, string organisation, DateTimeOffset from)
    {
        Id = id;
        Relation = relation;
        Organisation = organisation;
        From = from;
    }

    /// <summary>The id, which is also the id of the involvement that others see.</summary>
    public Guid Id { get; private set; }

    /// <summary>One of <see cref="Relations"/>.</summary>
    public string Relation { get; private set; }

    /// <summary>The worker's account, or null for a team.</summary>
    public string? Worker { get; private set; }

    /// <summary>The full name by which colleagues know the worker, or null for a team.</summary>
    public string? Name { get; private set; }

    /// <summary>The given name by which the family knows the worker, or null for a team.</summary>
    public string? GivenName { get; private set; }

    /// <summary>As what the worker works, in words for people; null for a team and where nobody said so.</summary>
    public string? Function { get; private set; }

    /// <summary>The number on which the worker is reached; null for a team and where there is none.</summary>
    public string? Phone { get; private set; }

    /// <summary>The team to which the worker belonged then; null for a team and where nobody said so.</summary>
    public string? OfTheTeam { get; private set; }

    /// <summary>The team, or null for a worker.</summary>
    public string? Team { get; private set; }

    /// <summary>The organisation.</summary>
    public string Organisation { get; private set; }

    /// <summary>From when.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>Until when, or null while no end is known.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Why it came about.</summary>
    public string? Reason { get; private set; }

    /// <summary>What the family says about it.</summary>
    public string? FamilyRemark { get; private set; }

    /// <summary>Why it ended, in words for the family; null where what came after it says so.</summary>
    public string? WhyEnded { get; private set; }

    /// <summary>The day on which the family met this worker together with the former one (a warm handover); null when it did not, or not yet.</summary>
    public DateOnly? MetOn { get; private set; }

    /// <summary>The merge by which it ended, or null.</summary>
    public Guid? EndedBy { get; private set; }

    /// <summary>Until when it would have lasted without that merge; null while no end was known.</summary>
    public DateTimeOffset? EndedEarlyFrom { get; private set; }

    /// <summary>Whether it holds at a moment.</summary>
    public bool ActiveAt(DateTimeOffset moment) => From <= moment && (Until is not { } until || moment < until);

    internal static Assignment OfTeam(string relation, TeamOnDuty team, DateTimeOffset from) =>
        new(Guid.CreateVersion7(from), relation, team.Organisation, from) { Team = team.Team };

    internal static Assignment OfWorker(
        string relation, Worker worker, DateTimeOffset from, DateTimeOffset? until, string? reason, string? familyRemark = null,
        DateOnly? metOn = null) =>
        new(Guid.CreateVersion7(), relation, worker.Organisation, from)
        {
            Worker = worker.Account,
            Name = worker.Name,
            GivenName = worker.GivenName,
            Function = worker.Function,
            Phone = worker.Phone,
            OfTheTeam = worker.Team,
            Until = until,
            Reason = reason,
            FamilyRemark = familyRemark,
            MetOn = metOn,
        };

    /// <summary>Who works in which relation until when, to compare with.</summary>
    internal (string Relation, string? Worker, string? Team, string Organisation, DateTimeOffset? Until) Who =>
        (Relation, Worker, Team, Organisation, Until);

    internal void End(DateTimeOffset at, string? why = null) => (Until, WhyEnded) = (at, why);

    internal void EndBy(Guid? mergeId)
    {
        if (mergeId is not null)
            (EndedBy, EndedEarlyFrom) = (mergeId, Until);
    }

    /// <summary>The same worker or team in the same relation, from a moment on or from when it was to begin.</summary>
    internal Assignment Again(DateTimeOffset from) => new(Guid.CreateVersion7(), Relation, Organisation, From > from ? From : from)
    {
        Worker = Worker,
        Name = Name,
        GivenName = GivenName,
        Function = Function,
        Phone = Phone,
        OfTheTeam = OfTheTeam,
        Team = Team,
        Until = EndedBy is null ? Until : EndedEarlyFrom,
        Reason = Reason,
        FamilyRemark = FamilyRemark,
        MetOn = MetOn,
    };
}
