namespace Geborgen.Intake.Contacts;

/// <summary>Who reported a concern, as a worker reads it.</summary>
/// <param name="Role">What they are to the family.</param>
/// <param name="Shielded">Whether the name is kept from the family.</param>
/// <param name="ShieldedProvisionally">Whether that is so only until it is decided on.</param>
/// <param name="Anonymous">Whether they are unknown to us too.</param>
/// <param name="Name">The name; null when it is not known, or kept from this reader.</param>
/// <param name="Shielding">What was decided on it last; null while nothing was.</param>
public sealed record ReporterResponse(
    string Role, bool Shielded, bool ShieldedProvisionally, bool Anonymous, string? Name, ShieldingResponse? Shielding);

/// <summary>What was decided on a reporter's identity.</summary>
/// <param name="Decision">Why, on what basis, and what somebody who disagrees can do.</param>
/// <param name="ReviewOn">When it is looked at again; null where the identity is open.</param>
/// <param name="RoleForFamily">How the family is told of the role; null where the identity is open.</param>
/// <param name="CourtOrder">The court order that lifted it; null when none did.</param>
/// <param name="ReporterConsent">How the reporter agreed that the family hears who reported; null when that did not lift it.</param>
/// <param name="LiftedAt">When it was lifted; null when it was not.</param>
public sealed record ShieldingResponse(
    DecisionResponse Decision, DateOnly? ReviewOn, string? RoleForFamily, string? CourtOrder, string? ReporterConsent, DateTimeOffset? LiftedAt);

/// <summary>Whether those concerned were told about a report.</summary>
/// <param name="EverybodyAt">When everybody had been told who must be; null while somebody was not.</param>
/// <param name="Told">Who was told, the first first.</param>
/// <param name="Postponements">For how long and why telling waited, the first first.</param>
/// <param name="NotTold">The members who must be told and were not yet, also who joined the family since.</param>
public sealed record TellingResponse(
    DateTimeOffset? EverybodyAt, IReadOnlyList<ToldResponse> Told, IReadOnlyList<PostponementResponse> Postponements, IReadOnlyList<Guid> NotTold);

/// <summary>Some of those concerned were told about a report, or all.</summary>
/// <param name="At">When that was written down.</param>
/// <param name="How">How they were told.</param>
/// <param name="ToldBy">Who told them.</param>
/// <param name="Persons">The members of the family who were told.</param>
public sealed record ToldResponse(DateTimeOffset At, string How, string ToldBy, IReadOnlyList<Guid> Persons);

/// <summary>A time during which telling waited.</summary>
/// <param name="SafetyReason">Whose safety telling would endanger, and how.</param>
/// <param name="Until">The last day.</param>
/// <param name="At">When it was decided.</param>
public sealed record PostponementResponse(string SafetyReason, DateOnly Until, DateTimeOffset At);

/// <summary>What was decided to follow on a contact, as a worker reads it.</summary>
/// <param name="Outcome">What follows.</param>
/// <param name="Decision">Why, on what basis, and what somebody who disagrees can do.</param>
/// <param name="InvestigationRequestId">The request by which an investigation reads its questions; null when none was asked for.</param>
public sealed record TriageResponse(TriageOutcome Outcome, DecisionResponse Decision, Guid? InvestigationRequestId);

/// <summary>The advice that was given.</summary>
/// <param name="Text">The advice.</param>
/// <param name="At">When it was given.</param>
public sealed record AdviceResponse(string Text, DateTimeOffset At);

/// <summary>How a contact went for the family, and what it was answered.</summary>
/// <param name="Id">The feedback.</param>
/// <param name="Text">The family's words.</param>
/// <param name="PersonId">The member of the family whose words they are; null when that is not said.</param>
/// <param name="At">When it was written down.</param>
/// <param name="Answer">What the family was answered; null while it waits for an answer.</param>
/// <param name="AnsweredAt">When it was answered.</param>
public sealed record FeedbackResponse(Guid Id, string Text, Guid? PersonId, DateTimeOffset At, string? Answer, DateTimeOffset? AnsweredAt)
{
    internal static FeedbackResponse Of(Feedback one) => new(one.Id, one.Text, one.PersonId, one.At, one.Answer, one.AnsweredAt);
}

/// <summary>Where the family was seen or lives, as told at a contact.</summary>
/// <param name="Street">The street.</param>
/// <param name="HouseNumber">The number, with any addition.</param>
/// <param name="PostalCode">The postal code.</param>
/// <param name="Town">The town.</param>
/// <param name="Description">Anything that helps to find it.</param>
public sealed record WhereaboutsResponse(string? Street, string? HouseNumber, string? PostalCode, string? Town, string? Description)
{
    internal static WhereaboutsResponse Of(Whereabouts told) => new(told.Street, told.HouseNumber, told.PostalCode, told.Town, told.Description);
}

/// <summary>Where the family was said to be until that was corrected or completed.</summary>
/// <param name="Place">The place.</param>
/// <param name="Reason">Why it was wrong; null where it was only completed.</param>
/// <param name="By">The account that corrected it.</param>
/// <param name="Until">Until when it stood there.</param>
public sealed record WrongWhereaboutsResponse(WhereaboutsResponse Place, string? Reason, string By, DateTimeOffset Until);
