namespace Geborgen.Casework;

/// <content>What a member of the family reads of a file and says under the own login: never what was not shared with that person.</content>
public abstract partial class CaseFile
{
    /// <summary>
    /// The statements that were shared with a person and are not kept from the family now; what was taken out is nobody's to see. What
    /// became secret after it was shared, or was said anew since so that it tells what is secret, is held back as well.
    /// </summary>
    public IEnumerable<Statement> SharedWith(Guid personId, DateOnly today)
    {
        var door = DoorTo(personId, today);
        return Statements.Where(one =>
            one.PersonId != personId && one.Status != StatementStatus.TakenOut && WhyNeverShared(one) is null && !IsWithheld(one, today)
            && IsSharedWith(one, personId) && door.Let(TextFor(one, personId)) is not null);
    }

    /// <summary>
    /// The words that are kept from a member: those withheld, those that reach nobody, a child's that were not shared with the member, and those of
    /// which the member may not know that they were said.
    /// </summary>
    public override IEnumerable<Secret> SecretsFrom(Guid? reader, DateOnly today) => Statements.Where(one =>
            one.Status != StatementStatus.TakenOut && (reader is null || one.PersonId != reader)
            && (one.IsChilds || IsWithheld(one, today) || WhyNeverShared(one) is not null || IsSaidInConfidence(one, reader)))
        .SelectMany(one => KeptOf(one, reader, today));

    /// <summary>Whether a statement was made by somebody of whom the reader may not even know that there is one.</summary>
    /// <param name="said">The statement.</param>
    /// <param name="reader">The member; null for anybody of the family.</param>
    protected virtual bool IsSaidInConfidence(Statement said, Guid? reader) => false;

    /// <summary>The persons whose words a member reads here, beside the own ones.</summary>
    public IEnumerable<Guid> PersonsShownTo(Guid personId, DateOnly today) => SharedWith(personId, today).Select(one => one.PersonId).OfType<Guid>();

    /// <summary>
    /// The words of a statement as somebody else of the family reads them. What a child said later was not spoken about with the child:
    /// the reader keeps the words that were shared.
    /// </summary>
    public static string TextFor(Statement said, Guid reader)
    {
        ArgumentNullException.ThrowIfNull(said);
        return said.IsChilds && said.SharedWith.First(sharing => sharing.PersonId == reader).SharedAt is var sharedAt
            && said.Earlier.Where(version => version.ChangedAt > sharedAt).MinBy(version => version.Number) is { } then
                ? then.Text
                : said.Text;
    }

    /// <summary>
    /// Whether a member knows from this file itself that it is there: the member spoke in it, whoever wrote that down, or something of it was
    /// shared with the member. Words that were told elsewhere and taken over, which nobody wrote down here, do not count: who said them need not
    /// know where they went.
    /// </summary>
    public virtual bool IsKnownTo(Guid personId) => Statements.Any(one =>
        (one.PersonId == personId && one.WrittenBy is not null && one.Status != StatementStatus.TakenOut)
        || IsSharedWith(one, personId) || one.Contests.Any(contest => contest.PersonId == personId));

    /// <summary>Whether somebody of the family knows the words of a statement as they stand now: they are the own ones, or were shared as they are.</summary>
    protected static bool Knows(Guid personId, Statement said)
    {
        ArgumentNullException.ThrowIfNull(said);
        return said.PersonId == personId || (IsSharedWith(said, personId) && TextFor(said, personId) == said.Text);
    }

    /// <summary>Whether a statement is kept from all of the family now, whoever it is.</summary>
    protected bool IsKeptFromAll(Statement said, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(said);
        return said.Status == StatementStatus.TakenOut || IsWithheld(said, today) || WhyNeverShared(said) is not null;
    }

    static bool IsSharedWith(Statement one, Guid? reader) => one.SharedWith.Any(sharing => sharing.PersonId == reader);

    static bool IsWithheld(Statement one, DateOnly today) => one.Withheld is { } withheld && withheld.Until >= today;

    // Of what a child said later the reader knows what was shared before.
    IEnumerable<Secret> KeptOf(Statement one, Guid? reader, DateOnly today)
    {
        var known = reader is { } person && IsSharedWith(one, person) && !IsWithheld(one, today) && WhyNeverShared(one) is null ? TextFor(one, person) : null;
        return one.Earlier.Select(version => version.Text).Append(one.Text).Where(text => text != known).Distinct().Select(text => Secret.Words(text, known));
    }

    /// <summary>Whether a statement is a member's own: the own words, those that a worker wrote down too.</summary>
    protected virtual bool IsOwn(Statement statement, Actor reader)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(reader);
        return statement.PersonId is { } person && person == reader.PersonId;
    }

    /// <summary>What somebody of the family is the author as: a child, a parent, or another adult.</summary>
    protected virtual StatementAuthor AuthorOf(Guid personId, FamilyRecords family)
    {
        ArgumentNullException.ThrowIfNull(family);
        return family.Children.Contains(personId) ? StatementAuthor.Child
            : family.Parents.Contains(personId) ? StatementAuthor.Parent
            : StatementAuthor.Adult;
    }

    /// <summary>A member says otherwise what the member said. What is not the member's own is not there.</summary>
    public Refusal? AmendOwn(Guid statementId, string text, StatementKind? kind, Actor by) =>
        Own(statementId, by) ?? AmendStatement(statementId, text, kind, agreedOn: null, by);

    /// <summary>A member takes back what the member said. What is not the member's own is not there.</summary>
    public Refusal? WithdrawOwn(Guid statementId, Actor by) =>
        Own(statementId, by) ?? WithdrawStatement(statementId, agreedOn: null, by);

    /// <summary>A member disputes a statement that was shared with the member; of any other it is not told that it is there.</summary>
    public Refusal? ContestShared(Guid statementId, ContestedPart part, string reason, Actor by) =>
        Shared(statementId, by) ?? ContestStatement(statementId, part, reason, by.PersonId, by);

    /// <summary>A member attaches an own statement to an opinion that was shared with the member.</summary>
    public Refusal? AnswerShared(Guid opinionId, string text, StatementKind kind, FamilyRecords family, Actor by) =>
        Shared(opinionId, by) ?? AttachOwn(opinionId, OwnWords(text, kind, family, by), family, by);

    /// <summary>Something that a member says now, as what the family's records say the member is.</summary>
    protected Words OwnWords(string text, StatementKind kind, FamilyRecords family, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return new(text, AuthorOf(by.PersonId!.Value, family), kind, by.Now, by.PersonId);
    }

    Refusal? Own(Guid statementId, Actor by) => Find(statementId) is { } said && IsOwn(said, by) ? null : StatementRefusals.NoSuchStatement;

    Refusal? Shared(Guid statementId, Actor by) =>
        by.PersonId is { } person && SharedWith(person, by.Today).Any(one => one.Id == statementId) ? null : StatementRefusals.NoSuchStatement;
}
