using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Investigation;

namespace Geborgen.Investigation.Investigations;

/// <content>Another expert looks at it, at the wish of a parent or young person.</content>
public sealed partial class Investigation
{
    /// <summary>The key of the term within which who asks for another expert hears whether one looks at it.</summary>
    public const string CounterExpertiseTerm = "counterExpertise";

    /// <summary>What is decided on when who asks for another expert gets an answer.</summary>
    public const string CounterExpertiseKind = "counterExpertise";

    readonly List<CounterExpertise> counterExpertise = [];

    /// <summary>Who asked for another expert.</summary>
    public IReadOnlyList<CounterExpertise> CounterExpertise => counterExpertise;

    /// <summary>A parent or young person asks another expert to look at it.</summary>
    public Refusal? AskCounterExpertise(Guid personId, string wish, TimeLimit limit, Actor by)
    {
        if (!Concerned.Contains(personId))
            return InvestigationRefusals.NotConcerned;
        if (Status == InvestigationStatus.Concluded)
            return InvestigationRefusals.AlreadyConcluded;
        var asked = new CounterExpertise(personId, wish, by.Account, StartClock(limit, by.Now, by.Now).Id, by.Now);
        counterExpertise.Add(asked);
        Raise(new CounterExpertiseRequested(personId, asked.Id), by.Now);
        return null;
    }

    /// <summary>What is decided then, in camelCase.</summary>
    public static string CounterExpertiseOutcome(bool granted) => granted ? "granted" : "refused";

    /// <summary>Decides whether another expert looks at it.</summary>
    public Refusal? AnswerCounterExpertise(Guid counterExpertiseId, bool granted, Decision decision, Actor by)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (counterExpertise.Find(one => one.Id == counterExpertiseId) is not { AnsweredAt: null } asked)
            return InvestigationRefusals.NoSuchCounterExpertise;
        if (WhyNotForFamily(asked.PersonId, by, TextsOf(decision)) is { } told)
            return told;
        asked.Reply(granted, decision, by);
        var outcome = CounterExpertiseOutcome(granted);
        Raise(new CounterExpertiseAnswered(asked.Id, outcome), by.Now);
        Raise(new DecisionPublished(asked.DecisionId!.Value, CounterExpertiseKind, outcome, CamelCase.Of(decision.Remedy)), by.Now);
        StopClock(asked.ClockId, by.Now);
        EndWhenMadeUp(by.Now);
        return null;
    }

    /// <summary>The other expert found something, or it came to nothing. The conclusion waits for that.</summary>
    public Refusal? RecordFinding(Guid counterExpertiseId, Guid? statementId, string? cameToNothing, Actor by)
    {
        if (counterExpertise.Find(one => one.Id == counterExpertiseId) is not { Granted: true, FoundAt: null } asked)
            return InvestigationRefusals.NoSuchCounterExpertise;
        if (statementId is null == string.IsNullOrWhiteSpace(cameToNothing))
            return InvestigationRefusals.FindingOrReason;
        if (statementId is { } found && Find(found)?.Status != StatementStatus.Standing)
            return InvestigationRefusals.UnknownStatementUsed;
        if (WhyNotForFamily(asked.PersonId, by, ("cameToNothing", cameToNothing)) is { } told)
            return told;
        asked.Find(statementId, cameToNothing, by.Now);
        Raise(new CounterExpertiseFound(asked.Id, statementId), by.Now);
        EndWhenMadeUp(by.Now);
        return null;
    }
}

/// <summary>A parent or young person asked for another expert.</summary>
public sealed class CounterExpertise
{
    internal CounterExpertise(Guid personId, string wish, string writtenBy, Guid clockId, DateTimeOffset askedAt)
    {
        Id = Guid.CreateVersion7(askedAt);
        PersonId = personId;
        Wish = wish;
        WrittenBy = writtenBy;
        ClockId = clockId;
        AskedAt = askedAt;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who asked.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>What that person wants looked at.</summary>
    public string Wish { get; private set; }

    /// <summary>The account that wrote it down.</summary>
    public string WrittenBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The clock that runs until it is answered.</summary>
    public Guid ClockId { get; private set; }

    /// <summary>The decision's id; null while nobody decided.</summary>
    public Guid? DecisionId { get; private set; }

    /// <summary>Whether another expert looks at it; null while nobody decided.</summary>
    public bool? Granted { get; private set; }

    /// <summary>Why; null where the answer says all, and while nobody decided.</summary>
    public string? Reason { get; private set; }

    /// <summary>The law or rule that the decision rests on; null while nobody decided.</summary>
    public string? LegalBasis { get; private set; }

    /// <summary>What else was considered, and why not; null where nothing else had to be, and while nobody decided.</summary>
    public string? Alternatives { get; private set; }

    /// <summary>What who asked can do about it; null while nobody decided.</summary>
    public Remedy? Remedy { get; private set; }

    /// <summary>The key of the time limit within which that is done; null where there is no last day, and while nobody decided.</summary>
    public string? RemedyTerm { get; private set; }

    /// <summary>The decision in plain language (level B1), for who asked; null while nobody decided.</summary>
    public string? Answer { get; private set; }

    /// <summary>The account that decided, or null.</summary>
    public string? AnsweredBy { get; private set; }

    /// <summary>When it was decided, or null.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>What the other expert found, as a statement; null while there is none.</summary>
    public Guid? FindingId { get; private set; }

    /// <summary>Why it came to nothing; null when there is a finding, or not yet.</summary>
    public string? CameToNothing { get; private set; }

    /// <summary>When the finding came, or that it came to nothing; null while that is awaited.</summary>
    public DateTimeOffset? FoundAt { get; private set; }

    internal void Reply(bool granted, Decision decision, Actor by)
    {
        DecisionId = Guid.CreateVersion7(by.Now);
        (Granted, Reason, LegalBasis, Alternatives) = (granted, decision.Reason, decision.LegalBasis, decision.Alternatives);
        (Remedy, RemedyTerm, Answer, AnsweredBy, AnsweredAt) = (decision.Remedy, decision.RemedyTerm, decision.Explanation, by.Account, by.Now);
    }

    internal void Find(Guid? statementId, string? cameToNothing, DateTimeOffset now) =>
        (FindingId, CameToNothing, FoundAt) = (statementId, statementId is null ? cameToNothing : null, now);
}
