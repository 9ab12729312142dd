using Geborgen.Contracts.Casework;

namespace Geborgen.Access;

/// <summary>
/// Somebody's involvement with a family, from this service's own records or from another's events. The row of an
/// involvement whose end arrived before its start has no <see cref="Relation"/> yet and gives nothing.
/// </summary>
public sealed class Involvement
{
    /// <summary>The involvement.</summary>
    public Guid Id { get; init; }

    /// <summary>The family.</summary>
    public Guid FamilyId { get; init; }

    /// <summary>The municipality that was responsible when it started.</summary>
    public required string Municipality { get; init; }

    /// <summary>The service that says so; only that service can change it.</summary>
    public required string Service { get; init; }

    /// <summary>One of <see cref="Relations"/>, as that service means it.</summary>
    public string? Relation { get; init; }

    /// <summary>The full name of the relation, under which alone it gives anything; null while there is none.</summary>
    public string? Name => Relation is null ? null : Relations.By(Service, Relation);

    /// <summary>The account that is involved, or null for a team.</summary>
    public string? Worker { get; init; }

    /// <summary>The team that is involved, or null for a person.</summary>
    public string? Team { get; init; }

    /// <summary>The organisation of the worker or team.</summary>
    public string? Organisation { get; init; }

    /// <summary>From when it gives access.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>From when it gives nothing any more; null while no end is known.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>Version of the last event that was applied.</summary>
    public int Version { get; set; }
}

/// <summary>A login account of a member of a family. Whoever appears in a file never opens it as a worker.</summary>
public sealed class MemberAccount
{
    /// <summary>The family.</summary>
    public Guid FamilyId { get; init; }

    /// <summary>The member.</summary>
    public Guid PersonId { get; init; }

    /// <summary>The account (<c>sub</c> of its tokens).</summary>
    public required string Account { get; init; }

    /// <summary>The service that says so.</summary>
    public required string Service { get; init; }

    /// <summary>Version of the last event that was applied.</summary>
    public int Version { get; set; }

    /// <summary>Whether it was untied. The row stays, so that an older event that comes late ties it no more.</summary>
    public bool Removed { get; set; }
}
