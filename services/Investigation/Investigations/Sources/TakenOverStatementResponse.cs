namespace Geborgen.Investigation.Investigations;

/// <summary>A statement that was told at first contact.</summary>
/// <param name="Id">The id.</param>
/// <param name="StatementId">The statement here.</param>
/// <param name="ContactId">The contact where it was told.</param>
/// <param name="SourceId">The statement there.</param>
/// <param name="Number">The number of the version there whose words stand here.</param>
/// <param name="Heard">The number of the latest version there of which was heard; higher than <see cref="Number"/> when it was changed there since.</param>
/// <param name="ContestVersion">The place in the contact's stream at which was last heard whether it is disputed there.</param>
/// <param name="GivesReporterAway">Whether the words would tell the family who reported while that is kept from them.</param>
/// <param name="ChangedAt">When it was changed there, or null while the words here are those that stand there.</param>
/// <param name="By">The account that took it over.</param>
/// <param name="At">When.</param>
public sealed record TakenOverStatementResponse(
    Guid Id, Guid StatementId, Guid ContactId, Guid SourceId, int Number, int Heard, int ContestVersion, bool GivesReporterAway,
    DateTimeOffset? ChangedAt, string By, DateTimeOffset At)
{
    internal static TakenOverStatementResponse Of(TakenOverStatement one) => new(
        one.Id, one.StatementId, one.ContactId, one.SourceId, one.Number, one.Heard, one.ContestVersion, one.GivesReporterAway, one.ChangedAt, one.By,
        one.At);
}
