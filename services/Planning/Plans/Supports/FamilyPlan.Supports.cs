using Geborgen.Casework;
using Geborgen.Contracts.Planning;

namespace Geborgen.Planning.Plans;

/// <content>
/// Support that the family needs from organisations. The key worker looks after what is waited for: something helps meanwhile, and every four
/// weeks it is looked at; the family sees since when and why.
/// </content>
public sealed partial class FamilyPlan
{
    /// <summary>The key of the term within which waiting for support is looked at again.</summary>
    public const string WaitingTerm = "supportWaiting";

    readonly List<Support> supports = [];

    /// <summary>The support that was asked for, what ended too.</summary>
    public IReadOnlyList<Support> Supports => supports;

    /// <summary>Asks for support; for a child with the consent that counts.</summary>
    public Refusal? AskSupport(LifeDomain domain, string what, Guid? childId, FamilyRecords family, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if ((WhyNotWritten ?? WhyNotOfFamily(childId, family, by) ?? WhyWithoutConsent(childId, family, by) ?? WhyNotForFamily(null, by, ("what", what))) is { } refused)
            return refused;
        var support = new Support { Id = Guid.CreateVersion7(by.Now), Domain = domain, What = what, ChildId = childId, AskedAt = by.Now };
        supports.Add(support);
        SayHowFar(support, by);
        return null;
    }

    /// <summary>Notes how far support is. That it is still waited for is noted again each time that somebody looked.</summary>
    public Refusal? ChangeSupport(Guid supportId, SupportStep step, TimeLimit waiting, Actor by)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(by);
        if (supports.Find(one => one.Id == supportId) is not { } support)
            return PlanRefusals.NoSuchSupport;
        if (support.State == SupportState.Ended)
            return PlanRefusals.SupportEnded;
        if (step.State == SupportState.Asked || (support.State == SupportState.Running && step.State == SupportState.Waiting))
            return PlanRefusals.SupportNotBack;
        if (step.State == SupportState.Waiting && string.IsNullOrWhiteSpace(step.Meanwhile))
            return PlanRefusals.WaitingAlone;
        if (WhyNotForFamily(null, by, ("why", step.Why), ("organisation", step.Organisation), ("meanwhile", step.Meanwhile)) is { } told)
            return told;
        StopClock(support.ClockId, by.Now);
        support.Take(step, step.State == SupportState.Waiting ? StartClock(waiting, by.Now, by.Now).Id : null);
        SayHowFar(support, by);
        return null;
    }

    void SayHowFar(Support support, Actor by) => Raise(new SupportChanged(support.Id, CamelCase.Of(support.Domain), CamelCase.Of(support.State)), by.Now);
}
