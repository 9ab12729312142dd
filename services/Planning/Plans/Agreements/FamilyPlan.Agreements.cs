using Geborgen.Casework;
using Geborgen.Contracts.Planning;

namespace Geborgen.Planning.Plans;

/// <content>What those concerned agreed on to keep everybody safe; it needs no emergency, and outlives one.</content>
public sealed partial class FamilyPlan
{
    /// <summary>The key of the term that runs until a safety agreement ends.</summary>
    public const string AgreementTerm = "safetyAgreement";

    readonly List<PlanAgreement> agreements = [];

    /// <summary>The safety agreements, ended ones too.</summary>
    public IReadOnlyList<PlanAgreement> Agreements => agreements;

    /// <summary>Records what those concerned agreed on, until when, and how it is watched.</summary>
    public Refusal? MakeAgreement(NewAgreement agreement, Actor by)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(by);
        if (WhyNotOpen is { } closed)
            return closed;
        if (agreement.AgreedBy.Count == 0 || agreement.AgreedBy.Any(string.IsNullOrWhiteSpace))
            return PlanRefusals.NobodyAgreed;
        if (agreement.Until <= by.Now)
            return PlanRefusals.AgreementWithoutEnd;
        if (WhyNotForFamily(null, by, ("who", agreement.Who), ("what", agreement.What), ("watch", agreement.Watch)) is { } told)
            return told;
        Keep(Guid.CreateVersion7(by.Now), emergencyId: null, agreement, by.Now);
        return null;
    }

    /// <summary>
    /// Takes over a safety agreement of an emergency that ended, once; its words stay where they were written. What was said of it there and is
    /// heard later counts until somebody looked at it here.
    /// </summary>
    public void FollowAgreement(Guid agreementId, Guid emergencyId, DateTimeOffset? until, DateTimeOffset now)
    {
        if (Status == PlanStatus.Closed)
            return;
        if (agreements.Find(one => one.Id == agreementId) is not { } held)
        {
            if (until > now)
                Keep(agreementId, emergencyId, new NewAgreement(Who: null, What: null, until.Value, AgreedBy: [], Watch: null), now);
        }
        else if (held is { EndedAt: null, Reviews: [] } && held.Until != until)
        {
            StopClock(held.ClockId, now);
            held.Follow(until, until is { } later ? StartClock(Clock.UntilMoment(AgreementTerm, later, now), now).Id : null, now);
            Raise(new PlanAgreementEvaluated(agreementId, CamelCase.Of(until is null ? AgreementOutcome.Ended : AgreementOutcome.Renewed), until), now);
        }
    }

    /// <summary>It was looked at how a safety agreement went: it ends, or those concerned agree on it anew.</summary>
    public Refusal? EvaluateAgreement(Guid agreementId, AgreementEvaluation evaluation, Actor by)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(by);
        if (agreements.Find(one => one.Id == agreementId && one.EndedAt is null) is not { } agreement)
            return PlanRefusals.NoSuchAgreement;
        var renewed = evaluation.Outcome == AgreementOutcome.Renewed;
        if (renewed && (evaluation.Until is not { } until || until <= by.Now))
            return PlanRefusals.AgreementWithoutEnd;
        if (WhyNotForFamily(null, by, ("howItWent", evaluation.HowItWent)) is { } told)
            return told;
        StopClock(agreement.ClockId, by.Now);
        var clock = renewed ? StartClock(Clock.UntilMoment(AgreementTerm, evaluation.Until!.Value, by.Now), by.Now).Id : (Guid?)null;
        agreement.Evaluate(evaluation, clock, by.Now);
        Raise(new PlanAgreementEvaluated(agreementId, CamelCase.Of(evaluation.Outcome), renewed ? agreement.Until : null), by.Now);
        return null;
    }

    void Keep(Guid id, Guid? emergencyId, NewAgreement agreement, DateTimeOffset now)
    {
        var clock = StartClock(Clock.UntilMoment(AgreementTerm, agreement.Until, now), now);
        agreements.Add(new PlanAgreement
        {
            Id = id,
            EmergencyId = emergencyId,
            Who = agreement.Who,
            What = agreement.What,
            AgreedBy = agreement.AgreedBy,
            Watch = agreement.Watch,
            AgreedAt = now,
            Until = agreement.Until.ToUniversalTime(),
            ClockId = clock.Id,
        });
        Raise(new PlanAgreementMade(id, agreement.Until), now);
    }
}
