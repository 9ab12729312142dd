using Geborgen.CaseFiles;
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
        [.. said.Contests.OrderBy(one => one.At).Select(ContestResponse.Of)],
        [.. said.Earlier.OrderBy(one => one.Number).Select(StatementVersionResponse.Of)]);
}
