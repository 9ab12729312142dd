using Geborgen.Casework;

namespace Geborgen.CaseFiles;

/// <summary>What the reader said.</summary>
/// <param name="Id">The statement.</param>
/// <param name="Kind">What kind it is; null while nobody labelled it.</param>
/// <param name="Text">The words; empty once it was taken out, and where another wrote them so that they would tell what is kept from the reader.</param>
/// <param name="StatedAt">When it was said or written.</param>
/// <param name="Number">The number of its version, from 1.</param>
/// <param name="Status">Whether it stands.</param>
/// <param name="Contested">Whether somebody disputes it.</param>
/// <param name="Earlier">Its earlier versions, the oldest first.</param>
public sealed record OwnStatement(
    Guid Id, StatementKind? Kind, ForFamily Text, DateTimeOffset StatedAt, int Number, StatementStatus Status, ContestStatus Contested,
    IReadOnlyList<OwnStatement.EarlierVersion> Earlier)
{
    /// <summary>An earlier version of what the reader said.</summary>
    /// <param name="Number">Its number, from 1.</param>
    /// <param name="Text">The words that it had.</param>
    /// <param name="Change">How it came to its end.</param>
    /// <param name="Reason">Why it was corrected; null when its author changed it, and where it would tell what is kept from the reader.</param>
    /// <param name="ChangedAt">When it was changed.</param>
    public sealed record EarlierVersion(int Number, ForFamily Text, StatementChange Change, ForFamily? Reason, DateTimeOffset ChangedAt);

    /// <summary>Shows a statement to whose words it is. What another wrote down of them went through the door.</summary>
    public static OwnStatement Of(Statement said, FamilyDoor door, string reader)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(door);
        return new(
            said.Id, said.Kind, Own(said.Written.Last()), said.StatedAt, said.Number, said.Status, said.Contested,
            [.. said.Earlier.OrderBy(version => version.Number).Zip(said.Written, (version, words) =>
                new EarlierVersion(version.Number, Own(words), version.Change, door.Let(version.Reason), version.ChangedAt))]);

        ForFamily Own((string Text, string? WrittenBy) words) => door.Own(words.Text, words.WrittenBy, reader);
    }
}
