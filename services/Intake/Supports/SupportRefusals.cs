using Geborgen.Casework;

namespace Geborgen.Intake.Supports;

/// <summary>Why something is not done about support between people.</summary>
public static class SupportRefusals
{
    /// <summary>Support between people needs no citizen service number.</summary>
    public static Refusal WithPersonData { get; } = new(
        "support-with-person-data", "Support between people is offered and asked for without a citizen service number.",
        "Leave the number out.", RefusalKind.Invalid);

    /// <summary>A request is brought together with an offer.</summary>
    public static Refusal MatchRequestWithOffer { get; } = new(
        "match-request-with-offer", "A request is brought together with an offer.", "Choose a request and an offer.", RefusalKind.Invalid);

    /// <summary>Both sides agree before they learn of each other.</summary>
    public static Refusal MatchWithoutAgreement { get; } = new(
        "match-without-agreement", "People are brought together only when both agreed.", "Ask both sides first.", RefusalKind.Invalid);

    /// <summary>The request was brought together with an offer before.</summary>
    public static Refusal MatchedAlready { get; } = new(
        "support-matched-already", "This request was brought together with an offer already.", "Write down how it goes, or end it.");

    /// <summary>It ended.</summary>
    public static Refusal Ended { get; } = new(
        "support-exchange-ended", "This support ended.", "Register what is offered or asked for now.");

    /// <summary>There is no such offer.</summary>
    public static Refusal NoSuchOffer { get; } = new(
        "no-such-offer", "There is no such offer here.", "Read the offers again.", RefusalKind.NotFound);
}
