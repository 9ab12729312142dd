namespace Geborgen.Casework;

/// <summary>What somebody said, saw or thinks, before it is a statement.</summary>
/// <param name="Text">The words; at most <see cref="Statement.MaxLength"/> characters.</param>
/// <param name="Author">Whose words they are, as a role towards the family.</param>
/// <param name="Kind">What kind of statement it is; null when its author does not say.</param>
/// <param name="StatedAt">When it was said or written; now when null.</param>
/// <param name="PersonId">The member of the family whose words they are; null when it is somebody else, or not known.</param>
/// <param name="AuthorName">The name of a professional or somebody of the network who is no member of the family; null where it is not known.</param>
public sealed record Words(
    string Text, StatementAuthor Author, StatementKind? Kind = null, DateTimeOffset? StatedAt = null, Guid? PersonId = null, string? AuthorName = null);
