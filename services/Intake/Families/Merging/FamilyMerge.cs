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

/// <summary>A member who was registered in another file as well, which came into this one.</summary>
public sealed class JoinedMember
{
    internal JoinedMember(Guid personId, Guid memberId, Guid mergeId)
    {
        PersonId = personId;
        MemberId = memberId;
        MergeId = mergeId;
    }

    /// <summary>The id in the other file.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The member of this family.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>The merge by which they became one.</summary>
    public Guid MergeId { get; private set; }
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
