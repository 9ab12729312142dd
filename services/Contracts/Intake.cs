using System.Text.Json.Serialization;

namespace Geborgen.Contracts.Intake;

/// <summary>What happens to a contact.</summary>
public abstract record ContactEvent : DomainEvent
{
    /// <summary>The contact.</summary>
    [JsonRequired]
    public Guid ContactId { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override Guid Stream { get => ContactId; init => ContactId = value; }
}

/// <summary>A first contact was registered: a question, a request for advice, a concern, a self-referral or an emergency.</summary>
/// <param name="Kind">The kind of contact, in camelCase as the API writes it.</param>
/// <param name="ReceivedAt">When the contact was received, which starts the statutory terms.</param>
public sealed record ContactRegistered(string Kind, DateTimeOffset ReceivedAt) : ContactEvent;

/// <summary>Where the family was said to be at a contact was corrected or completed. The place is read at Intake.</summary>
public sealed record ContactWhereaboutsCorrected : ContactEvent;

/// <summary>
/// A contact was registered in error and is out of sight: nobody shows or counts anything of it. Its statements are said to be taken out one by
/// one, and its emergency by itself.
/// </summary>
/// <param name="Decisions">What was decided on it.</param>
/// <param name="AcuteDangers">Who was judged in it to be in acute danger.</param>
/// <param name="NotKnown">What nobody knew about it.</param>
public sealed record ContactTakenOut(IReadOnlyList<Guid> Decisions, IReadOnlyList<Guid> AcuteDangers, IReadOnlyList<Guid> NotKnown) : ContactEvent;

/// <summary>A family came into view, with the members that were named at that moment.</summary>
/// <param name="Members">Who was named; may be nobody.</param>
public sealed record FamilyOpened(IReadOnlyList<FamilyMember> Members) : FamilyEvent;

/// <summary>A person's place in a family.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Role">The role in the family, in camelCase as the API writes it.</param>
/// <param name="From">The first day of the membership.</param>
public sealed record FamilyMember(Guid PersonId, string Role, DateOnly From);

/// <summary>A person was added to a family.</summary>
/// <param name="Member">The person and the role.</param>
public sealed record MemberAdded(FamilyMember Member) : FamilyEvent;

/// <summary>A person's membership of a family ended; nothing of what follows is that person's to see.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Until">The last day of the membership.</param>
public sealed record MemberRemoved(Guid PersonId, DateOnly Until) : FamilyEvent;

/// <summary>
/// A worker confirmed that a member of a family is a person whom another file knows as well. Each file counts and shows its own member;
/// nothing of the other file follows from it.
/// </summary>
/// <param name="PersonId">The member.</param>
/// <param name="KnownPersonId">The person as registered elsewhere.</param>
public sealed record PersonLinkConfirmed(Guid PersonId, Guid KnownPersonId) : FamilyEvent;

/// <summary>A confirmed link between two persons was undone: they are different people.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="KnownPersonId">The person who turned out to be somebody else.</param>
public sealed record PersonLinkUndone(Guid PersonId, Guid KnownPersonId) : FamilyEvent;

/// <summary>A worker tied a login account to a member of the family.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Account">The account's id (<c>sub</c> of its tokens).</param>
public sealed record MemberAccountLinked(Guid PersonId, string Account) : FamilyEvent, IGivesRight
{
    /// <inheritdoc/>
    string? IGivesRight.To => Account;
}

/// <summary>It was decided what follows on a contact. The decision itself is published as <see cref="Casework.DecisionPublished"/>.</summary>
/// <param name="Outcome">What follows, in camelCase: <c>noFollowUp</c>, <c>advice</c>, <c>informalSupport</c>, <c>localSupport</c>, <c>investigation</c> or <c>emergency</c>.</param>
public sealed record ContactTriaged(string Outcome) : ContactEvent;

/// <summary>Triage asked for an investigation. Its questions stay at Intake and are read there.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Children">The children whom it concerns; may be nobody, for a household without children.</param>
/// <param name="Parents">The parents who are heard, also who left and who has authority.</param>
/// <param name="FromSixteen">Those of the children who are sixteen or older, and decide alone; null where that was not told.</param>
/// <param name="Adults">The other adults of a household without children, who are heard too; null where that was not told.</param>
public sealed record InvestigationRequested(
    Guid RequestId, IReadOnlyList<Guid> Children, IReadOnlyList<Guid> Parents, IReadOnlyList<Guid>? FromSixteen = null,
    IReadOnlyList<Guid>? Adults = null) : ContactEvent;

/// <summary>A reasoned decision keeps a reporter's identity from the family.</summary>
/// <param name="ReviewOn">When that is looked at again.</param>
public sealed record ReporterShielded(DateOnly ReviewOn) : ContactEvent;

/// <summary>A reporter's identity is no longer kept apart.</summary>
public sealed record ReporterShieldLifted : ContactEvent;

/// <summary>Those concerned, or some of them, were told about the report (within four weeks).</summary>
/// <param name="Persons">The members of the family who were told.</param>
public sealed record ReportTold(IReadOnlyList<Guid>? Persons = null) : ContactEvent;

/// <summary>Telling those concerned about the report was postponed for a reason of safety.</summary>
/// <param name="Until">The last day of the postponement.</param>
public sealed record TellingPostponed(DateOnly Until) : ContactEvent;

/// <summary>Advice or information was given, without data on those concerned.</summary>
public sealed record AdviceGiven : ContactEvent;

/// <summary>The family said how a contact went for them.</summary>
/// <param name="FeedbackId">The feedback.</param>
public sealed record FeedbackGiven(Guid FeedbackId) : ContactEvent;

/// <summary>The feedback of the family was answered.</summary>
/// <param name="FeedbackId">The feedback.</param>
public sealed record FeedbackAnswered(Guid FeedbackId) : ContactEvent;
