using Geborgen.Casework;

namespace Geborgen.Intake.Families;

/// <summary>Why responsibility for children is not offered, accepted, refused or withdrawn.</summary>
public static class ResponsibilityRefusals
{
    /// <summary>Nobody is named.</summary>
    public static Refusal OfferWithoutChildren { get; } = new(
        "offer-without-children", "An offer names the children whom it concerns.", "Name at least one child.", RefusalKind.Invalid);

    /// <summary>The receiving team is not told why.</summary>
    public static Refusal OfferWithoutReason { get; } = new(
        "offer-without-reason", "An offer says why responsibility changes.", "Add the reason.", RefusalKind.Invalid);

    /// <summary>Somebody named is no child of the family now.</summary>
    public static Refusal NotAChildHere { get; } = new(
        "not-a-child-here", "Responsibility is for children who belong to the family now.",
        "Read the members and name those in the role of child.", RefusalKind.Invalid);

    /// <summary>Nobody knows this municipality.</summary>
    public static Refusal UnknownMunicipality { get; } = new(
        "unknown-municipality", "This municipality is not in the organisation registry.",
        "Name a municipality of the registry by its CBS code.", RefusalKind.Invalid);

    /// <summary>The municipality is responsible already.</summary>
    public static Refusal AlreadyResponsible { get; } = new(
        "already-responsible", "This municipality is responsible already.", "Name another municipality.");

    /// <summary>Another municipality is responsible and alone can pass it on.</summary>
    public static Refusal NotResponsible { get; } = new(
        "not-responsible", "Only the municipality that is responsible passes responsibility on.",
        "Leave out the children for whom another municipality is responsible.");

    /// <summary>There is an open offer for one of the children.</summary>
    public static Refusal OfferedAlready { get; } = new(
        "offered-already", "A child has at most one open offer.", "Withdraw the open offer first.");

    /// <summary>There is no such offer for this organisation.</summary>
    public static Refusal NoSuchOffer { get; } = new(
        "no-such-responsibility-offer", "There is no such offer.", "Read the offers of this family.", RefusalKind.NotFound);

    /// <summary>It was accepted, refused or withdrawn before.</summary>
    public static Refusal OfferAnswered { get; } = new(
        "offer-answered", "An offer is answered once.", "Make a new offer.");

    /// <summary>Who offered it is not told why not.</summary>
    public static Refusal RefusalWithoutReason { get; } = new(
        "refusal-without-reason", "Who refuses responsibility says why.", "Add the reason.", RefusalKind.Invalid);
}
