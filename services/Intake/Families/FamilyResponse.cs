using System.Text.Json.Serialization;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Intake.Contacts;
using Geborgen.ServiceDefaults;

namespace Geborgen.Intake.Families;

/// <summary>A family as its own municipality's workers see it: who works with it and who owns it.</summary>
/// <param name="Id">The family.</param>
/// <param name="OpenedAt">When it came into view.</param>
/// <param name="KeyWorker">The key worker; null while a team owns the family.</param>
/// <param name="Assignments">Everyone who works or worked with it, the latest first.</param>
/// <param name="KeyWorkerWishes">Who asked for another key worker, and what they were answered, the latest first.</param>
/// <param name="Merges">Which files came into this one, undone merges included, the latest first.</param>
/// <param name="MergedInto">The family into whose file this one went; null while this file is in use.</param>
/// <param name="Splits">Which families split off from this one, the latest first.</param>
/// <param name="SplitFrom">The family that this one split off from, or null.</param>
/// <param name="ClosedOn">The day on which the file was closed; null while it is open.</param>
/// <param name="Closings">The decisions to close the file and how it was opened again, the latest first.</param>
/// <param name="Version">The version, in the ETag.</param>
public sealed record FamilyResponse(
    Guid Id, DateTimeOffset OpenedAt, AssignmentResponse? KeyWorker, IReadOnlyList<AssignmentResponse> Assignments,
    IReadOnlyList<KeyWorkerWishResponse> KeyWorkerWishes, IReadOnlyList<MergeResponse> Merges, Guid? MergedInto, IReadOnlyList<SplitResponse> Splits, Guid? SplitFrom,
    DateOnly? ClosedOn, IReadOnlyList<ClosingResponse> Closings,
    [property: JsonIgnore] int Version) : IVersioned
{
    internal static FamilyResponse Of(Family family, DateTimeOffset now) => Of(family, now, splitAt: null);

    /// <summary>A family for whoever split it at a moment, and so knows which file is the new one.</summary>
    internal static FamilyResponse Of(Family family, DateTimeOffset now, DateTimeOffset? splitAt) => new(
        family.Id, family.OpenedAt,
        family.KeyWorkerAt(now) is { } keyWorker ? AssignmentResponse.Of(keyWorker) : null,
        [.. family.Assignments.OrderByDescending(one => one.From).Select(AssignmentResponse.Of)],
        [.. family.KeyWorkerWishes.OrderByDescending(one => one.At).Select(KeyWorkerWishResponse.Of)],
        [.. family.Merges.OrderByDescending(one => one.At).Select(one => new MergeResponse(one.Id, one.OtherFamilyId, one.Reason, one.At, one.UndoneAt))],
        family.MergedInto,
        [.. family.Splits.OrderByDescending(one => one.At).Select(one => new SplitResponse(one.At == splitAt ? one.NewFamilyId : null, one.Reason, one.At))],
        family.SplitFrom,
        family.ClosedAt is { } closed ? WorkingDays.DateOf(closed) : null,
        [.. family.Closings.OrderByDescending(one => one.At).Select(one => new ClosingResponse(
            DecisionResponse.Of(one.DecisionId, one.At, one.Decision), one.ReopenedAt, one.ReopenedFor, one.WhyReopened))],
        family.Version);
}

/// <summary>A decision to close the file, and how it was opened again.</summary>
/// <param name="Decision">Why, on what basis, and what the family can do that disagrees.</param>
/// <param name="ReopenedAt">When the file was opened again; null while it is closed.</param>
/// <param name="ReopenedFor">What for.</param>
/// <param name="WhyReopened">Why, in words for the family; null where danger or a member's call for help did so by itself.</param>
public sealed record ClosingResponse(DecisionResponse Decision, DateTimeOffset? ReopenedAt, ReopeningCause? ReopenedFor, string? WhyReopened);

/// <summary>A file that came into this one.</summary>
/// <param name="Id">The merge.</param>
/// <param name="OtherFamilyId">The family whose file was closed.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
/// <param name="UndoneAt">When it was undone; null while it holds.</param>
public sealed record MergeResponse(Guid Id, Guid OtherFamilyId, string Reason, DateTimeOffset At, DateTimeOffset? UndoneAt);

/// <summary>A family that split off.</summary>
/// <param name="NewFamilyId">The new family; told to who splits it off.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record SplitResponse(Guid? NewFamilyId, string Reason, DateTimeOffset At);

/// <summary>A worker or team that works with a family.</summary>
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
/// <param name="Reason">Why it came about.</param>
/// <param name="FamilyRemark">What the family says about it.</param>
/// <param name="WhyEnded">Why it ended; null where what came after it says so.</param>
/// <param name="MetOn">The day on which the family met this worker together with the former one; null when it did not, or not yet.</param>
public sealed record AssignmentResponse(
    Guid Id, string Relation, string? Account, string? Name, string? Function, string? Phone, string? Team, string Organisation,
    DateTimeOffset From, DateTimeOffset? Until, string? Reason, string? FamilyRemark, string? WhyEnded, DateOnly? MetOn)
{
    internal static AssignmentResponse Of(Assignment one) => new(
        one.Id, one.Relation, one.Worker, one.Name, one.Function, one.Phone, one.Team, one.Organisation, one.From, one.Until, one.Reason, one.FamilyRemark, one.WhyEnded, one.MetOn);
}
