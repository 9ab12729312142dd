using Geborgen.Casework;
using Geborgen.Contracts.Investigation;

namespace Geborgen.Investigation.Investigations;

/// <content>Everybody's own words.</content>
public sealed partial class Investigation
{
    readonly List<Voice> voices = [];

    /// <summary>What each child and parent says, or why that is missing; what was recorded before stays.</summary>
    public IReadOnlyList<Voice> Voices => voices;

    /// <summary>Who was a parent or another adult here and is so no longer: a child's words stay apart from them.</summary>
    public Guid[] FormerParents { get; private set; } = [];

    /// <summary>The members of the family whose words there are or may be here.</summary>
    public IEnumerable<Guid> WhoseWords => Statements.Select(one => one.PersonId).OfType<Guid>().Concat(Children).Distinct();

    /// <summary>What one of those concerned is the author as: a child, a parent, or another adult of the household.</summary>
    public StatementAuthor AuthorOf(Guid personId) =>
        Children.Contains(personId) ? StatementAuthor.Child
        : Adults.Contains(personId) ? StatementAuthor.Adult
        : StatementAuthor.Parent;

    /// <summary>What one of those concerned said, as who the person is here.</summary>
    public Words WordsOf(Guid personId, StatementKind kind, string text, DateTimeOffset? statedAt = null) =>
        new(text, AuthorOf(personId), kind, statedAt, personId);

    /// <summary>Records what a child or parent says, in their own words.</summary>
    public Refusal? Hear(
        Words own, string spokenBy, string manner, FamilyRecords family, Actor by, Interpreter? interpreter = null)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(by);
        if (own.PersonId is not { } person || !Concerned.Contains(person))
            return InvestigationRefusals.NotConcerned;
        if (WorkIsDone)
            return InvestigationRefusals.AlreadyConcluded;
        if (interpreter is { IsRelative: true })
            return InvestigationRefusals.InterpreterIsRelative;
        var (said, refusal) = Hear(own, family, by);
        if (refusal is not null)
            return refusal;
        Keep(Voice.Heard(person, said!.Id, spokenBy, manner, interpreter?.Who, by.Now), by.Now);
        return null;
    }

    /// <summary>Records why a child's or parent's own statement is missing.</summary>
    public Refusal? MissVoice(Guid personId, WhyNot whyNot, string explanation, Actor by)
    {
        if (!Concerned.Contains(personId))
            return InvestigationRefusals.NotConcerned;
        if (WorkIsDone)
            return InvestigationRefusals.AlreadyConcluded;
        if (whyNot == WhyNot.TooYoung && !Children.Contains(personId))
            return InvestigationRefusals.OnlyAChildIsTooYoung;
        Keep(Voice.Missing(personId, whyNot, explanation, by.Now), by.Now);
        return null;
    }

    /// <summary>Whether it is known what a person says, or why that is missing. Words that were taken back no longer count.</summary>
    public bool IsHeard(Guid personId) => voices.Exists(voice => voice.PersonId == personId
        && (voice.StatementId is not { } statement || Find(statement)?.Status == StatementStatus.Standing));

    /// <inheritdoc/>
    protected override bool NeedsKind => true;

    /// <inheritdoc/>
    protected override StatementAuthor AuthorOf(Guid personId, FamilyRecords family) => AuthorOf(personId);

    /// <inheritdoc/>
    protected override Refusal? WhyNotNamed(Guid? personId, FamilyRecords family) =>
        personId is { } person && !Concerned.Contains(person) ? InvestigationRefusals.NotConcerned : null;

    /// <inheritdoc/>
    protected override Refusal? WhyNotAuthorHere(Words said)
    {
        ArgumentNullException.ThrowIfNull(said);
        return said.Author is StatementAuthor.Child or StatementAuthor.Parent && said.PersonId is { } person && !Concerned.Contains(person)
            ? InvestigationRefusals.NotConcerned
            : null;
    }

    // Who is a parent in the family or was one here is one for a child's words, and another adult of the household is no safer.
    /// <inheritdoc/>
    protected override bool IsAdultHere(Guid personId, FamilyRecords family) => !Children.Contains(personId) || FormerParents.Contains(personId)
        || family.Parents.Contains(personId) || family.Others.Contains(personId) || family.OnceAdults.Contains(personId);

    /// <inheritdoc/>
    protected override Refusal? WhyNeverShared(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return takenOver.Exists(one => one.StatementId == statement.Id && one.GivesReporterAway) ? StatementRefusals.GivesReporterAway : null;
    }

    /// <summary>Who reported is known here only by the words that tell it, and as their author.</summary>
    public override IEnumerable<Secret> SecretsFrom(Guid? reader, DateOnly today) => base.SecretsFrom(reader, today).Concat(
        Statements.Where(one => one.AuthorName is not null && WhyNeverShared(one) is not null).Select(one => Secret.Reporter(one.AuthorName)));

    void Keep(Voice voice, DateTimeOffset now)
    {
        voices.Add(voice);
        Raise(new VoiceRecorded(voice.PersonId, voice.StatementId), now);
        EndWhenMadeUp(now);
    }
}
