namespace Geborgen.Casework;

/// <content>The one door by which what somebody said enters a file, and by which somebody of the family is named.</content>
public abstract partial class CaseFile
{
    // A sender's clock may run a little ahead of ours.
    static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(2);

    /// <summary>Adds what somebody said, saw or thinks, if it can be theirs.</summary>
    public Refusal? Say(Words said, FamilyRecords family, Actor by) => Hear(said, family, by).Refusal;

    /// <summary>Attaches a person's own statement to an opinion about them; it travels with the opinion.</summary>
    public Refusal? AttachOwn(Guid opinionId, Words own, FamilyRecords family, Actor by)
    {
        var (statement, refusal) = WhyWithoutKind(own) is { } unlabelled ? (null, unlabelled) : Enter(own, family, by.Now, by.Account);
        return refusal ?? AttachStatement(opinionId, statement!, by);
    }

    /// <summary>Somebody disputes what a statement says, or that it is a fact or an opinion. Who is not of the family does so without a person.</summary>
    public Refusal? Contest(Guid statementId, ContestedPart part, string reason, Guid? personId, FamilyRecords family, Actor by) =>
        WhyNotNamed(personId, family) ?? ContestStatement(statementId, part, reason, personId, by);

    /// <summary>Settles a contest on the word of those who disagree, or so that both stories stand. Who is not of the family gives their word without a person.</summary>
    public Refusal? Settle(Guid statementId, Guid contestId, Settlement settlement, FamilyRecords family, Actor by)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        return WhyNotNamed(settlement.PersonId, family) ?? SettleContest(statementId, contestId, settlement, by);
    }

    /// <summary>
    /// Shares a statement with somebody of the family: words that reached a stranger can't be called back. A child's words reach an adult only
    /// after a talk with the child and a safety check, and from sixteen anybody else only when the young person agreed.
    /// </summary>
    public Refusal? Share(Guid statementId, Sharing sharing, FamilyRecords family)
    {
        ArgumentNullException.ThrowIfNull(sharing);
        ArgumentNullException.ThrowIfNull(family);
        if (WhyNotNamed(sharing.PersonId, family) is { } stranger)
            return stranger;
        if (Find(statementId) is not { } statement)
            return StatementRefusals.NoSuchStatement;
        // Of a child's words without a name it is not known which child decides.
        var decides = statement.PersonId is { } author ? family.FromSixteen.Contains(author) : family.Children.Any(family.FromSixteen.Contains);
        return WhyNeverShared(statement)
            ?? WhyNotSharedNow(statement)
            ?? new FamilyDoor(KeptElsewhere(sharing.PersonId, WorkingDays.DateOf(sharing.SharedAt))).WhyNot(statement.Text, "the statement")
            ?? ShareStatement(statementId, sharing, new(WithParent: IsAdultHere(sharing.PersonId, family), AuthorDecides: decides));
    }

    /// <summary>Takes over what was said before the file began, of which its own first event tells.</summary>
    protected Refusal? BeginWith(IEnumerable<Words> first, FamilyRecords family, Actor by)
    {
        ArgumentNullException.ThrowIfNull(first);
        foreach (var said in first)
        {
            var (statement, refusal) = Enter(said, family, by.Now, by.Account);
            if (refusal is not null)
                return refusal;
            statements.Add(statement!);
        }
        return null;
    }

    /// <summary>Adds what somebody said, if it can be theirs, and gives it back.</summary>
    protected (Statement? Said, Refusal? Refusal) Hear(Words said, FamilyRecords family, Actor by)
    {
        if (WhyWithoutKind(said) is { } unlabelled)
            return (null, unlabelled);
        var (statement, refusal) = Enter(said, family, by.Now, by.Account);
        if (statement is not null)
            RecordStatement(statement, by.Now);
        return (statement, refusal);
    }

    /// <summary>Makes a statement of what somebody said, if it can be theirs.</summary>
    protected (Statement? Said, Refusal? Refusal) Enter(Words said, FamilyRecords family, DateTimeOffset now, string? writtenBy)
    {
        ArgumentNullException.ThrowIfNull(said);
        if (WhyNotTheirs(said, family, now) is { } refusal)
            return (null, refusal);
        var statement = Statement.Record(
            statements.Count + 1, said.Kind, said.Author, said.Text, said.StatedAt ?? now, writtenBy, said.PersonId, said.AuthorName);
        if (said.PersonId is { } person && family.OnceChildren.Contains(person))
            statement.KeepAsChilds();
        return (statement, null);
    }

    /// <summary>Why a person can't be named here; null when they can, or nobody is named.</summary>
    protected virtual Refusal? WhyNotNamed(Guid? personId, FamilyRecords family)
    {
        ArgumentNullException.ThrowIfNull(family);
        return personId is { } person && !family.Know(person) ? StatementRefusals.NotAMember : null;
    }

    /// <summary>Why somebody can't be the author here of what is said to be theirs, beside what the records of the family say; null when they can.</summary>
    protected virtual Refusal? WhyNotAuthorHere(Words said) => null;

    /// <summary>Whether facts and opinions are told apart here as soon as something is said; where not, whoever knows labels it later.</summary>
    protected virtual bool NeedsKind => false;

    /// <summary>Whether somebody counts as an adult for a child's words.</summary>
    protected virtual bool IsAdultHere(Guid personId, FamilyRecords family)
    {
        ArgumentNullException.ThrowIfNull(family);
        return !family.Children.Contains(personId) || family.OnceAdults.Contains(personId);
    }

    /// <summary>Why a statement reaches nobody of the family, whoever it is; null when it may.</summary>
    protected virtual Refusal? WhyNeverShared(Statement statement) => null;

    /// <summary>Why a statement is shared with nobody more for now; null when it may be. Who reads it already goes on reading it.</summary>
    protected virtual Refusal? WhyNotSharedNow(Statement statement) => null;

    Refusal? WhyWithoutKind(Words said) => NeedsKind && said.Kind is null ? StatementRefusals.KindMissing : null;

    // A child's words under another's name would reach a parent without the talk and the safety check, and a parent's words under a
    // child's name would be read as the child's.
    Refusal? WhyNotTheirs(Words said, FamilyRecords family, DateTimeOffset now) =>
        said.AuthorName is not null && (said.PersonId is not null || said.Author is not (StatementAuthor.Network or StatementAuthor.Professional))
            ? StatementRefusals.NameOfMember
        : said.StatedAt > now + ClockTolerance ? StatementRefusals.StatedInFuture
        : said.PersonId is not { } person ? null
        : family.Children.Contains(person) && said.Author != StatementAuthor.Child ? StatementRefusals.ChildsWordsUnderAnotherName
        : WhyNotAuthorHere(said) is { } notHere ? notHere
        : !family.Know(person) ? StatementRefusals.NotAMember
        : said.Author == StatementAuthor.Child && !family.Children.Contains(person) ? StatementRefusals.AuthorOfOtherRole
        : said.Author == StatementAuthor.Parent && !family.Parents.Contains(person) ? StatementRefusals.AuthorOfOtherRole
        : null;
}
