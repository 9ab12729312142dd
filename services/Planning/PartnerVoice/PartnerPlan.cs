using Geborgen.Planning.Plans;

namespace Geborgen.Planning.PartnerVoice;

/// <summary>
/// The plan of a family as somebody reads it who works or helps along: the own actions, and the parts that are shared now. Nothing else of
/// the family is in it.
/// </summary>
/// <param name="Id">The plan.</param>
/// <param name="Kind">As what the reader works or helps along.</param>
/// <param name="Since">Since when.</param>
/// <param name="Actions">What the reader does.</param>
/// <param name="Parts">What is shared with the reader now.</param>
public sealed record PartnerPlan(Guid Id, PartnerKind Kind, DateTimeOffset Since, IReadOnlyList<PartnerPlan.PartnerAction> Actions, IReadOnlyList<PartnerPlan.Part> Parts)
{
    /// <summary>Something that the reader does.</summary>
    /// <param name="Id">The action.</param>
    /// <param name="What">What.</param>
    /// <param name="When">When; null where that does not matter.</param>
    /// <param name="DoneOn">The day on which it was done; null while it is not.</param>
    public sealed record PartnerAction(Guid Id, string What, string? When, DateOnly? DoneOn);

    /// <summary>A part that is shared.</summary>
    /// <param name="Id">The goal, condition, safety agreement or choice.</param>
    /// <param name="Text">The part.</param>
    /// <param name="Until">The last day on which the reader reads it.</param>
    public sealed record Part(Guid Id, string Text, DateOnly Until);

    internal static PartnerPlan? Of(FamilyPlan plan, string account, DateTimeOffset now)
    {
        if (plan.PartnerBehind(account, now) is not { } partner)
            return null;
        return new(
            plan.Id, partner.Kind, partner.From,
            [.. plan.Actions.Where(one => one.PartnerId == partner.Id).Select(one => new PartnerAction(one.Id, one.What, one.When, one.DoneOn))],
            [.. partner.Shares.Where(share => share.HoldsAt(now)).Select(share => (share, Text: plan.TextOf(share.PartId))).Where(one => one.Text is not null)
                .Select(one => new Part(one.share.PartId, one.Text!, one.share.Until))]);
    }
}
