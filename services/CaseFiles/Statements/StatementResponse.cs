using Geborgen.Casework;

namespace Geborgen.CaseFiles;

/// <summary>A statement as a worker reads it, with what became of it.</summary>
/// <param name="Id">The statement, by which reports refer to it.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="Author">Whose it is.</param>
/// <param name="PersonId">The member whose words they are, or null.</param>
/// <param name="AuthorName">The name of an author who is no member of the family, or null.</param>
/// <param name="Text">The words; empty once taken out.</param>
/// <param name="StatedAt">When it was said or written.</param>
/// <param name="Number">The number of its version, from 1.</param>
/// <param name="Status">Whether it stands.</param>
/// <param name="Contested">Whether somebody disputes it.</param>
/// <param name="OwnStatementIds">The own statements of those whom it is about, which travel with it, the first first.</param>
/// <param name="Withheld">Why it is kept from the family for a time, or null.</param>
/// <param name="Earlier">Its earlier versions.</param>
/// <param name="Contests">Who disputed it and how that ended.</param>
/// <param name="SharedWith">With whom it was shared.</param>
public sealed record StatementResponse(
    Guid Id, StatementKind? Kind, StatementAuthor Author, Guid? PersonId, string? AuthorName, string Text, DateTimeOffset StatedAt, int Number,
    StatementStatus Status, ContestStatus Contested, Guid[] OwnStatementIds, WithholdingResponse? Withheld,
    IReadOnlyList<StatementVersionResponse> Earlier, IReadOnlyList<ContestResponse> Contests, IReadOnlyList<SharingResponse> SharedWith)
{
    /// <summary>Shows a statement.</summary>
    public static StatementResponse Of(Statement one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return new(
            one.Id, one.Kind, one.Author, one.PersonId, one.AuthorName, one.Text, one.StatedAt, one.Number, one.Status, one.Contested, one.OwnStatementIds,
            one.Withheld is { } withheld ? WithholdingResponse.Of(withheld) : null,
            [.. one.Earlier.OrderBy(version => version.Number).Select(StatementVersionResponse.Of)],
            [.. one.Contests.OrderBy(contest => contest.At).Select(ContestResponse.Of)],
            [.. one.SharedWith.Select(sharing => new SharingResponse(
                sharing.PersonId, sharing.SharedAt, sharing.SharedBy, sharing.TalkedWithChildOn, sharing.SafetyCheck, sharing.ConsentedOn))]);
    }
}

/// <summary>With whom a statement was shared, and on what ground.</summary>
/// <param name="PersonId">The member of the family.</param>
/// <param name="SharedAt">When.</param>
/// <param name="SharedBy">The account that shared it.</param>
/// <param name="TalkedWithChildOn">The day on which somebody spoke with the child about sharing it, or null.</param>
/// <param name="SafetyCheck">Why it is safe for the child, or null.</param>
/// <param name="ConsentedOn">The day on which a young person of sixteen or older agreed to it, or null.</param>
public sealed record SharingResponse(
    Guid PersonId, DateTimeOffset SharedAt, string SharedBy, DateOnly? TalkedWithChildOn, string? SafetyCheck, DateOnly? ConsentedOn);

/// <summary>Why a statement is kept from the family for a time.</summary>
/// <param name="Basis">The legal basis, such as Jeugdwet article 7.3.10 or Wmo 2015 article 5.3.2.</param>
/// <param name="Reason">Why, for those who decide on it again.</param>
/// <param name="ReviewOn">When it is looked at again; not after the end.</param>
/// <param name="Until">The last day.</param>
/// <param name="ClockId">The clock that runs until it is looked at again.</param>
public sealed record WithholdingResponse(string Basis, string Reason, DateOnly ReviewOn, DateOnly Until, Guid? ClockId)
{
    internal static WithholdingResponse Of(Withholding one) => new(one.Basis, one.Reason, one.ReviewOn, one.Until, one.ClockId);
}
