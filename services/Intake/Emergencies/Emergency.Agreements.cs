using Geborgen.Casework;
using Geborgen.Contracts.Intake;

namespace Geborgen.Intake.Emergencies;

/// <content>What those concerned agree on, and how it went.</content>
public sealed partial class Emergency
{
    /// <summary>Those concerned agree on what keeps everybody safe for now.</summary>
    public Refusal? Agree(string who, string what, DateTimeOffset until, IReadOnlyCollection<string> agreedBy, Actor by)
    {
        ArgumentNullException.ThrowIfNull(agreedBy);
        if (EndedAt is not null)
            return EmergencyRefusals.Ended;
        if (WhyNotAgreed(until, agreedBy, by.Now) is { } refusal)
            return refusal;
        var clock = Clock.UntilMoment(AgreementTerm, until, by.Now);
        var agreement = new SafetyAgreement(who, what, until.ToUniversalTime(), [.. agreedBy], by.Now) { ClockId = clock.Id };
        agreements.Add(agreement);
        Raise(new SafetyAgreementMade(agreement.Id, agreement.Until), by.Now);
        StartClock(clock, by.Now);
        return null;
    }

    /// <summary>
    /// It is looked at how a safety agreement went: it ends, or those concerned agree on it anew until later. Also once the
    /// emergency itself has ended.
    /// </summary>
    public Refusal? Evaluate(Guid agreementId, SafetyAgreementEvaluation evaluation, Actor by)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        if (agreements.Find(one => one.Id == agreementId) is not { } agreement)
            return EmergencyRefusals.NoSuchAgreement;
        if (agreement.EndedAt is not null)
            return EmergencyRefusals.AgreementEnded;
        if (agreement.InPlan)
            return EmergencyRefusals.AgreementInPlan;
        var renewed = evaluation.Outcome == SafetyAgreementOutcome.Renewed;
        if (renewed && WhyNotAgreed(evaluation.Until ?? by.Now, evaluation.AgreedBy, by.Now) is { } refusal)
            return refusal;
        var clock = renewed ? Clock.UntilMoment(AgreementTerm, evaluation.Until!.Value, by.Now) : null;
        var before = agreement.ClockId;
        agreement.Evaluate(evaluation, clock?.Id, by.Now);
        Raise(new SafetyAgreementEvaluated(agreementId, CamelCase.Of(evaluation.Outcome), renewed ? agreement.Until : null), by.Now);
        StopClock(before, by.Now);
        if (clock is not null)
            StartClock(clock, by.Now);
        return null;
    }

    /// <summary>A safety agreement lives on in the family's plan, which watches it from now on. Its words stay here.</summary>
    public void HandOver(Guid agreementId, DateTimeOffset now)
    {
        if (agreements.Find(one => one.Id == agreementId) is not { InPlan: false, EndedAt: null } agreement)
            return;
        agreement.InPlan = true;
        StopClock(agreement.ClockId, now);
    }

    static Refusal? WhyNotAgreed(DateTimeOffset until, IReadOnlyCollection<string> agreedBy, DateTimeOffset now) =>
        agreedBy.Count == 0 || agreedBy.Any(string.IsNullOrWhiteSpace) ? EmergencyRefusals.AgreementWithoutConsent
        : until <= now ? EmergencyRefusals.AgreementWithoutTime
        : null;
}
