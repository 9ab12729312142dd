namespace Geborgen.Intake.Supports;

/// <summary>Whether support is offered or asked for.</summary>
public enum SupportSide
{
    /// <summary>Somebody offers it.</summary>
    Offer,

    /// <summary>Somebody asks for it.</summary>
    Request,
}

/// <summary>The kinds of support between people.</summary>
public enum SupportKind
{
    /// <summary>Help with something that must be done.</summary>
    PracticalHelp,

    /// <summary>Company.</summary>
    Company,

    /// <summary>Looking after a child for a while.</summary>
    Childcare,

    /// <summary>Somebody who listens.</summary>
    ListeningEar,

    /// <summary>Getting somewhere.</summary>
    Transport,

    /// <summary>Something else, as the words say.</summary>
    Other,
}

/// <summary>Who offers or asks for support and how to reach them; kept apart, and read by the local team only.</summary>
public sealed class SupportContact
{
    /// <summary>Notes who it is.</summary>
    public SupportContact(string name, string reach) => (Name, Reach) = (name, reach);

    /// <summary>The name by which they want to be known.</summary>
    public string Name { get; private set; }

    /// <summary>How to reach them, such as a telephone number.</summary>
    public string Reach { get; private set; }
}

/// <summary>A request was brought together with an offer; both sides agreed.</summary>
public sealed class SupportMatch
{
    internal SupportMatch(Guid offerId, string by, DateTimeOffset at) => (OfferId, By, At) = (offerId, by, at);

    /// <summary>The offer.</summary>
    public Guid OfferId { get; private set; }

    /// <summary>The account that brought them together and heard both agree.</summary>
    public string By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>How support goes, as written down at some time.</summary>
public sealed class SupportNote
{
    internal SupportNote(string text, string by, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        Text = text;
        By = by;
        At = at;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>How it goes.</summary>
    public string Text { get; private set; }

    /// <summary>The account that wrote it down.</summary>
    public string By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}
