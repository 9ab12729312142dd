using Geborgen.Casework;
using Geborgen.Contracts.Casework;

namespace Geborgen.Intake.Families;

/// <content>An account that ends leaves no family behind.</content>
public sealed partial class Family
{
    const string WhyAccountEnded = "The directory has no such account any more, or has it with another organisation or role.";

    /// <summary>
    /// The directory does not have a worker any more as the one who was named: the account ended, or is another organisation's or another
    /// role's. What that worker does with the family or was to do ends. Where it was the key worker, the team that answers for the family owns
    /// it again and the term for a new one runs; who stands in or is a partner stays, so that the family keeps a face that it knows.
    /// </summary>
    public void AccountEnded(Worker worker, TeamOnDuty duty, TimeLimit limit, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(worker);
        ArgumentNullException.ThrowIfNull(duty);
        foreach (var one in assignments.Where(one => one.Worker == worker.Account && (one.Until is not { } until || until > now)).ToList())
            if (worker.WhyNotNamed(one.Organisation, Worker.LocalTeam, Worker.RegionalTeam) is null
                // A file that went into another follows that one.
                || (MergedInto is not null && AnsweringForIt.Contains(one.Relation)))
                continue;
            else if (one.Relation == Relations.KeyWorker)
                GiveBack(one, duty, limit, now, WhyAccountEnded);
            else
                End(one, now, WhyAccountEnded);
    }
}
