using Geborgen.Casework;

namespace Geborgen.CaseFiles;

/// <summary>A version of a statement that a later one replaced.</summary>
/// <param name="Id">The version's id.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Kind">The kind that it had.</param>
/// <param name="Text">The words that it had.</param>
/// <param name="Change">How it came to its end.</param>
/// <param name="Reason">Why it was corrected; null when its author changed it.</param>
/// <param name="ChangedBy">The account that changed it.</param>
/// <param name="ChangedAt">When it was changed.</param>
/// <param name="AgreedOn">When the change was read back to whose words they are, who agreed; null when the author made it.</param>
public sealed record StatementVersionResponse(
    Guid Id, int Number, StatementKind? Kind, string Text, StatementChange Change, string? Reason, string ChangedBy, DateTimeOffset ChangedAt,
    DateOnly? AgreedOn)
{
    /// <summary>Shows an earlier version.</summary>
    public static StatementVersionResponse Of(StatementVersion one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return new(
            one.Id, one.Number, one.Kind, one.Text, one.Change, one.Reason, one.ChangedBy, one.ChangedAt, one.AgreedOn);
    }
}
