using Geborgen.Casework;

namespace Geborgen.Planning.Plans;

/// <summary>Somebody who works or helps along beside the key worker.</summary>
public sealed class Partner
{
    readonly List<Share> shares = [];

    /// <summary>The part in the plan, by which actions name it.</summary>
    public required Guid Id { get; init; }

    /// <summary>As what.</summary>
    public required PartnerKind Kind { get; init; }

    /// <summary>How the family knows them.</summary>
    public required string Name { get; init; }

    /// <summary>The organisation for which they work; null for a helper from the network.</summary>
    public string? Organisation { get; init; }

    /// <summary>Why, in words for the family.</summary>
    public required string Reason { get; init; }

    /// <summary>From when.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Until when; null while no end is known.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>The account under which they read what is shared and tell how their own actions go; null while they have none.</summary>
    public string? Account { get; private set; }

    /// <summary>The code that lets or let them in; null where none was made.</summary>
    public Invitation? Invitation { get; private set; }

    /// <summary>What is shared with them, ended shares too.</summary>
    public IReadOnlyList<Share> Shares => shares;

    /// <summary>Whether they work or help along at a moment.</summary>
    public bool ActiveAt(DateTimeOffset moment) => From <= moment && (Until is not { } until || moment < until);

    internal void Invite(Invitation invitation) => Invitation = invitation;

    internal void Enter(string account) => Account = account;

    internal void Share(Share share) => shares.Add(share);

    internal void End(DateTimeOffset at) => (Until, Invitation) = (at, null);
}

/// <summary>As what somebody works or helps along.</summary>
public enum PartnerKind
{
    /// <summary>A specialist.</summary>
    Specialist,

    /// <summary>A professional of the regional team.</summary>
    RegionalProfessional,

    /// <summary>A school.</summary>
    School,

    /// <summary>Childcare.</summary>
    Childcare,

    /// <summary>Sport or another club.</summary>
    Sport,

    /// <summary>Health care.</summary>
    HealthCare,

    /// <summary>Help with debts.</summary>
    DebtHelp,

    /// <summary>Foster carers.</summary>
    FosterCare,

    /// <summary>Kin, a friend, a neighbour.</summary>
    Network,
}

/// <summary>A code that the family hands over: it lets one person in, once, for a short time.</summary>
public sealed class Invitation
{
    /// <summary>The digest of the code; the code itself is not kept.</summary>
    public required string Digest { get; init; }

    /// <summary>Until when it can be used.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>The account that asked for it.</summary>
    public required string AskedBy { get; init; }
}

/// <summary>A part of the plan that somebody who helps along reads, for a time.</summary>
public sealed class Share
{
    /// <summary>The id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The goal, condition, safety agreement or choice that is shared.</summary>
    public required Guid PartId { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>When it was ended before that; null where it was not.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether it is shared at a moment.</summary>
    public bool HoldsAt(DateTimeOffset moment) =>
        EndedAt is null && WorkingDays.DateOf(moment) is var day && From <= day && day <= Until;

    internal void End(DateTimeOffset now) => EndedAt = now;
}
