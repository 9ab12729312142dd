using Geborgen.Casework;

namespace Geborgen.Intake.Supports;

/// <summary>
/// Support between people that somebody offers or asks for, without any case file: no family, no citizen service
/// number, nothing about what goes on in a home. Because there is no family, it raises no events (every event belongs
/// to a family) and stays out of the family view.
/// </summary>
public sealed class SupportExchange : Versioned
{
    readonly List<SupportNote> notes = [];

    SupportExchange()
    {
    }

    /// <summary>The municipality whose local team brings people together.</summary>
    public Municipality Municipality { get; private init; }

    /// <summary>Whether it is offered or asked for.</summary>
    public SupportSide Side { get; private init; }

    /// <summary>What kind of support.</summary>
    public SupportKind Kind { get; private init; }

    /// <summary>What is offered or asked for, in plain words.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Who it is and how to reach them; null once it ended, because nobody needs it any more.</summary>
    public SupportContact? Contact { get; private set; }

    /// <summary>The account or client that wrote it down.</summary>
    public string RegisteredBy { get; private init; } = "";

    /// <summary>When it was written down.</summary>
    public DateTimeOffset RegisteredAt { get; private init; }

    /// <summary>With which offer a request was brought together, or null.</summary>
    public SupportMatch? Match { get; private set; }

    /// <summary>How it goes.</summary>
    public IReadOnlyList<SupportNote> Notes => notes;

    /// <summary>Why it ended, or null.</summary>
    public string? EndReason { get; private set; }

    /// <summary>The account that ended it, or null.</summary>
    public string? EndedBy { get; private set; }

    /// <summary>When it ended, or null.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Writes down that somebody offers or asks for support.</summary>
    /// <returns>The exchange, or why it is refused.</returns>
    public static (SupportExchange? Exchange, Refusal? Refusal) Register(
        SupportSide side, SupportKind kind, string text, SupportContact contact, Municipality municipality, Actor by)
    {
        ArgumentNullException.ThrowIfNull(contact);
        if (Bsn.IsIn(text) || Bsn.IsIn(contact.Name) || Bsn.IsIn(contact.Reach))
            return (null, SupportRefusals.WithPersonData);
        var exchange = new SupportExchange
        {
            Id = Guid.CreateVersion7(by.Now),
            Municipality = municipality,
            Side = side,
            Kind = kind,
            Text = text,
            Contact = contact,
            RegisteredBy = by.Account,
            RegisteredAt = by.Now,
        };
        exchange.TakeNextVersion();
        return (exchange, null);
    }

    /// <summary>Brings a request together with an offer once both sides agreed. One offer can answer several requests.</summary>
    public Refusal? MatchWith(SupportExchange? offer, bool offerAgreed, bool requestAgreed, Actor by)
    {
        if (offer is null)
            return SupportRefusals.NoSuchOffer;
        if (Side != SupportSide.Request || offer.Side != SupportSide.Offer)
            return SupportRefusals.MatchRequestWithOffer;
        if (EndedAt is not null || offer.EndedAt is not null)
            return SupportRefusals.Ended;
        if (Match is not null)
            return SupportRefusals.MatchedAlready;
        if (!offerAgreed || !requestAgreed)
            return SupportRefusals.MatchWithoutAgreement;
        Match = new SupportMatch(offer.Id, by.Account, by.Now);
        TakeNextVersion();
        return null;
    }

    /// <summary>Writes down how it goes.</summary>
    public Refusal? Note(string text, Actor by)
    {
        if (EndedAt is not null)
            return SupportRefusals.Ended;
        if (Bsn.IsIn(text))
            return SupportRefusals.WithPersonData;
        notes.Add(new SupportNote(text, by.Account, by.Now));
        TakeNextVersion();
        return null;
    }

    /// <summary>Ends it. Who it was and how to reach them is forgotten.</summary>
    public Refusal? End(string reason, Actor by)
    {
        if (EndedAt is not null)
            return SupportRefusals.Ended;
        if (Bsn.IsIn(reason))
            return SupportRefusals.WithPersonData;
        (EndReason, EndedBy, EndedAt, Contact) = (reason, by.Account, by.Now, null);
        TakeNextVersion();
        return null;
    }
}
