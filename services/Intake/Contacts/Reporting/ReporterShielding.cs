using Geborgen.Casework;

namespace Geborgen.Intake.Contacts;

/// <summary>
/// A decision on whether a reporter's identity is kept from the family. Professionals report openly, so keeping it has
/// a reason and a day on which it is looked at again; once decided it is lifted by a court or with the reporter's own consent.
/// </summary>
public sealed class ReporterShielding
{
    /// <summary>The decision's id, by which the family view and a remedy refer to it.</summary>
    public required Guid DecisionId { get; init; }

    /// <summary>Whether the identity is kept from the family.</summary>
    public required bool Shielded { get; init; }

    /// <summary>The decision in words for the family, and what somebody who disagrees can do.</summary>
    public required Decision Decision { get; init; }

    /// <summary>When it is looked at again; null where nothing is kept.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>What a worker found that would tell the family all the same who reported; null where nothing is kept.</summary>
    public ReporterCheck? Check { get; init; }

    /// <summary>The account that decided.</summary>
    public required string By { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The reference of the court order that lifted it, or null.</summary>
    public string? CourtOrder { get; private set; }

    /// <summary>How the reporter agreed that the family hears who reported, which lifted it; or null.</summary>
    public string? Consent { get; private set; }

    /// <summary>When it was lifted, or null.</summary>
    public DateTimeOffset? LiftedAt { get; private set; }

    /// <summary>Whether it keeps the identity from the family now.</summary>
    public bool InForce => Shielded && LiftedAt is null;

    internal void Lift(string? courtOrder, string? consent, DateTimeOffset now) => (CourtOrder, Consent, LiftedAt) = (courtOrder, consent, now);
}

/// <summary>
/// What a worker found on reading everything once more with the eyes of the family: keeping a name apart is no use where
/// the role or the words give it away.
/// </summary>
/// <param name="RoleForFamily">How the family is told of the reporter's role.</param>
/// <param name="GivingAway">The statements that would tell who reported; the family does not get their words.</param>
public sealed record ReporterCheck(string RoleForFamily, Guid[] GivingAway);
