namespace Geborgen.Investigation;

/// <summary>A worker or team of the regional team that works on something, in a relation and during a time.</summary>
/// <param name="Id">The id, which is also the id of the involvement that others see.</param>
/// <param name="Relation">Which relation.</param>
/// <param name="Worker">The worker's account, or null for a team.</param>
/// <param name="Name">The worker's full name, or null for a team.</param>
/// <param name="Function">As what the worker works, in words for people; null for a team and where nobody said so.</param>
/// <param name="Phone">The number on which the worker is reached; null for a team and where there is none.</param>
/// <param name="Team">The team, or null for a worker.</param>
/// <param name="Organisation">The organisation.</param>
/// <param name="From">From when.</param>
/// <param name="Until">Until when, or null while no end is known.</param>
/// <param name="Reason">Why the family meets another face, in words for the family; null for the first one.</param>
public sealed record AssignmentResponse(
    Guid Id, string Relation, string? Worker, string? Name, string? Function, string? Phone, string? Team, string Organisation, DateTimeOffset From, DateTimeOffset? Until,
    string? Reason)
{
    internal static AssignmentResponse Of(Assignment one) => new(
        one.Id, one.Relation, one.Worker, one.Name, one.Function, one.Phone, one.Team, one.Organisation, one.From, one.Until, one.Reason);
}
