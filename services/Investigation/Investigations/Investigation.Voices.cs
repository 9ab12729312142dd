using Geborgen.Casework;
using Geborgen.Contracts.Investigation;

namespace Geborgen.Investigation.Investigations;

/// <content>Everybody's own words.</content>
public sealed partial class Investigation
{
    readonly List<Voice> voices = [];

    /// <summary>What each child and parent says, or why that is missing; a later one counts before an earlier.</summary>
    public IReadOnlyList<Voice> Voices => voices;

    /// <summary>Adds what somebody said, saw or thinks. Also possible once the investigation is concluded: it travels as an addendum.</summary>
    /// <param name="statement">The statement, of a kind.</param>
    /// <param name="now">The present moment.</param>
    public Refusal? AddStatement(Statement statement, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(statement);
        if (statement.StatedAt > now)
            return InvestigationRefusals.StatedInFuture;
        RecordStatement(statement, now);
        return null;
    }

    /// <summary>Shares a statement with a member of the family. Whoever is not a child here counts as a parent or a parent's partner.</summary>
    /// <param name="statementId">The statement.</param>
    /// <param name="sharing">With whom, and what came before.</param>
    public Refusal? Share(Guid statementId, Sharing sharing)
    {
        ArgumentNullException.ThrowIfNull(sharing);
        return ShareStatement(statementId, sharing, withParent: !Children.Contains(sharing.PersonId));
    }

    /// <summary>Records what a child or parent says, in their own words.</summary>
    /// <param name="own">The person's own statement.</param>
    /// <param name="spokenBy">Who spoke with the person.</param>
    /// <param name="manner">How the talk suited the person's age and language.</param>
    /// <param name="now">The present moment.</param>
    public Refusal? Hear(Statement own, string spokenBy, string manner, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(own);
        if (own.PersonId is not { } person || !Concerned.Contains(person))
            return InvestigationRefusals.NotConcerned;
        if (WorkIsDone)
            return InvestigationRefusals.AlreadyConcluded;
        if (AddStatement(own, now) is { } refusal)
            return refusal;
        Keep(Voice.Heard(person, own.Id, spokenBy, manner, now), now);
        return null;
    }

    /// <summary>Records why a child's or parent's own statement is missing.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="whyNot">Why.</param>
    /// <param name="explanation">What there is to say about it, and what was tried.</param>
    /// <param name="now">The present moment.</param>
    public Refusal? MissVoice(Guid personId, WhyNot whyNot, string explanation, DateTimeOffset now)
    {
        if (!Concerned.Contains(personId))
            return InvestigationRefusals.NotConcerned;
        if (WorkIsDone)
            return InvestigationRefusals.AlreadyConcluded;
        Keep(Voice.Missing(personId, whyNot, explanation, now), now);
        return null;
    }

    /// <summary>Whether it is known what a person says, or why that is missing. Words that were taken back no longer count.</summary>
    /// <param name="personId">The person.</param>
    public bool IsHeard(Guid personId) => voices.Exists(voice => voice.PersonId == personId
        && (voice.StatementId is not { } statement || Find(statement)?.Status == StatementStatus.Standing));

    void Keep(Voice voice, DateTimeOffset now)
    {
        voices.Add(voice);
        Raise(version => new VoiceRecorded(Id, version, FamilyId, Municipality.Code, now, voice.PersonId, voice.StatementId));
        EndWhenMadeUp(now);
    }
}
