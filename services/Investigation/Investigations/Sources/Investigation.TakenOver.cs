using Geborgen.Casework;

namespace Geborgen.Investigation.Investigations;

/// <content>What was told at first contact is never typed again: it is taken over, and follows its source.</content>
public sealed partial class Investigation
{
    /// <summary>The service where it was told first.</summary>
    public const string Source = "intake";

    readonly List<TakenOverStatement> takenOver = [];

    /// <summary>The statements that were told at first contact.</summary>
    public IReadOnlyList<TakenOverStatement> TakenOver => takenOver;

    /// <summary>
    /// Takes over a statement of a contact, once; again when it was changed there, which brings the words here up to date.
    /// Who takes it over is not its author.
    /// </summary>
    public Refusal? TakeOver(ToldStatement told, FamilyRecords family, Actor by)
    {
        ArgumentNullException.ThrowIfNull(told);
        ArgumentNullException.ThrowIfNull(by);
        if (told.Status != StatementStatus.Standing)
            return StatementRefusals.NotStanding;
        if (takenOver.Find(one => one.SourceId == told.Id) is { } before)
            return TakeOverAgain(before, told, by);
        var (copy, refusal) = Enter(
            new(told.Text, told.Author, told.Kind, told.StatedAt, told.PersonId, told.AuthorName), family, by.Now, writtenBy: null);
        if (refusal is not null)
            return refusal;
        RecordStatement(copy!, by.Now);
        takenOver.Add(new TakenOverStatement(copy!.Id, told, by.Account, by.Now));
        ContestAtSource(copy, told.Contested == ContestStatus.Contested, by.Now);
        return null;
    }

    /// <summary>What was told at first contact is corrected there.</summary>
    protected override Refusal? WhyNotCorrectedHere(Guid statementId) =>
        takenOver.Exists(one => one.StatementId == statementId) ? InvestigationRefusals.ToldAtContact : null;

    /// <summary>What was changed where it was told is passed on to nobody until the words here are those that stand there.</summary>
    protected override Refusal? WhyNotSharedNow(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.Status == StatementStatus.Standing && takenOver.Exists(one => one.StatementId == statement.Id && one.ChangedAt is not null)
            ? InvestigationRefusals.ChangedAtSource
            : null;
    }

    /// <summary>
    /// Follows a change at the contact: what was withdrawn there is withdrawn here, and of what was said otherwise the
    /// report is flagged until the new words are taken over.
    /// </summary>
    public void FollowChange(Guid sourceId, int number, bool withdrawn, DateTimeOffset now)
    {
        if (takenOver.Find(one => one.SourceId == sourceId) is not { } taken || !taken.Hear(number, now))
            return;
        var copy = Find(taken.StatementId)!;
        if (copy.Status != StatementStatus.Standing)
            return;
        if (withdrawn)
            WithdrawAtSource(copy.Id, Source, now);
        else
            OnChanged(copy, StatementChange.BroughtUpToDate, now);
    }

    /// <summary>Follows that a statement was registered in error at the contact: it goes out of sight here too.</summary>
    /// <returns>The statement here, of which those who read it are told; null when it is not or no longer here.</returns>
    public Statement? FollowRemoval(Guid sourceId, DateTimeOffset now) =>
        takenOver.Find(one => one.SourceId == sourceId) is { } taken && TakeOutStatement(taken.StatementId, now) is null
            ? Find(taken.StatementId)
            : null;

    /// <summary>Follows whether a statement is disputed at the contact.</summary>
    public void FollowContest(Guid sourceId, bool contested, int version, DateTimeOffset now)
    {
        if (takenOver.Find(one => one.SourceId == sourceId) is { } taken && taken.HearContest(version))
            ContestAtSource(Find(taken.StatementId)!, contested, now);
    }

    Refusal? TakeOverAgain(TakenOverStatement before, ToldStatement told, Actor by)
    {
        if (!before.DiffersFrom(told))
            return InvestigationRefusals.AlreadyTakenOver;
        if (before.Number < told.Number && BringUpToDate(before.StatementId, told.Text, told.Kind, by) is { } refusal)
            return refusal;
        before.Renew(told);
        return null;
    }
}

/// <summary>A statement as it stands at a contact.</summary>
/// <param name="ContactId">The contact.</param>
/// <param name="Id">The statement there.</param>
/// <param name="Kind">Its kind, or null while nobody labelled it.</param>
/// <param name="Author">Whose it is.</param>
/// <param name="PersonId">The member whose words they are, or null.</param>
/// <param name="Text">The words.</param>
/// <param name="StatedAt">When it was said or written.</param>
/// <param name="Number">The number of its version there, from 1.</param>
/// <param name="Status">Whether it stands there.</param>
/// <param name="Contested">Whether it is disputed there.</param>
/// <param name="GivesReporterAway">Whether the words would tell the family who reported while that is kept from them.</param>
/// <param name="AuthorName">The name of an author who is no member of the family, or null.</param>
public sealed record ToldStatement(
    Guid ContactId, Guid Id, StatementKind? Kind, StatementAuthor Author, Guid? PersonId, string Text, DateTimeOffset StatedAt,
    int Number, StatementStatus Status, ContestStatus Contested, bool GivesReporterAway, string? AuthorName = null);

/// <summary>A statement that was told at first contact.</summary>
public sealed class TakenOverStatement
{
    TakenOverStatement()
    {
    }

    internal TakenOverStatement(Guid statementId, ToldStatement told, string by, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        StatementId = statementId;
        ContactId = told.ContactId;
        SourceId = told.Id;
        Number = told.Number;
        Heard = told.Number;
        GivesReporterAway = told.GivesReporterAway;
        By = by;
        At = at;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The statement here.</summary>
    public Guid StatementId { get; private set; }

    /// <summary>The contact where it was told.</summary>
    public Guid ContactId { get; private set; }

    /// <summary>The statement there.</summary>
    public Guid SourceId { get; private set; }

    /// <summary>The number of the version there whose words stand here.</summary>
    public int Number { get; private set; }

    /// <summary>The number of the latest version there of which was heard; higher than <see cref="Number"/> when it was changed there since.</summary>
    public int Heard { get; private set; }

    /// <summary>The place in the contact's stream at which was last heard whether it is disputed there.</summary>
    public int ContestVersion { get; private set; }

    /// <summary>Whether the words would tell the family who reported while that is kept from them.</summary>
    public bool GivesReporterAway { get; private set; }

    /// <summary>When it was changed there, or null while the words here are those that stand there.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>The account that took it over.</summary>
    public string By { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    internal bool DiffersFrom(ToldStatement told) => Number < told.Number || GivesReporterAway != told.GivesReporterAway;

    internal void Renew(ToldStatement told)
    {
        (Number, Heard, GivesReporterAway) = (told.Number, Math.Max(Heard, told.Number), told.GivesReporterAway);
        if (Heard == Number)
            ChangedAt = null;
    }

    internal bool Hear(int number, DateTimeOffset now)
    {
        if (number <= Heard)
            return false;
        (Heard, ChangedAt) = (number, now);
        return true;
    }

    internal bool HearContest(int version)
    {
        if (version <= ContestVersion)
            return false;
        ContestVersion = version;
        return true;
    }
}
