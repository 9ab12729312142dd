using Geborgen.Casework;

namespace Geborgen.Intake.Families;

/// <content>What happens to the file when a member calls for help under the own login.</content>
public sealed partial class Family
{
    readonly List<HelpCall> helpCalls = [];

    /// <summary>Which members called for help here.</summary>
    public IReadOnlyList<HelpCall> HelpCalls => helpCalls;

    /// <summary>
    /// A member calls for help: a closed file opens by itself, and without a key worker the term to find one runs. No other member learns of
    /// that term, for it would tell of the call.
    /// </summary>
    public void HearCall(Guid personId, TeamOnDuty duty, TimeLimit limit, Actor by)
    {
        if (ClosedAt is not null)
            OpenAgain(ReopeningCause.FamilyAsked, why: null, duty, limit, by.Now);
        else
            NeedKeyWorker(limit, by);
        helpCalls.Add(new HelpCall(personId, by.Now));
    }
}

/// <summary>A member's call for help in the own file.</summary>
public sealed class HelpCall
{
    internal HelpCall(Guid personId, DateTimeOffset at)
    {
        PersonId = personId;
        At = at;
    }

    /// <summary>The member.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}
