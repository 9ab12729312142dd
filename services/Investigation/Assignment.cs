using Geborgen.Casework;
using Geborgen.Contracts.Casework;

namespace Geborgen.Investigation;

/// <summary>A worker or team of the regional team that works on something, in a relation and during a time.</summary>
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

    /// <summary>As what the worker works, in words for people; null for a team and where nobody said so.</summary>
    public string? Function { get; private set; }

    /// <summary>The number on which the worker is reached; null for a team and where there is none.</summary>
    public string? Phone { get; private set; }

    /// <summary>The team, or null for a worker.</summary>
    public string? Team { get; private set; }

    /// <summary>The organisation.</summary>
    public string Organisation { get; private set; }

    /// <summary>From when.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>Until when, or null while no end is known.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Why the family meets another face, in words for the family; null for the first one.</summary>
    public string? Reason { get; private set; }

    internal static Assignment OfTeam(TeamOnDuty duty, DateTimeOffset from, string relation = Relations.RegionalTeam) =>
        new(Guid.CreateVersion7(from), relation, duty.Organisation, from) { Team = duty.Team };

    internal static Assignment OfInvestigator(Worker worker, string? reason, DateTimeOffset from) =>
        new(Guid.CreateVersion7(from), Relations.Investigator, worker.Organisation, from)
        {
            Worker = worker.Account,
            Name = worker.Name,
            Function = worker.Function,
            Phone = worker.Phone,
            Reason = reason,
        };

    internal void End(DateTimeOffset at) => Until = at;

    internal InvolvementStarted Started() => new(Id, Relation, Worker, Team, Organisation, From, Until);

    internal InvolvementEnded Ended(DateTimeOffset now) => new(Id, now);
}
