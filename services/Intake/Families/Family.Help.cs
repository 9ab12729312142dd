using Geborgen.Casework;

namespace Geborgen.Intake.Families;

/// <content>What happens to the file when a member calls for help under the own login.</content>
public sealed partial class Family
{
    readonly List<HelpCall> helpCalls = [];

    /// <summary>Which calls for help of members let a key worker be sought.</summary>
    public IReadOnlyList<HelpCall> HelpCalls => helpCalls;

    /// <summary>
    /// A member calls for help: a closed file opens by itself, and without a key worker the term to find one runs. No other member learns of
    /// that term, for it would tell of the call; who calls as well reads one that counts from the own call.
    /// </summary>
    public void HearCall(Guid personId, TeamOnDuty duty, TimeLimit limit, Actor by)
    {
        var before = RunningClock(KeyWorkerAssignmentTerm);
        if (ClosedAt is not null)
            OpenAgain(ReopeningCause.FamilyAsked, why: null, duty, limit, by.Now);
        else
            NeedKeyWorker(limit, by);
        if (RunningClock(KeyWorkerAssignmentTerm) is { } sought)
            helpCalls.Add(new HelpCall(personId, by.Account, sought.Id, began: sought != before, by.Now, limit.DueAt(by.Now)));
    }
}

/// <summary>A member's call for help, at which a key worker was sought.</summary>
public sealed class HelpCall
{
    internal HelpCall(Guid personId, string account, Guid clockId, bool began, DateTimeOffset at, DateTimeOffset dueAt)
    {
        PersonId = personId;
        Account = account;
        ClockId = clockId;
        Began = began;
        At = at;
        DueAt = dueAt;
    }

    /// <summary>The member.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The member's account.</summary>
    public string Account { get; private set; }

    /// <summary>The clock of the term within which one is found.</summary>
    public Guid ClockId { get; private set; }

    /// <summary>Whether that term began with it.</summary>
    public bool Began { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When the term runs out as it counts from this call.</summary>
    public DateTimeOffset DueAt { get; private set; }

    internal bool IsOf(Guid personId, string account) => PersonId == personId || Account == account;
}
