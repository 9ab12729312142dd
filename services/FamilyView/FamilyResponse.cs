using System.Text.Json;
using System.Text.Json.Serialization;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;

namespace Geborgen.FamilyView;

/// <summary>A family over all organisations: who belongs to it, who is involved, which terms run. The words stay at their sources.</summary>
/// <param name="Id">The family.</param>
/// <param name="Municipality">The municipality that is responsible (CBS code), which is not always where the family lives.</param>
/// <param name="OpenedAt">When it came into view; null while only parts of it have arrived here.</param>
/// <param name="ClosedOn">The day on which its file was closed; null while it is open.</param>
/// <param name="KeyWorker">The one familiar face; null while the family has none.</param>
/// <param name="OwningTeam">The team that owns the family while it has no key worker.</param>
/// <param name="Members">Who belongs to it.</param>
/// <param name="Involved">Who is involved now or will be; those who opened the file in an emergency stand apart.</param>
/// <param name="OrganisationCount">
/// How many organisations work with the family now. A team that only answers whether it takes over never meets the family and
/// does not count.
/// </param>
/// <param name="FaceCount">How many people work with the family now: the faces that it meets.</param>
/// <param name="Clocks">The terms that run, the first to run out first.</param>
/// <param name="Responsibilities">
/// Which municipality is responsible for each child. Offers to pass that on stand among the matters.
/// </param>
/// <param name="Links">
/// Other families that it split off from or went into, or the other way round, as far as the reader may open them too: who works with a file
/// does not learn where those who left it went.
/// </param>
/// <param name="Contacts">The first contacts, in the order in which they were received.</param>
/// <param name="Matters">
/// What runs or was settled: decisions, investigations, other experts who were asked for, emergencies, who is in acute danger,
/// statements that are contested now, what nobody knows, wishes for another key worker, support by the network, offers of
/// responsibility, what was registered in error, the plan with its goals, who helps by it, the support that the family needs
/// and the barriers that were raised. The words are with the service that wrote them.
/// </param>
/// <param name="EmergencyAccesses">Who opened the file in an emergency, the last first.</param>
/// <param name="Expanded">What was read at the sources, per name in <c>expand</c>; absent when nothing was asked.</param>
public sealed record FamilyResponse(
    Guid Id, string Municipality, DateTimeOffset? OpenedAt, DateOnly? ClosedOn, FamilyResponse.Involvement? KeyWorker,
    FamilyResponse.Involvement? OwningTeam,
    IReadOnlyList<FamilyResponse.Member> Members, IReadOnlyList<FamilyResponse.Involvement> Involved, int OrganisationCount, int FaceCount,
    IReadOnlyList<FamilyResponse.Clock> Clocks, IReadOnlyList<FamilyResponse.Responsibility> Responsibilities,
    IReadOnlyList<FamilyResponse.Link> Links,
    IReadOnlyList<FamilyResponse.Contact> Contacts, IReadOnlyList<FamilyResponse.Matter> Matters,
    IReadOnlyList<FamilyResponse.EmergencyAccess> EmergencyAccesses,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, SourceAnswer<JsonElement>>? Expanded = null)
{
    internal const string Intake = "intake", Investigation = "investigation";

    /// <summary>A person who belongs to the family.</summary>
    /// <param name="PersonId">The person.</param>
    /// <param name="Role">The role in the family.</param>
    /// <param name="From">The first day.</param>
    /// <param name="ReachedAge">The age at which rights switched last while the person was a member: 12, 16 or 18; null when none did.</param>
    public sealed record Member(Guid PersonId, string Role, DateOnly From, int? ReachedAge);

    /// <summary>A worker or team that is involved.</summary>
    /// <param name="Service">The service that says so.</param>
    /// <param name="Relation">In which relation, as that service means it.</param>
    /// <param name="Organisation">The organisation.</param>
    /// <param name="Team">The team; null for a worker.</param>
    /// <param name="Worker">The worker's account; null for a team.</param>
    /// <param name="From">From when.</param>
    /// <param name="Until">Until when; null while no end is known.</param>
    public sealed record Involvement(
        string Service, string Relation, string Organisation, string? Team, string? Worker, DateTimeOffset From, DateTimeOffset? Until);

    /// <summary>A term that runs.</summary>
    /// <param name="Term">The key of the term.</param>
    /// <param name="Owner">Who is warned and answers for it: <c>keyWorker</c>, <c>investigator</c> or <c>privacyOfficer</c>.</param>
    /// <param name="StartedAt">The moment from which it counts.</param>
    /// <param name="WarnAt">When its owner is warned.</param>
    /// <param name="DueAt">When it runs out.</param>
    /// <param name="WarnedAt">When its owner was warned; null while that was not needed.</param>
    /// <param name="OverdueAt">When it was established that it had run out; null while it has not.</param>
    /// <param name="PausedAt">Since when it waits; null while it runs.</param>
    /// <param name="PausedUntil">The last day on which it waits; null while it runs.</param>
    /// <param name="OwnedBy">Who that is now; null when nobody is involved as such.</param>
    /// <param name="LegalBasis">Where the term comes from; null for a day that was agreed on.</param>
    public sealed record Clock(
        string Term, string Owner, DateTimeOffset StartedAt, DateTimeOffset WarnAt, DateTimeOffset DueAt, DateTimeOffset? WarnedAt, DateTimeOffset? OverdueAt,
        DateTimeOffset? PausedAt, DateOnly? PausedUntil, Involvement? OwnedBy = null, string? LegalBasis = null);

    /// <summary>Which municipality is responsible for a child.</summary>
    /// <param name="ChildId">The child.</param>
    /// <param name="Municipality">The municipality (CBS code).</param>
    /// <param name="From">From when it took over; null for the one that keeps the file from the beginning.</param>
    public sealed record Responsibility(Guid ChildId, string Municipality, DateTimeOffset? From);

    /// <summary>Another family that shares a history with this one.</summary>
    /// <param name="FamilyId">The other family.</param>
    /// <param name="Kind">What it is to this one: <c>splitOff</c>, <c>splitFrom</c>, <c>merged</c> or <c>mergedInto</c>.</param>
    /// <param name="Since">Since when.</param>
    public sealed record Link(Guid FamilyId, string Kind, DateTimeOffset Since);

    /// <summary>Something that runs or was settled.</summary>
    /// <param name="Id">The matter, by the id that its service gave it.</param>
    /// <param name="Kind">
    /// <c>decision</c>, <c>investigation</c>, <c>counterExpertise</c>, <c>emergency</c>, <c>acuteDanger</c>, <c>statement</c>, <c>notKnowing</c>,
    /// <c>keyWorkerWish</c>, <c>informalSupport</c>, <c>responsibilityOffer</c>, <c>dataBreach</c>, <c>plan</c>, <c>goal</c>, <c>helper</c>, <c>support</c> or <c>barrier</c>.
    /// </param>
    /// <param name="Detail">
    /// More precisely what, such as what was decided on, the domain of life, the municipality that was asked or the person who is in danger; null when there
    /// is no more to say.
    /// </param>
    /// <param name="Since">When it began.</param>
    /// <param name="State">How far it is: an outcome, or a state such as <c>underway</c>, <c>contested</c>, <c>notReceived</c>, <c>answered</c>.</param>
    /// <param name="StateAt">When it came so far.</param>
    public sealed record Matter(Guid Id, string Kind, string? Detail, DateTimeOffset Since, string State, DateTimeOffset StateAt);

    /// <summary>A first contact about the family.</summary>
    /// <param name="Id">The contact.</param>
    /// <param name="Kind">What kind of contact it is.</param>
    /// <param name="ReceivedAt">When it was received.</param>
    public sealed record Contact(Guid Id, string Kind, DateTimeOffset ReceivedAt);

    /// <summary>Somebody opened the file in an emergency, without being involved.</summary>
    /// <param name="Worker">The account.</param>
    /// <param name="Organisation">The organisation.</param>
    /// <param name="From">From when.</param>
    /// <param name="Until">Until when.</param>
    /// <param name="Reason">Why; told to those who are involved, null for a reader who has only an emergency access.</param>
    public sealed record EmergencyAccess(string Worker, string Organisation, DateTimeOffset From, DateTimeOffset Until, string? Reason);

    internal static FamilyResponse Of(
        Guid id, Skeleton known, IEnumerable<Link> links, string relation, IReadOnlyDictionary<string, SourceAnswer<JsonElement>>? expanded, TimeLimits limits,
        DateTimeOffset now)
    {
        var present = known.Involved.Where(one => one.From <= now).ToList();
        var met = present.FindAll(one => one.Relation != Relations.ReceivingTeam);
        var keyWorker = In(Intake, Relations.KeyWorker);
        return new(
            id, known.Municipality, known.OpenedAt, known.ClosedOn, keyWorker,
            keyWorker is null ? In(Intake, Relations.DutyTeam) : null,
            known.Members, known.Involved,
            met.DistinctBy(one => one.Organisation).Count(),
            met.Where(one => one.Worker is not null).DistinctBy(one => one.Worker).Count(),
            [.. known.Clocks.Select(clock => clock with
            {
                LegalBasis = limits.Find(clock.Term, clock.StartedAt)?.LegalBasis,
                OwnedBy = clock.Owner switch
                {
                    "investigator" => In(Investigation, Relations.Investigator) ?? In(Investigation, Relations.RegionalTeam),
                    "keyWorker" => keyWorker ?? In(Intake, Relations.DutyTeam),
                    _ => null,
                },
            })], known.Responsibilities, [.. links], known.Contacts, known.Matters,
            Relations.OwnNameOf(relation) == Relations.EmergencyAccess
                ? [.. known.EmergencyAccesses.Select(access => access with { Reason = null })]
                : known.EmergencyAccesses,
            expanded);

        Involvement? In(string service, string relation) => present.FirstOrDefault(one => one.Service == service && one.Relation == relation);
    }
}
