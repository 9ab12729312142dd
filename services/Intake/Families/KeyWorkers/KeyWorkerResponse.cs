using System.Text.Json.Serialization;
using Geborgen.Contracts.Casework;
using Geborgen.ServiceDefaults;

namespace Geborgen.Intake.Families;

/// <summary>Who works with a family, and not one word about it.</summary>
/// <param name="Id">The family.</param>
/// <param name="KeyWorker">The key worker; null while a team owns the family.</param>
/// <param name="Assignments">Who works with it now or will.</param>
/// <param name="Version">The version, in the ETag.</param>
public sealed record KeyWorkerResponse(
    Guid Id, KeyWorkerResponse.Assigned? KeyWorker, IReadOnlyList<KeyWorkerResponse.Assigned> Assignments, [property: JsonIgnore] int Version) : IVersioned
{
    internal static KeyWorkerResponse Of(Family family, DateTimeOffset now) => new(
        family.Id,
        family.KeyWorkerAt(now) is { } keyWorker ? Assigned.Of(keyWorker) : null,
        [.. family.Assignments.Where(one => one.Until is not { } until || until > now).OrderBy(one => one.From).Select(Assigned.Of)],
        family.Version);

    /// <summary>A worker or team that works with the family.</summary>
    /// <param name="Id">The assignment.</param>
    /// <param name="Relation">One of <see cref="Relations"/>.</param>
    /// <param name="Account">The worker's account; null for a team.</param>
    /// <param name="Name">The worker's full name; null for a team.</param>
    /// <param name="Function">As what the worker works, in words for people; null for a team and where nobody said so.</param>
    /// <param name="Phone">The number on which the worker is reached; null for a team and where there is none.</param>
    /// <param name="Team">The team; null for a worker.</param>
    /// <param name="Organisation">The organisation.</param>
    /// <param name="From">From when.</param>
    /// <param name="Until">Until when; null while no end is known.</param>
    public sealed record Assigned(
        Guid Id, string Relation, string? Account, string? Name, string? Function, string? Phone, string? Team, string Organisation, DateTimeOffset From, DateTimeOffset? Until)
    {
        internal static Assigned Of(Assignment one) => new(one.Id, one.Relation, one.Worker, one.Name, one.Function, one.Phone, one.Team, one.Organisation, one.From, one.Until);
    }
}
