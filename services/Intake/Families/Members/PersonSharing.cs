using Geborgen.Casework;

namespace Geborgen.Intake.Families;

/// <summary>That another file may read what this one knows of a member, during a time.</summary>
public sealed class PersonSharing
{
    internal PersonSharing(Guid personId, Guid withFamilyId, bool residence, DateOnly? until, string by, DateTimeOffset from)
    {
        Id = Guid.CreateVersion7(from);
        PersonId = personId;
        WithFamilyId = withFamilyId;
        Residence = residence;
        Until = until;
        By = by;
        From = from;
    }

    /// <summary>The sharing's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The member.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The family whose file reads it.</summary>
    public Guid WithFamilyId { get; private set; }

    /// <summary>Whether the residence is shared as well.</summary>
    public bool Residence { get; private set; }

    /// <summary>The last day; null while no end is known.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>The account of the worker who decided.</summary>
    public string By { get; private set; }

    /// <summary>From when.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>When it was ended before its time, or null.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    internal bool IsInForce(DateTimeOffset now) => From <= now && EndedAt is null && (Until is not { } last || last >= WorkingDays.DateOf(now));

    internal void End(DateTimeOffset now) => EndedAt = now;
}
