using Geborgen.Contracts.Casework;

namespace Geborgen.Casework;

/// <summary>
/// An aggregate that holds the statements of those concerned, side by side. Disagreement is a state that is kept: a
/// statement is amended by its author, corrected by who is responsible where it is a fact, contested by anybody.
/// </summary>
public abstract partial class CaseFile : ClockedAggregate
{
    /// <summary>The key of the term that runs until it is looked at again whether a statement is still kept from the family.</summary>
    public const string WithholdingTerm = "withholdingReview";

    readonly List<Statement> statements = [];

    /// <summary>The family that it is about.</summary>
    public Guid FamilyId { get; protected init; }

    /// <inheritdoc/>
    public override Guid OfFamily => FamilyId;

    /// <summary>What was said, by each in their own words.</summary>
    public IReadOnlyList<Statement> Statements => statements;

    /// <summary>Its author says it otherwise; the earlier version stays.</summary>
    public Refusal? AmendStatement(Guid statementId, string text, StatementKind? kind, DateOnly? agreedOn, Actor by) =>
        Change(statementId, StatementChange.Amended, by.Now, statement => statement.Amend(text, kind, agreedOn, by));

    /// <summary>Its author takes it back; that it was said stays visible.</summary>
    public Refusal? WithdrawStatement(Guid statementId, DateOnly? agreedOn, Actor by) =>
        Change(statementId, StatementChange.Withdrawn, by.Now, statement => statement.Withdraw(agreedOn, by));

    /// <summary>The responsible organisation corrects a fact where the author can't (AVG, article 16). An opinion is not corrected.</summary>
    public Refusal? CorrectStatement(Guid statementId, string text, string reason, Actor by) =>
        (WhyNotCorrectedHere(statementId)
            ?? (Find(statementId)?.PersonId is { } whose ? WhyNotForFamily(whose, by, ("text", text), ("reason", reason)) : null))
            ?? Change(statementId, StatementChange.Corrected, by.Now, statement => statement.Correct(text, reason, by));

    /// <summary>What was registered in error goes out of sight, earlier versions too.</summary>
    public Refusal? TakeOutStatement(Guid statementId, DateTimeOffset now) =>
        (Find(statementId) is { } said ? WhyNotTakenOut(said) : null) ?? Change(statementId, StatementChange.TakenOut, now, statement => statement.TakeOut());

    /// <summary>Somebody disputes what it says, or that it is a fact or an opinion.</summary>
    internal Refusal? ContestStatement(Guid statementId, ContestedPart part, string reason, Guid? personId, Actor by) =>
        With(statementId, statement => statement.Contest(part, reason, personId, by), new StatementContested(statementId), by.Now);

    /// <summary>
    /// Settles a contest: it ended by agreement or because it was taken back, or both stories stand, and then it stays
    /// contested. Nobody needs to settle one.
    /// </summary>
    internal Refusal? SettleContest(Guid statementId, Guid contestId, Settlement settlement, Actor by)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        if (Find(statementId) is not { } statement)
            return StatementRefusals.NoSuchStatement;
        if (statement.Settle(contestId, settlement, by) is { } refusal)
            return refusal;
        SayContested(statement, by.Now, CamelCase.Of(settlement.Outcome));
        return null;
    }

    /// <summary>Attaches a person's own statement to an opinion about them; it travels with the opinion.</summary>
    internal Refusal? AttachStatement(Guid opinionId, Statement own, Actor by)
    {
        ArgumentNullException.ThrowIfNull(own);
        if (Find(opinionId) is not { } opinion)
            return StatementRefusals.NoSuchStatement;
        if (opinion.Attach(own) is { } refusal)
            return refusal;
        RecordStatement(own, by.Now);
        return null;
    }

    /// <summary>
    /// Shares a statement with a member of the family. A child's words reach a parent only after a talk and a safety check,
    /// and from sixteen anybody else only when the young person agreed.
    /// </summary>
    internal Refusal? ShareStatement(Guid statementId, Sharing sharing, Audience audience)
    {
        ArgumentNullException.ThrowIfNull(sharing);
        ArgumentNullException.ThrowIfNull(audience);
        return With(statementId, statement => statement.Share(sharing, audience, WorkingDays.DateOf(sharing.SharedAt)),
            new StatementShared(statementId, sharing.PersonId), sharing.SharedAt);
    }

    /// <summary>Keeps a statement from the family for a time, or for longer once that was looked at again.</summary>
    public Refusal? WithholdStatement(Guid statementId, Withholding withholding, Actor by)
    {
        ArgumentNullException.ThrowIfNull(withholding);
        var clock = Clock.Until(WithholdingTerm, withholding.ReviewOn, by.Now);
        var before = Find(statementId)?.Withheld?.ClockId;
        if (With(statementId, statement => statement.Withhold(withholding with { ClockId = clock.Id }, by.Today),
            new StatementWithheld(statementId, withholding.ReviewOn, withholding.Until), by.Now) is { } refusal)
            return refusal;
        StopClock(before, by.Now);
        StartClock(clock, by.Now);
        return null;
    }

    /// <summary>A statement is no longer kept from the family.</summary>
    public Refusal? LiftWithholding(Guid statementId, Actor by)
    {
        var clock = Find(statementId)?.Withheld?.ClockId;
        if (With(statementId, statement => statement.Lift(), new StatementWithholdingLifted(statementId), by.Now) is { } refusal)
            return refusal;
        StopClock(clock, by.Now);
        return null;
    }

    /// <summary>
    /// Somebody turned out to be another to the family than was recorded: what the person said is said as what the person is. The words stay what
    /// they were. What was shared without a talk with the child, because somebody was taken for another, is shared no more.
    /// </summary>
    /// <param name="persons">The ids under which the person stands here.</param>
    /// <param name="author">As what the person speaks.</param>
    /// <param name="now">The present moment.</param>
    public void FollowRole(IReadOnlySet<Guid> persons, StatementAuthor author, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(persons);
        var changed = statements.FindAll(one => one.PersonId is { } person && persons.Contains(person) && one.SayAs(author));
        var stopped = author == StatementAuthor.Child ? [] : statements.FindAll(one => one.StopSharingWith(persons));
        if (changed.Count + stopped.Count > 0)
            TakeNextVersion();
        foreach (var said in changed.Where(one => one.Status == StatementStatus.Standing))
            OnChanged(said, StatementChange.Corrected, now);
    }

    /// <summary>It became known whose some words are that stand here without a person: they are said as what that person is.</summary>
    protected void SayAs(StatementAuthor author, Func<Statement, bool> whose, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(whose);
        var changed = statements.FindAll(one => one.PersonId is null && whose(one) && one.SayAs(author));
        if (changed.Count > 0)
            TakeNextVersion();
        foreach (var said in changed.Where(one => one.Status == StatementStatus.Standing))
            OnChanged(said, StatementChange.Corrected, now);
    }

    /// <summary>Adds a statement to those that are there.</summary>
    protected void RecordStatement(Statement statement, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(statement);
        statements.Add(statement);
        Raise(new StatementRecorded(statement.Id, CamelCase.Of(statement.Author), statement.Kind is { } kind ? CamelCase.Of(kind) : null), now);
    }

    /// <summary>Brings a statement up to date that was taken over from where it was told first, and was changed there.</summary>
    protected Refusal? BringUpToDate(Guid statementId, string text, StatementKind? kind, Actor by) =>
        Change(statementId, StatementChange.BroughtUpToDate, by.Now, statement => statement.BringUpToDate(text, kind, by));

    /// <summary>A statement was taken back where it was told first.</summary>
    protected Refusal? WithdrawAtSource(Guid statementId, string source, DateTimeOffset now) =>
        Change(statementId, StatementChange.Withdrawn, now, statement => statement.WithdrawAtSource(source, now));

    /// <summary>Notes whether a statement is disputed where it was told first. What is disputed here stays so.</summary>
    protected void ContestAtSource(Statement statement, bool contested, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(statement);
        if (statement.ContestAtSource(contested))
            SayContested(statement, now, outcome: null);
    }

    /// <summary>Why a fact is not corrected in this file; null when it is.</summary>
    protected virtual Refusal? WhyNotCorrectedHere(Guid statementId) => null;

    /// <summary>Why a statement does not go out of sight; null when it does.</summary>
    protected virtual Refusal? WhyNotTakenOut(Statement statement) => null;

    /// <summary>The statement with this id, or null.</summary>
    protected Statement? Find(Guid statementId) => statements.Find(statement => statement.Id == statementId);

    /// <summary>What else happens when a statement changed: whatever builds on it must be weighed again.</summary>
    protected virtual void OnChanged(Statement statement, StatementChange change, DateTimeOffset now)
    {
    }

    Refusal? Change(Guid statementId, StatementChange change, DateTimeOffset now, Func<Statement, Refusal?> ask)
    {
        if (Find(statementId) is not { } statement)
            return StatementRefusals.NoSuchStatement;
        var withholding = statement.Withheld?.ClockId;
        if (ask(statement) is { } refusal)
            return refusal;
        Raise(new StatementChanged(statementId, CamelCase.Of(change), statement.Number), now);
        // Of what was taken out of sight nothing is left to keep from anybody.
        if (change == StatementChange.TakenOut)
            StopClock(withholding, now);
        OnChanged(statement, change, now);
        return null;
    }

    void SayContested(Statement statement, DateTimeOffset now, string? outcome)
    {
        var contested = statement.Contested == ContestStatus.Contested;
        Raise(contested ? new StatementContested(statement.Id, outcome) : new StatementContestSettled(statement.Id, outcome), now);
    }

    Refusal? With(Guid statementId, Func<Statement, Refusal?> ask, Contracts.DomainEvent said, DateTimeOffset now)
    {
        if (Find(statementId) is not { } statement)
            return StatementRefusals.NoSuchStatement;
        if (ask(statement) is { } refusal)
            return refusal;
        Raise(said, now);
        return null;
    }
}
