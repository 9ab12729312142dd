using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;

namespace Geborgen.Intake.Families;

/// <content>Which municipality is responsible for which child, and how that passes from one to another.</content>
public sealed partial class Family
{
    static readonly string[] AnsweringForIt = [Relations.KeyWorker, Relations.Cover, Relations.Duo, Relations.DutyTeam, Relations.AssigningTeam];

    readonly List<Responsibility> responsibilities = [];
    readonly List<ResponsibilityOffer> offers = [];

    /// <summary>Which municipality is or was responsible for which child, where that passed from the one that keeps the file.</summary>
    public IReadOnlyList<Responsibility> Responsibilities => responsibilities;

    /// <summary>The offers to pass responsibility on, answered ones included.</summary>
    public IReadOnlyList<ResponsibilityOffer> Offers => offers;

    /// <summary>The municipality that is responsible for a child at a moment.</summary>
    public Municipality ResponsibleFor(Guid childId, DateTimeOffset moment) =>
        responsibilities.Find(one => one.ChildId == childId && one.From <= moment && (one.Until is not { } until || moment < until))
            is { } passed ? passed.Municipality : Municipality;

    /// <summary>The children who belong to the family now.</summary>
    public IEnumerable<Guid> ChildrenOn(DateOnly today) => members
        .Where(one => one.Role == MemberRole.Child && (one.Until is not { } until || until >= today)).Select(one => one.PersonId).Distinct();

    /// <summary>
    /// Asks another municipality to become responsible for children (Jeugdwet article 1.1, woonplaatsbeginsel: the
    /// municipality changes when a family moves or a child is placed elsewhere). Its team on duty reads what it must know
    /// to answer; until it accepts, the present one stays responsible.
    /// </summary>
    public Refusal? OfferResponsibility(
        IReadOnlyCollection<Guid> children, Municipality from, Municipality to, TeamOnDuty receiving, string reason, Actor by)
    {
        ArgumentNullException.ThrowIfNull(children);
        ArgumentNullException.ThrowIfNull(receiving);
        ArgumentNullException.ThrowIfNull(by);
        if (NotInUse is { } unused)
            return unused;
        if (children.Count == 0)
            return ResponsibilityRefusals.OfferWithoutChildren;
        if (string.IsNullOrWhiteSpace(reason))
            return ResponsibilityRefusals.OfferWithoutReason;
        if (children.Except(ChildrenOn(by.Today)).Any())
            return ResponsibilityRefusals.NotAChildHere;
        if (children.Any(child => ResponsibleFor(child, by.Now) == to))
            return ResponsibilityRefusals.AlreadyResponsible;
        if (children.Any(child => ResponsibleFor(child, by.Now) != from))
            return ResponsibilityRefusals.NotResponsible;
        if (offers.Exists(one => one.Answer is null && one.Children.Intersect(children).Any()))
            return ResponsibilityRefusals.OfferedAlready;

        var reader = Assignment.OfTeam(Relations.ReceivingTeam, receiving, by.Now);
        var offer = ResponsibilityOffer.Make([.. children.Distinct()], from, to, reason, reader, by);
        offers.Add(offer);
        Raise(new ResponsibilityOffered(offer.Id, offer.Children, to.Code), by.Now);
        Begin(reader, by.Now);
        return null;
    }

    /// <summary>
    /// The receiving team accepts: from now on its municipality is responsible for these children. Where no child
    /// remains with the other, its people step back and a key worker is sought anew; else, and where both municipalities are
    /// one organisation's, the familiar face stays.
    /// </summary>
    public Refusal? AcceptResponsibility(Guid offerId, TimeLimit limit, Actor by)
    {
        ArgumentNullException.ThrowIfNull(limit);
        if (Answerable(offerId, by, out var offer) is { } refusal)
            return refusal;
        Close(offer!, OfferAnswer.Accepted, null, by);
        foreach (var child in offer!.Children)
        {
            responsibilities.Find(one => one.ChildId == child && one.Until is null)?.End(by.Now);
            responsibilities.Add(new Responsibility(child, offer.ToMunicipality, by.Now));
        }
        Raise(new ResponsibilityAccepted(offer.Id, offer.Children, offer.ToMunicipality.Code), by.Now);
        var within = offer.ReceivingOrganisation == offer.OfferingOrganisation;
        if (!within)
            Welcome(offer, by.Now);
        if (ChildrenOn(by.Today).Any(child => ResponsibleFor(child, by.Now) == offer.FromMunicipality))
            return null;
        if (within)
            PassWithin(offer, by.Now);
        else
            Relieve(offer.OfferingOrganisation, limit, by.Now);
        return null;
    }

    /// <summary>The receiving team refuses, and says why. Nothing changes; it reads no further.</summary>
    public Refusal? RefuseResponsibility(Guid offerId, string reason, Actor by)
    {
        if (Answerable(offerId, by, out var offer) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(reason))
            return ResponsibilityRefusals.RefusalWithoutReason;
        Close(offer!, OfferAnswer.Refused, reason, by);
        Raise(new ResponsibilityRefused(offerId), by.Now);
        return null;
    }

    /// <summary>Who offered it takes it back. The receiving team reads no further.</summary>
    public Refusal? WithdrawResponsibility(Guid offerId, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (offers.Find(one => one.Id == offerId && one.OfferingOrganisation == by.Organisation) is not { } offer)
            return ResponsibilityRefusals.NoSuchOffer;
        if (offer.Answer is not null)
            return ResponsibilityRefusals.OfferAnswered;
        Close(offer, OfferAnswer.Withdrawn, null, by);
        Raise(new ResponsibilityWithdrawn(offerId), by.Now);
        return null;
    }

    /// <summary>An offer is there for the team that was asked alone.</summary>
    Refusal? Answerable(Guid offerId, Actor by, out ResponsibilityOffer? offer)
    {
        ArgumentNullException.ThrowIfNull(by);
        offer = offers.Find(one => one.Id == offerId && one.ReceivingOrganisation == by.Organisation);
        return offer is null ? ResponsibilityRefusals.NoSuchOffer
            : offer.Answer is not null ? ResponsibilityRefusals.OfferAnswered
            : null;
    }

    void Close(ResponsibilityOffer offer, OfferAnswer answer, string? reason, Actor by)
    {
        offer.Close(answer, reason, by);
        End(assignments.Single(one => one.Id == offer.InvolvementId), by.Now);
    }

    /// <summary>The team on duty that takes over works with the family, unless its organisation does so already.</summary>
    void Welcome(ResponsibilityOffer offer, DateTimeOffset now)
    {
        if (!assignments.Exists(one => one.Organisation == offer.ReceivingOrganisation && one.ActiveAt(now)
            && one.Relation is Relations.KeyWorker or Relations.DutyTeam))
            Begin(Assignment.OfTeam(Relations.DutyTeam, new TeamOnDuty(offer.ReceivingTeam, offer.ReceivingOrganisation), now), now);
    }

    /// <summary>Within one organisation its people stay; of its teams on duty the one of the other municipality comes in place of the first.</summary>
    void PassWithin(ResponsibilityOffer offer, DateTimeOffset now)
    {
        var receiving = new TeamOnDuty(offer.ReceivingTeam, offer.ReceivingOrganisation);
        foreach (var team in In(Relations.DutyTeam, now).Concat(In(Relations.AssigningTeam, now))
            .Where(one => one.Organisation == receiving.Organisation && one.Team != receiving.Team))
        {
            End(team, now);
            Begin(Assignment.OfTeam(team.Relation, receiving, now), now);
        }
    }

    /// <summary>An organisation that is responsible for no child any more steps back, covers to come included.</summary>
    void Relieve(string organisation, TimeLimit limit, DateTimeOffset now)
    {
        foreach (var one in AtWork(now).Where(one => one.Organisation == organisation))
            End(one, now);
        if (KeyWorkerAt(now) is not null)
            return;
        StopClock(KeyWorkerAssignmentTerm, now);
        StartClock(limit, now, now);
    }
}
