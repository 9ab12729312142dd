namespace Geborgen.Intake.Families;

/// <summary>That a login account was untied from a member.</summary>
public sealed class AccountUnlinking
{
    internal AccountUnlinking(Guid personId, string account, string? reason, string by, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        PersonId = personId;
        Account = account;
        Reason = reason;
        By = by;
        At = at;
    }

    /// <summary>The record's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The member.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The account that was the member's.</summary>
    public string Account { get; private set; }

    /// <summary>What went wrong; null when another account took its place, or the link by which it came was undone.</summary>
    public string? Reason { get; private set; }

    /// <summary>The account of the worker who decided.</summary>
    public string By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}
