using System.Text.Json.Serialization;
using Geborgen.Contracts.Casework;
using Geborgen.ServiceDefaults;

namespace Geborgen.Intake.Families;

/// <summary>A family as its own municipality's workers see it: who works with it and who owns it.</summary>
/// <param name="Id">The family.</param>
/// <param name="OpenedAt">When it came into view.</param>
/// <param name="KeyWorker">The key worker; null while a team owns the family.</param>
/// <param name="Assignments">Everyone who works or worked with it, the latest first.</param>
/// <param name="Version">The version, in the ETag.</param>
public sealed record FamilyResponse(
    Guid Id, DateTimeOffset OpenedAt, AssignmentResponse? KeyWorker, IReadOnlyList<AssignmentResponse> Assignments,
    [property: JsonIgnore] int Version) : IVersioned
{
    internal static FamilyResponse Of(Family family, DateTimeOffset now) => new(
        family.Id, family.OpenedAt,
        family.KeyWorkerAt(now) is { } keyWorker ? AssignmentResponse.Of(keyWorker) : null,
        [.. family.Assignments.OrderByDescending(one => one.From).Select(AssignmentResponse.Of)],
        family.Version);
}

/// <summary>A worker or team that works with a family.</summary>
/// <param name="Relation">One of <see cref="Relations"/>.</param>
/// <param name="Account">The worker's account; null for a team.</param>
/// <param name="Name">The name by which the family knows the worker.</param>
/// <param name="Team">The team; null for a worker.</param>
/// <param name="Organisation">The organisation.</param>
/// <param name="From">From when.</param>
/// <param name="Until">Until when; null while no end is known.</param>
/// <param name="Reason">Why it came about.</param>
/// <param name="FamilyRemark">What the family says about it.</param>
public sealed record AssignmentResponse(
    string Relation, string? Account, string? Name, string? Team, string Organisation,
    DateTimeOffset From, DateTimeOffset? Until, string? Reason, string? FamilyRemark)
{
    internal static AssignmentResponse Of(Assignment one) => new(
        one.Relation, one.Worker, one.Name, one.Team, one.Organisation, one.From, one.Until, one.Reason, one.FamilyRemark);
}
