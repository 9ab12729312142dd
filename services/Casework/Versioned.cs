namespace Geborgen.Casework;

/// <summary>Something with state and rules of its own that changes as a whole. Two changes of the same version cannot both be saved.</summary>
public abstract class Versioned
{
    /// <summary>The id.</summary>
    public Guid Id { get; protected init; }

    /// <summary>The number of changes so far. Callers see it as the ETag.</summary>
    public int Version { get; private protected set; }

    /// <summary>Notes a change that raises no event.</summary>
    protected void TakeNextVersion() => Version++;
}
