using Geborgen.Casework;

namespace Geborgen.Intake.Contacts;

/// <summary>What was decided to follow on a contact.</summary>
public sealed class TriageDecision
{
    /// <summary>The decision's id, by which the family view and a remedy refer to it.</summary>
    public required Guid DecisionId { get; init; }

    /// <summary>What follows.</summary>
    public required TriageOutcome Outcome { get; init; }

    /// <summary>The decision in words for the family, and what somebody who disagrees can do.</summary>
    public required Decision Decision { get; init; }

    /// <summary>The account that decided.</summary>
    public required string By { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>What follows on a contact.</summary>
public enum TriageOutcome
{
    /// <summary>Nothing more is needed.</summary>
    NoFollowUp,

    /// <summary>Advice is enough.</summary>
    Advice,

    /// <summary>People around the family help.</summary>
    InformalSupport,

    /// <summary>The local team helps.</summary>
    LocalSupport,

    /// <summary>It is investigated what is going on.</summary>
    Investigation,

    /// <summary>Somebody is in danger; it is acted on at once.</summary>
    Emergency,
}

/// <summary>What an investigation must answer, and about whom.</summary>
/// <param name="Questions">The questions; at least one when an investigation is asked for.</param>
/// <param name="Children">The children of the family now; may be nobody.</param>
/// <param name="Parents">Their parents, also who left and who has authority; the parents present in a household without children.</param>
/// <param name="FromSixteen">Those of the children who are sixteen or older, and decide alone.</param>
/// <param name="Adults">The other adults of a household without children, who are heard too; nobody when left out.</param>
public sealed record InvestigationScope(
    IReadOnlyList<string> Questions, IReadOnlyList<Guid> Children, IReadOnlyList<Guid> Parents, IReadOnlyList<Guid>? FromSixteen = null,
    IReadOnlyList<Guid>? Adults = null);

/// <summary>What an investigation was asked to find out. The words stay here; who investigates reads them here.</summary>
public sealed class InvestigationRequest
{
    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The family that is investigated, also when the file of the contact is its own again; null where that is the contact's own.</summary>
    public Guid? FamilyId { get; init; }

    /// <summary>The questions, in the order in which they were asked.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset At { get; init; }
}
