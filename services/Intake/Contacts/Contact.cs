using Geborgen.Casework;
using Geborgen.Contracts.Intake;

namespace Geborgen.Intake.Contacts;

/// <summary>
/// A first contact about a family: what was told, by whom, when. It is a set of authored statements side by side;
/// there is no score, colour or level.
/// </summary>
public sealed class Contact : CaseFile
{
    // A sender's clock may run a little ahead of ours.
    static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(2);

    Contact()
    {
    }

    /// <summary>The family that it is about.</summary>
    public Guid FamilyId { get; private init; }

    /// <summary>What kind of contact it is.</summary>
    public ContactKind Kind { get; private init; }

    /// <summary>The way in which it came.</summary>
    public ContactChannel Channel { get; private init; }

    /// <summary>When it was received; statutory terms count from here.</summary>
    public DateTimeOffset ReceivedAt { get; private init; }

    /// <summary>When it was written down.</summary>
    public DateTimeOffset RegisteredAt { get; private init; }

    /// <summary>How far it is.</summary>
    public ContactStatus Status { get; private set; }

    /// <summary>The system that sent it, which may follow its state; null when a worker wrote it down.</summary>
    public string? Sender { get; private init; }

    /// <summary>Who reported it, if that is somebody else than the family itself.</summary>
    public Reporter? Reporter { get; private init; }

    /// <summary>Where the family was seen or lives, as told; not the same as who is responsible.</summary>
    public Whereabouts? Whereabouts { get; private init; }

    /// <inheritdoc/>
    protected override Guid OfFamily => FamilyId;

    /// <summary>Registers a contact.</summary>
    /// <param name="details">What was received.</param>
    /// <param name="namesPersons">Whether anybody of the family is named or described.</param>
    /// <param name="familyId">The provisional family that it opens.</param>
    /// <param name="municipality">The responsible municipality.</param>
    /// <param name="sender">The system that sent it, or null.</param>
    /// <param name="now">The present moment.</param>
    /// <returns>The contact, or why it is refused.</returns>
    public static (Contact? Contact, Refusal? Refusal) Register(
        ContactDetails details, bool namesPersons, Guid familyId, Municipality municipality, string? sender, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(details);
        if (details.ReceivedAt > now + ClockTolerance)
            return (null, ContactRefusals.ReceivedInFuture);
        if (details.Kind == ContactKind.Advice && (namesPersons || details.Whereabouts is not null || details.Reporter?.Name is not null))
            return (null, ContactRefusals.AdviceWithPersonData);
        if (details.Statements.Count == 0)
            return (null, ContactRefusals.NothingSaid);
        if (details.Statements.Any(statement => statement.StatedAt > now + ClockTolerance))
            return (null, ContactRefusals.StatedInFuture);

        var contact = new Contact
        {
            Id = Guid.CreateVersion7(now),
            FamilyId = familyId,
            Municipality = municipality,
            Kind = details.Kind,
            Channel = details.Channel,
            ReceivedAt = details.ReceivedAt.ToUniversalTime(),
            RegisteredAt = now,
            Status = ContactStatus.Received,
            Sender = sender,
            Reporter = details.Reporter,
            Whereabouts = details.Whereabouts,
        };
        contact.BeginWith(details.Statements);
        contact.Raise(version => new ContactRegistered(
            contact.Id, version, familyId, municipality.Code, now, CamelCase.Of(details.Kind), contact.ReceivedAt));
        return (contact, null);
    }
}

/// <summary>What was received at first contact.</summary>
/// <param name="Kind">What kind of contact it is.</param>
/// <param name="Channel">The way in which it came.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="Reporter">Who reported it, or null when the family came itself.</param>
/// <param name="Whereabouts">Where the family was seen or lives, or null.</param>
/// <param name="Statements">What was said; at least one.</param>
public sealed record ContactDetails(
    ContactKind Kind, ContactChannel Channel, DateTimeOffset ReceivedAt,
    Reporter? Reporter, Whereabouts? Whereabouts, IReadOnlyList<Statement> Statements);

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
    /// <summary>Received; the team on duty owns it.</summary>
    Received,
}
