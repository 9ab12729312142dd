using Geborgen.Casework;

namespace Geborgen.CaseFiles;

/// <summary>What somebody else said and was shared with the reader.</summary>
/// <param name="Id">The statement.</param>
/// <param name="Kind">What kind of statement it is; null while nobody labelled it.</param>
/// <param name="Author">Whose it is, as a role.</param>
/// <param name="Text">The words; of a child those about which was spoken with the child.</param>
/// <param name="StatedAt">When it was said or written.</param>
/// <param name="Status">Whether it stands.</param>
/// <param name="Contested">Whether somebody disputes it.</param>
/// <param name="OwnStatementId">What the reader attached to it last, or null.</param>
/// <param name="OwnContests">Where the reader disputed it.</param>
public sealed record SharedStatement(
    Guid Id, StatementKind? Kind, StatementAuthor Author, ForFamily Text, DateTimeOffset StatedAt, StatementStatus Status, ContestStatus Contested,
    Guid? OwnStatementId, IReadOnlyList<SharedStatement.OwnContest> OwnContests)
{
    /// <summary>The reader disputed something.</summary>
    /// <param name="Part">What of it.</param>
    /// <param name="Reason">Why, in the reader's words.</param>
    /// <param name="At">When.</param>
    /// <param name="Outcome">How it was settled; null while it was not.</param>
    /// <param name="SettledAt">When, or null.</param>
    public sealed record OwnContest(ContestedPart Part, ForFamily Reason, DateTimeOffset At, ContestOutcome? Outcome, DateTimeOffset? SettledAt);

    /// <summary>What was shared with somebody of a file, in the order in which it was said.</summary>
    public static IReadOnlyList<SharedStatement> In(CaseFile file, Guid reader, string account, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(file);
        var door = file.DoorTo(reader, today);
        var own = file.Statements.Where(said => said.PersonId == reader).Select(said => said.Id).ToHashSet();
        return [.. file.SharedWith(reader, today).OrderBy(said => said.StatedAt).ThenBy(said => said.Id).Select(said => new SharedStatement(
            said.Id, said.Kind, said.Author, door.LetOrEmpty(CaseFile.TextFor(said, reader)), said.StatedAt, said.Status, said.Contested,
            said.OwnStatementIds.Where(own.Contains).Select(attached => (Guid?)attached).LastOrDefault(),
            [.. said.Contests.Where(contest => contest.PersonId == reader).OrderBy(contest => contest.At).Select(contest =>
                new OwnContest(contest.Part, door.Own(contest.Reason, contest.By, account), contest.At, contest.Outcome, contest.SettledAt))]))];
    }
}
