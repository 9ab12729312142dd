namespace Geborgen.Intake.Families;

/// <summary>
/// A worker's finding that a member is a person whom another file knows as well. A match on the citizen service number only proposes it; a
/// worker confirms it and can undo it. It says that there is another file, and gives nothing of it.
/// </summary>
public sealed class PersonLink
{
    internal PersonLink(Guid personId, Guid knownPersonId, string confirmedBy, DateTimeOffset confirmedAt)
    {
        Id = Guid.CreateVersion7(confirmedAt);
        PersonId = personId;
        KnownPersonId = knownPersonId;
        ConfirmedBy = confirmedBy;
        ConfirmedAt = confirmedAt;
    }

    /// <summary>The link's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The person as registered anew.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The person as known before.</summary>
    public Guid KnownPersonId { get; private set; }

    /// <summary>The account of the worker who confirmed it.</summary>
    public string ConfirmedBy { get; private set; }

    /// <summary>When it was confirmed.</summary>
    public DateTimeOffset ConfirmedAt { get; private set; }

    /// <summary>When it was undone, or null.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>The login account that came along with the known person, or null.</summary>
    public string? Account { get; private set; }

    internal void Bring(string account) => Account = account;

    internal void Undo(DateTimeOffset now) => UndoneAt = now;
}
