namespace Geborgen.Intake.Families;

/// <summary>Another file of the same household came into this one. It can be undone.</summary>
public sealed class FamilyMerge
{
    internal FamilyMerge(Guid otherFamilyId, string reason, string by, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        OtherFamilyId = otherFamilyId;
        Reason = reason;
        By = by;
        At = at;
    }

    /// <summary>The merge's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The family whose file was closed.</summary>
    public Guid OtherFamilyId { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; }

    /// <summary>The account of the worker who did it.</summary>
    public string By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When it was undone, or null.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    internal void Undo(DateTimeOffset at) => UndoneAt = at;
}

/// <summary>Members left and form a family of their own.</summary>
public sealed class FamilySplitOff
{
    internal FamilySplitOff(Guid newFamilyId, string reason, string by, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        NewFamilyId = newFamilyId;
        Reason = reason;
        By = by;
        At = at;
    }

    /// <summary>The split's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The family that they form.</summary>
    public Guid NewFamilyId { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; }

    /// <summary>The account of the worker who did it.</summary>
    public string By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}
