using Geborgen.Casework;

namespace Geborgen.Investigation.Investigations;

/// <content>What a child or parent reads and says under the own login: never what was not shared with that person.</content>
public sealed partial class Investigation
{
    /// <summary>The statements that were shared with a person and are not kept from the family now; what was taken out is nobody's to see.</summary>
    public IEnumerable<Statement> SharedWith(Guid personId, DateOnly today) => Statements.Where(one =>
        one.PersonId != personId && one.Status != StatementStatus.TakenOut
        && (one.Withheld is not { } withheld || withheld.Until < today)
        && one.SharedWith.Any(sharing => sharing.PersonId == personId));

    /// <summary>A person's own words, those that a worker wrote down too.</summary>
    public IEnumerable<Statement> OwnOf(Guid personId) =>
        Statements.Where(one => one.PersonId == personId && one.Status != StatementStatus.TakenOut);

    /// <summary>The draft that a person has, the latest; null while that person has none. What is being written anew is nobody's yet.</summary>
    public Report? ReportOf(Guid personId) => reports.Where(one => one.IsGivenTo(personId)).MaxBy(one => one.Number);

    /// <summary>Something that one of those concerned says now.</summary>
    public Statement OwnStatement(StatementWriter by, StatementKind kind, string text, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        return Statement.Record(Statements.Count + 1, kind, AuthorOf(by.PersonId!.Value), text, now, by.Account, by.PersonId);
    }

    /// <summary>A child or parent disputes a statement that was shared with that person; of any other it is not told that it is there.</summary>
    public Refusal? ContestShared(Guid statementId, ContestedPart part, string reason, StatementWriter by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        return IsShared(statementId, by.PersonId, now) ? Contest(statementId, part, reason, by, now) : StatementRefusals.NoSuchStatement;
    }

    /// <summary>A child or parent attaches an own statement to an opinion that was shared with that person.</summary>
    public Refusal? AnswerShared(Guid opinionId, Statement own, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(own);
        return IsShared(opinionId, own.PersonId, now) ? AttachOwn(opinionId, own, now) : StatementRefusals.NoSuchStatement;
    }

    bool IsShared(Guid statementId, Guid? personId, DateTimeOffset now) =>
        personId is { } person && SharedWith(person, WorkingDays.DateOf(now)).Any(one => one.Id == statementId);
}
