using Geborgen.Casework;

namespace Geborgen.Intake.Contacts;

/// <summary>What was received at first contact.</summary>
/// <param name="Kind">What kind of contact it is.</param>
/// <param name="Channel">The way in which it came.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="Reporter">Who reported it, or null when the family came itself.</param>
/// <param name="Whereabouts">Where the family was seen or lives, or null.</param>
/// <param name="Statements">What was said; at least one.</param>
public sealed record ContactDetails(
    ContactKind Kind, ContactChannel Channel, DateTimeOffset ReceivedAt,
    Reporter? Reporter, Whereabouts? Whereabouts, IReadOnlyList<Words> Statements);

/// <summary>The kinds of first contact.</summary>
public enum ContactKind
{
    /// <summary>A question.</summary>
    Question,

    /// <summary>A request for advice, in which nobody is named.</summary>
    Advice,

    /// <summary>A concern about somebody's safety. A concern is not a finding.</summary>
    Concern,

    /// <summary>A parent or young person who asks for help.</summary>
    SelfReferral,

    /// <summary>Somebody is in danger now.</summary>
    Emergency,
}

/// <summary>The ways in which a contact comes.</summary>
public enum ContactChannel
{
    /// <summary>From another system, such as a school's or the police's.</summary>
    System,

    /// <summary>By telephone.</summary>
    Phone,

    /// <summary>In a conversation.</summary>
    InPerson,

    /// <summary>Through a web form.</summary>
    Web,

    /// <summary>By letter.</summary>
    Letter,

    /// <summary>By e-mail.</summary>
    Email,
}

/// <summary>How far a contact is.</summary>
public enum ContactStatus
{
    /// <summary>Received; it waits for triage.</summary>
    Received,

    /// <summary>It was decided what follows.</summary>
    Triaged,

    /// <summary>Who asked for advice or information got it.</summary>
    Answered,

    /// <summary>It was registered in error and is out of sight: nothing follows.</summary>
    Removed,
}
