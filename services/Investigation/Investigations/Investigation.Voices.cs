using Geborgen.Casework;
using Geborgen.Contracts.Investigation;

namespace Geborgen.Investigation.Investigations;

/// <content>Everybody's own words.</content>
public sealed partial class Investigation
{
    readonly List<Voice> voices = [];

    /// <summary>What each child and parent says, or why that is missing; what was recorded before stays.</summary>
    public IReadOnlyList<Voice> Voices => voices;

    /// <summary>Who was a parent here and was taken from those concerned: a child's words stay apart from them.</summary>
    public Guid[] FormerParents { get; private set; } = [];

    /// <summary>The members of the family whose words there are or may be here.</summary>
    public IEnumerable<Guid> WhoseWords => Statements.Select(one => one.PersonId).OfType<Guid>().Concat(Children).Distinct();

    /// <summary>Adds what somebody said, saw or thinks. Also possible once the investigation is concluded: it travels as an addendum.</summary>
    public Refusal? AddStatement(Statement statement, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(statement);
        if (WrongIn(statement, now) is { } refusal)
            return refusal;
        RecordStatement(statement, now);
        return null;
    }

    /// <summary>Attaches a person's own statement to an opinion about them; it travels with the opinion.</summary>
    public Refusal? AttachOwn(Guid opinionId, Statement own, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(own);
        return WrongIn(own, now) ?? AttachStatement(opinionId, own, now);
    }

    /// <summary>What one of those concerned is the author as: a child, a parent, or another adult of the household.</summary>
    public StatementAuthor AuthorOf(Guid personId) =>
        Children.Contains(personId) ? StatementAuthor.Child
        : Adults.Contains(personId) ? StatementAuthor.Adult
        : StatementAuthor.Parent;

    /// <summary>
    /// Shares a statement with one of those concerned. Who else belongs to the family is not known here, and words that
    /// reached a stranger can't be called back.
    /// </summary>
    public Refusal? Share(Guid statementId, Sharing sharing, IReadOnlySet<Guid> fromSixteen)
    {
        ArgumentNullException.ThrowIfNull(sharing);
        if (!Concerned.Contains(sharing.PersonId))
            return InvestigationRefusals.NotConcerned;
        if (takenOver.Exists(one => one.StatementId == statementId && one.GivesReporterAway))
            return InvestigationRefusals.GivesReporterAway;
        // Of a child's words without a name it is not known which child decides.
        var decides = Find(statementId)?.PersonId is { } person ? fromSixteen.Contains(person) : Children.Any(fromSixteen.Contains);
        // Who was a parent here once is one for a child's words, and another adult of the household is no safer.
        var withParent = !Children.Contains(sharing.PersonId) || FormerParents.Contains(sharing.PersonId);
        return ShareStatement(statementId, sharing, new(withParent, AuthorDecides: decides));
    }

    /// <summary>Somebody disputes a statement. Who is not one of those concerned does so without a person.</summary>
    public Refusal? Contest(Guid statementId, ContestedPart part, string reason, StatementWriter by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        return by.PersonId is { } person && !Concerned.Contains(person)
            ? InvestigationRefusals.NotConcerned
            : ContestStatement(statementId, part, reason, by, now);
    }

    /// <summary>Settles a contest. Who is not one of those concerned gives their word without a person.</summary>
    public Refusal? Settle(Guid statementId, Guid contestId, Settlement settlement, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        return settlement.PersonId is { } person && !Concerned.Contains(person)
            ? InvestigationRefusals.NotConcerned
            : SettleContest(statementId, contestId, settlement, now);
    }

    /// <summary>Records what a child or parent says, in their own words.</summary>
    public Refusal? Hear(Statement own, string spokenBy, string manner, DateTimeOffset now, Interpreter? interpreter = null)
    {
        ArgumentNullException.ThrowIfNull(own);
        if (own.PersonId is not { } person || !Concerned.Contains(person))
            return InvestigationRefusals.NotConcerned;
        if (WorkIsDone)
            return InvestigationRefusals.AlreadyConcluded;
        if (interpreter is { IsRelative: true })
            return InvestigationRefusals.InterpreterIsRelative;
        if (AddStatement(own, now) is { } refusal)
            return refusal;
        Keep(Voice.Heard(person, own.Id, spokenBy, manner, interpreter?.Who, now), now);
        return null;
    }

    /// <summary>Records why a child's or parent's own statement is missing.</summary>
    public Refusal? MissVoice(Guid personId, WhyNot whyNot, string explanation, DateTimeOffset now)
    {
        if (!Concerned.Contains(personId))
            return InvestigationRefusals.NotConcerned;
        if (WorkIsDone)
            return InvestigationRefusals.AlreadyConcluded;
        if (whyNot == WhyNot.TooYoung && !Children.Contains(personId))
            return InvestigationRefusals.OnlyAChildIsTooYoung;
        Keep(Voice.Missing(personId, whyNot, explanation, now), now);
        return null;
    }

    /// <summary>Whether it is known what a person says, or why that is missing. Words that were taken back no longer count.</summary>
    public bool IsHeard(Guid personId) => voices.Exists(voice => voice.PersonId == personId
        && (voice.StatementId is not { } statement || Find(statement)?.Status == StatementStatus.Standing));

    // A child's words under another's name would reach a parent without the talk and the safety check. Of the network and
    // professionals it is not known here who is who.
    Refusal? WrongIn(Statement statement, DateTimeOffset now) =>
        statement.StatedAt > now ? StatementRefusals.StatedInFuture
        : statement.PersonId is not { } person ? null
        : Children.Contains(person) && statement.Author != StatementAuthor.Child ? InvestigationRefusals.ChildsWordsUnderAnotherName
        : statement.Author is StatementAuthor.Child or StatementAuthor.Parent && !Concerned.Contains(person) ? InvestigationRefusals.NotConcerned
        : null;

    void Keep(Voice voice, DateTimeOffset now)
    {
        voices.Add(voice);
        Raise(new VoiceRecorded(voice.PersonId, voice.StatementId), now);
        EndWhenMadeUp(now);
    }
}
