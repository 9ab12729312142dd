using Geborgen.Casework;

namespace Geborgen.Intake.Families;

/// <summary>
/// One municipality asks another to become responsible for children who moved or were placed there. Until the other
/// accepts, nothing changes: no child is ever nobody's.
/// </summary>
public sealed class ResponsibilityOffer
{
    ResponsibilityOffer(
        Guid id, IReadOnlyList<Guid> children, Municipality fromMunicipality, Municipality toMunicipality, string reason,
        string offeredBy, string offeringOrganisation, string receivingTeam, string receivingOrganisation, Guid involvementId, DateTimeOffset offeredAt)
    {
        Id = id;
        Children = children;
        FromMunicipality = fromMunicipality;
        ToMunicipality = toMunicipality;
        Reason = reason;
        OfferedBy = offeredBy;
        OfferingOrganisation = offeringOrganisation;
        ReceivingTeam = receivingTeam;
        ReceivingOrganisation = receivingOrganisation;
        InvolvementId = involvementId;
        OfferedAt = offeredAt;
    }

    /// <summary>The offer's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The children.</summary>
    public IReadOnlyList<Guid> Children { get; private set; }

    /// <summary>The municipality that is responsible while the offer is open.</summary>
    public Municipality FromMunicipality { get; private set; }

    /// <summary>The municipality that is asked.</summary>
    public Municipality ToMunicipality { get; private set; }

    /// <summary>Why, in words for the receiving team.</summary>
    public string Reason { get; private set; }

    /// <summary>The account of the worker who offered it.</summary>
    public string OfferedBy { get; private set; }

    /// <summary>That worker's organisation, whose people step back when no child remains with it.</summary>
    public string OfferingOrganisation { get; private set; }

    /// <summary>The team that is asked.</summary>
    public string ReceivingTeam { get; private set; }

    /// <summary>The organisation of the team that is asked.</summary>
    public string ReceivingOrganisation { get; private set; }

    /// <summary>The involvement by which the receiving team reads what it must know.</summary>
    public Guid InvolvementId { get; private set; }

    /// <summary>When it was offered.</summary>
    public DateTimeOffset OfferedAt { get; private set; }

    /// <summary>What came of it, or null while it is open.</summary>
    public OfferAnswer? Answer { get; private set; }

    /// <summary>Why it was refused, or null.</summary>
    public string? AnswerReason { get; private set; }

    /// <summary>The account of who answered or withdrew it, or null.</summary>
    public string? AnsweredBy { get; private set; }

    /// <summary>When that was, or null.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    internal static ResponsibilityOffer Make(
        IReadOnlyList<Guid> children, Municipality from, Municipality to, string reason, Assignment receiving, Actor by) =>
        new(Guid.CreateVersion7(by.Now), children, from, to, reason, by.Account, by.Organisation, receiving.Team!, receiving.Organisation, receiving.Id, by.Now);

    internal void Close(OfferAnswer answer, string? reason, Actor by) =>
        (Answer, AnswerReason, AnsweredBy, AnsweredAt) = (answer, reason, by.Account, by.Now);
}

/// <summary>What came of an offer.</summary>
public enum OfferAnswer
{
    /// <summary>The other municipality is responsible since then.</summary>
    Accepted,

    /// <summary>The other municipality says no; nothing changed.</summary>
    Refused,

    /// <summary>Who offered it took it back; nothing changed.</summary>
    Withdrawn,
}
