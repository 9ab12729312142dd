using Geborgen.Casework;

namespace Geborgen.Intake.Families;

/// <summary>
/// Which municipality is responsible for a child during a time. That is not where the child lives, which may be secret.
/// Before the first one the municipality that keeps the file is responsible.
/// </summary>
public sealed class Responsibility
{
    internal Responsibility(Guid childId, Municipality municipality, DateTimeOffset from)
    {
        Id = Guid.CreateVersion7(from);
        ChildId = childId;
        Municipality = municipality;
        From = from;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The child.</summary>
    public Guid ChildId { get; private set; }

    /// <summary>The municipality.</summary>
    public Municipality Municipality { get; private set; }

    /// <summary>From when.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>Until when, or null while it lasts.</summary>
    public DateTimeOffset? Until { get; private set; }

    internal void End(DateTimeOffset at) => Until = at;
}
