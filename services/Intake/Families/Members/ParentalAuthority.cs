namespace Geborgen.Intake.Families;

/// <summary>What was found about a parent's authority over a child (gezag), with its source.</summary>
public sealed class ParentalAuthority
{
    internal ParentalAuthority(Guid childId, Guid parentId, AuthorityKind kind, string source, DateOnly from, DateTimeOffset recordedAt)
    {
        Id = Guid.CreateVersion7(recordedAt);
        ChildId = childId;
        ParentId = parentId;
        Kind = kind;
        Source = source;
        From = from;
        RecordedAt = recordedAt;
    }

    /// <summary>The record's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The child.</summary>
    public Guid ChildId { get; private set; }

    /// <summary>The parent or guardian.</summary>
    public Guid ParentId { get; private set; }

    /// <summary>What was found.</summary>
    public AuthorityKind Kind { get; private set; }

    /// <summary>Where it was found.</summary>
    public string Source { get; private set; }

    /// <summary>From when it holds.</summary>
    public DateOnly From { get; private set; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>When it turned out that the one over whom it was recorded is no child here, or that the other is one, or null.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Whether another record says the same.</summary>
    internal bool Says(ParentalAuthority other) => (ChildId, ParentId, Kind, From) == (other.ChildId, other.ParentId, other.Kind, other.From);

    internal void Hold(bool holds, DateTimeOffset now) => WithdrawnAt = holds ? null : WithdrawnAt ?? now;
}

/// <summary>What somebody is to a child in law.</summary>
public enum AuthorityKind
{
    /// <summary>A parent with authority.</summary>
    Authority,

    /// <summary>A parent without authority.</summary>
    NoAuthority,

    /// <summary>A guardian.</summary>
    Guardianship,

    /// <summary>It was looked for and not found.</summary>
    Unknown,
}
