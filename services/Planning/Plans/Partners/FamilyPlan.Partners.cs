using System.Security.Cryptography;
using System.Text;
using Geborgen.Casework;
using Geborgen.Contracts.Planning;

namespace Geborgen.Planning.Plans;

/// <content>Who joins does so beside the key worker, with a reason, and the family sees how many those are.</content>
public sealed partial class FamilyPlan
{
    /// <summary>The key of the time for which a code lets somebody in.</summary>
    public const string InvitationTerm = "planInvitation";

    readonly List<Partner> partners = [];

    /// <summary>Who works or helps along, or once did.</summary>
    public IReadOnlyList<Partner> Partners => partners;

    /// <summary>The accounts of those who came in, and the digests of the codes that were made: what a plan is found by.</summary>
    public string[] PartnerKeys { get; private set; } = [];

    /// <summary>Who works or helps along at a moment.</summary>
    public IEnumerable<Partner> PartnersAt(DateTimeOffset moment) => partners.Where(one => one.ActiveAt(moment));

    /// <summary>Lets somebody work or help along, with a reason that the family reads (one more face is no small thing).</summary>
    public Refusal? Join(PartnerKind kind, string name, string? organisation, string? reason, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (WhyNotOpen is { } closed)
            return closed;
        if (string.IsNullOrWhiteSpace(reason))
            return PlanRefusals.JoinedWithoutReason;
        if (WhyNotForFamily(null, by, ("name", name), ("organisation", organisation), ("reason", reason)) is { } told)
            return told;
        var partner = new Partner
        {
            Id = Guid.CreateVersion7(by.Now),
            Kind = kind,
            Name = name,
            Organisation = organisation,
            Reason = reason,
            From = by.Now,
        };
        partners.Add(partner);
        Raise(new PlanJoined(partner.Id, CamelCase.Of(kind)), by.Now);
        return null;
    }

    /// <summary>Somebody works or helps along no longer, and reads nothing from that moment on.</summary>
    public Refusal? Leave(Guid partnerId, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (PartnerAt(partnerId, by.Now) is not { } partner)
            return PlanRefusals.NoSuchPartner;
        partner.End(by.Now);
        Raise(new PlanLeft(partnerId), by.Now);
        return null;
    }

    /// <summary>
    /// Makes a code by which one person gets in who helps along, which the family hands over. It counts once, for a short time, and takes the
    /// place of an earlier one.
    /// </summary>
    public (string? Code, Refusal? Refusal) Invite(Guid partnerId, TimeLimit limit, Actor by)
    {
        ArgumentNullException.ThrowIfNull(limit);
        ArgumentNullException.ThrowIfNull(by);
        if (WhyNotOpen is { } closed)
            return (null, closed);
        if (PartnerAt(partnerId, by.Now) is not { } partner)
            return (null, PlanRefusals.NoSuchPartner);
        if (partner.Account is not null)
            return (null, PlanRefusals.AlreadyIn);
        // Who registers at an identity server is asked for nothing but the code: it says whose it is.
        var code = $"{Municipality.Code[2..]}-{Convert.ToHexString(RandomNumberGenerator.GetBytes(10))}";
        partner.Invite(new Invitation { Digest = DigestOf(code), Until = limit.DueAt(by.Now), AskedBy = by.Account });
        KeepKeys();
        Raise(new PlanInvitationMade(partnerId), by.Now);
        return (code, null);
    }

    /// <summary>
    /// Somebody comes in by a code, under an account of their own; who came in by it before is in. Whoever asked for the code can't use it.
    /// </summary>
    public Refusal? Enter(string code, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        var digest = DigestOf(code);
        if (partners.Find(one => one.Invitation?.Digest == digest) is not { } partner || !partner.ActiveAt(by.Now))
            return PlanRefusals.NoSuchInvitation;
        if (partner.Account == by.Account)
            return null;
        if (partner.Account is not null || partner.Invitation!.Until <= by.Now)
            return PlanRefusals.NoSuchInvitation;
        if (partner.Invitation.AskedBy == by.Account)
            return ActorRefusals.NotOneself;
        if (PartnerBehind(by.Account, by.Now) is not null)
            return PlanRefusals.AlreadyIn;
        partner.Enter(by.Account);
        KeepKeys();
        Raise(new PlanPartnerEntered(partner.Id), by.Now);
        return null;
    }

    /// <summary>Lets somebody who helps along read a part of the plan for a time.</summary>
    public Refusal? SharePart(Guid partnerId, Guid partId, DateOnly from, DateOnly until, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (WhyNotOpen is { } closed)
            return closed;
        if (PartnerAt(partnerId, by.Now) is not { } partner)
            return PlanRefusals.NoSuchPartner;
        if (!IsPart(partId))
            return PlanRefusals.NoSuchPart;
        if (until < from || until < by.Today)
            return PlanRefusals.ShareWithoutDays;
        var share = new Share { Id = Guid.CreateVersion7(by.Now), PartId = partId, From = from, Until = until };
        partner.Share(share);
        Raise(new PartShared(share.Id, partnerId, until), by.Now);
        return null;
    }

    /// <summary>A part is shared no longer.</summary>
    public Refusal? EndShare(Guid shareId, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (partners.SelectMany(one => one.Shares).FirstOrDefault(one => one.Id == shareId && one.HoldsAt(by.Now)) is not { } share)
            return PlanRefusals.NoSuchShare;
        share.End(by.Now);
        Raise(new PartShareEnded(shareId), by.Now);
        return null;
    }

    /// <summary>Who helps along under an account at a moment; null where nobody does.</summary>
    public Partner? PartnerBehind(string account, DateTimeOffset moment) => partners.Find(one => one.Account == account && one.ActiveAt(moment));

    /// <summary>The persons whose data somebody reads who helps along: the owners of the goals that are shared, and the children of the own actions.</summary>
    public IEnumerable<Guid> PersonsNamedTo(string account, DateTimeOffset now)
    {
        if (PartnerBehind(account, now) is not { } partner)
            return [];
        var shared = partner.Shares.Where(one => one.HoldsAt(now)).Select(one => one.PartId).ToHashSet();
        return goals.Where(one => shared.Contains(one.Id)).Select(one => one.OwnerId)
            .Concat(actions.Where(one => one.PartnerId == partner.Id).Select(one => one.ChildId)).OfType<Guid>().Distinct();
    }

    /// <summary>The words of a part that is shared; null where it is none any more, or has no words here.</summary>
    public string? TextOf(Guid partId) =>
        !IsPart(partId) ? null
        : goals.Find(one => one.Id == partId)?.Text
        ?? conditions.Find(one => one.Id == partId)?.Text
        ?? (agreements.Find(one => one.Id == partId) is { What: { } what } agreement ? $"{agreement.Who}: {what}" : null)
        ?? choices.Find(one => one.Id == partId)?.Question;

    /// <summary>The digest under which a code is kept, however its letters were written.</summary>
    public static string DigestOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant())));
    }

    void KeepKeys() => PartnerKeys = [.. partners.Select(one => one.Account).Concat(partners.Select(one => one.Invitation?.Digest)).OfType<string>()];

    Partner? PartnerAt(Guid partnerId, DateTimeOffset moment) => partners.Find(one => one.Id == partnerId && one.ActiveAt(moment));

    // A child's own words reach nobody by a share.
    bool IsPart(Guid partId) => goals.Exists(one => one.Id == partId && !Statements.Any(said => said.Id == one.StatementId && said.Author == StatementAuthor.Child))
        || conditions.Exists(one => one.Id == partId) || agreements.Exists(one => one.Id == partId) || choices.Exists(one => one.Id == partId);
}
