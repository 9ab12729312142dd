using System.Text.Json.Serialization;

namespace Geborgen.Contracts.Intake;

/// <summary>What happens to a family, which is a stream of its own.</summary>
public abstract record FamilyEvent : DomainEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override Guid Stream { get => FamilyId; init => FamilyId = value; }
}

/// <summary>Somebody of the network supports the family, without a case file of an organisation.</summary>
/// <param name="SupportId">The support.</param>
/// <param name="From">The first day.</param>
public sealed record InformalSupportStarted(Guid SupportId, DateOnly From) : FamilyEvent;

/// <summary>Support by the network ended.</summary>
/// <param name="SupportId">The support.</param>
/// <param name="Until">The last day.</param>
public sealed record InformalSupportEnded(Guid SupportId, DateOnly Until) : FamilyEvent;

/// <summary>It was recorded who has parental authority over a child.</summary>
/// <param name="ChildId">The child.</param>
/// <param name="ParentId">The parent or guardian.</param>
/// <param name="Kind">In camelCase: <c>authority</c>, <c>noAuthority</c>, <c>guardianship</c> or <c>unknown</c>.</param>
/// <param name="From">From when.</param>
public sealed record AuthorityRecorded(Guid ChildId, Guid ParentId, string Kind, DateOnly From) : FamilyEvent;

/// <summary>The file of a family was closed, because nothing runs any more. Why stands in the decision, which is read at Intake.</summary>
/// <param name="DecisionId">The decision.</param>
/// <param name="ClosedOn">The day on which it was closed.</param>
public sealed record FamilyClosed(Guid DecisionId, DateOnly ClosedOn) : FamilyEvent;

/// <summary>The closed file of a family was opened again.</summary>
/// <param name="Cause">In camelCase: <c>emergency</c>, <c>newContact</c>, <c>familyAsked</c> or <c>closedTooSoon</c>.</param>
public sealed record FamilyReopened(string Cause) : FamilyEvent;
