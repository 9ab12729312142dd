using Geborgen.Casework;

namespace Geborgen.Intake.Contacts;

/// <summary>A statement as a worker reads it.</summary>
/// <param name="Id">The statement, by which reports refer to it.</param>
/// <param name="Kind">What kind it is; null while nobody labelled it.</param>
/// <param name="Author">Whose it is.</param>
/// <param name="PersonId">The member of the family whose words they are; null when it is somebody else or not known.</param>
/// <param name="AuthorName">The name of an author who is no member of the family; null where it is not known.</param>
/// <param name="Text">The words; empty once it was taken out.</param>
/// <param name="StatedAt">When it was said or written.</param>
/// <param name="Number">The number of its version, from 1.</param>
/// <param name="Status">Whether it stands.</param>
/// <param name="Contested">Whether somebody disputes it.</param>
/// <param name="GivesReporterAway">Whether the family does not get these words, since they would tell who reported.</param>
/// <param name="OwnStatementIds">The own statements of those whom this opinion is about, the first first.</param>
/// <param name="Contests">Who disputed it and how that ended, the oldest first.</param>
/// <param name="Earlier">Its earlier versions, the oldest first.</param>
public sealed record StatementResponse(
    Guid Id, StatementKind? Kind, StatementAuthor Author, Guid? PersonId, string? AuthorName, string Text, DateTimeOffset StatedAt, int Number,
    StatementStatus Status, ContestStatus Contested, bool GivesReporterAway, Guid[] OwnStatementIds,
    IReadOnlyList<ContestResponse> Contests, IReadOnlyList<StatementVersionResponse> Earlier)
{
    internal static StatementResponse Of(Statement said, bool givesReporterAway) => new(
        said.Id, said.Kind, said.Author, said.PersonId, said.AuthorName, said.Text, said.StatedAt, said.Number, said.Status, said.Contested, givesReporterAway,
        said.OwnStatementIds,
        [.. said.Contests.OrderBy(one => one.At).Select(one => new ContestResponse(
            one.Id, one.Part, one.Reason, one.PersonId, one.At, one.Outcome, one.Explanation, one.SettledByPersonId, one.WordOf, one.SettledAt))],
        [.. said.Earlier.OrderBy(one => one.Number).Select(one => new StatementVersionResponse(
            one.Number, one.Kind, one.Text, one.Change, one.Reason, one.ChangedAt, one.AgreedOn))]);
}

/// <summary>A dispute about a statement.</summary>
/// <param name="Id">The dispute.</param>
/// <param name="Part">What of the statement is disputed.</param>
/// <param name="Reason">Why, in the words of who disputes it.</param>
/// <param name="PersonId">The member of the family who disputes it; null when somebody else does.</param>
/// <param name="At">When it was disputed.</param>
/// <param name="Outcome">How it was settled; null while it was not.</param>
/// <param name="Explanation">What there is to say about that; null while it was not settled.</param>
/// <param name="SettledByPersonId">The member of the family on whose word it ended; null when nobody's.</param>
/// <param name="WordOf">On whose word else it ended; null when nobody's.</param>
/// <param name="SettledAt">When it was settled; null while it was not.</param>
public sealed record ContestResponse(
    Guid Id, ContestedPart Part, string Reason, Guid? PersonId, DateTimeOffset At, ContestOutcome? Outcome, string? Explanation,
    Guid? SettledByPersonId, string? WordOf, DateTimeOffset? SettledAt);

/// <summary>A version of a statement that a later one replaced.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Kind">The kind that it had.</param>
/// <param name="Text">The words that it had.</param>
/// <param name="Change">How it came to its end.</param>
/// <param name="Reason">Why it was corrected; null when its author changed it.</param>
/// <param name="ChangedAt">When it was changed.</param>
/// <param name="AgreedOn">When the change was read back to whose words they are, who agreed; null when the author made it.</param>
public sealed record StatementVersionResponse(
    int Number, StatementKind? Kind, string Text, StatementChange Change, string? Reason, DateTimeOffset ChangedAt,
    DateOnly? AgreedOn);
