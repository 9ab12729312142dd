using Geborgen.Casework;
using Geborgen.Contracts.Casework;

namespace Geborgen.Intake.Families;

/// <content>Who works beside the key worker, with the same powers.</content>
public sealed partial class Family
{
    /// <summary>Gives the key worker a partner with the same powers, until that is ended.</summary>
    public Refusal? AddDuo(Worker worker, string reason, Actor by)
    {
        ArgumentNullException.ThrowIfNull(worker);
        if (WhyNotLetIn(worker, by) is { } kept)
            return kept;
        if (KeyWorkerAt(by.Now) is not { } keyWorker)
            return FamilyRefusals.NoKeyWorker;
        if (keyWorker.Worker == worker.Account)
            return FamilyRefusals.AlreadyKeyWorker;
        if (assignments.Exists(one => one.Relation == Relations.Duo && one.ActiveAt(by.Now)))
            return FamilyRefusals.DuoPresent;
        if (WhyNotForFamily(null, by, ("reason", reason)) is { } told)
            return told;
        Begin(Assignment.OfWorker(Relations.Duo, worker, by.Now, until: null, reason), by.Now);
        return null;
    }

    /// <summary>Ends the work of a partner, or of somebody who stands in or is consulted, before its time.</summary>
    public Refusal? EndStandIn(Guid assignmentId, Actor by)
    {
        if (assignments.Find(one => one.Id == assignmentId && one.Relation is Relations.Duo or Relations.Cover or Relations.Consulted) is not { } standIn
            || standIn.Until <= by.Now)
            return FamilyRefusals.NoSuchStandIn;
        End(standIn, by.Now);
        return null;
    }
}
