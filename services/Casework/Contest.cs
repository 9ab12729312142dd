namespace Geborgen.Casework;

/// <summary>Somebody disputes a statement.</summary>
public sealed class Contest
{
    internal Contest(ContestedPart part, string reason, string by, Guid? personId, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        Part = part;
        Reason = reason;
        By = by;
        PersonId = personId;
        At = at;
    }

    /// <summary>The contest's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>What of the statement is disputed.</summary>
    public ContestedPart Part { get; private set; }

    /// <summary>Why, in the words of who disputes it.</summary>
    public string Reason { get; private set; }

    /// <summary>The account that wrote it down.</summary>
    public string By { get; private set; }

    /// <summary>The member of the family who disputes it, or null.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>When it was disputed.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>How it was settled, or null while nobody did. Disagreement may stand for ever.</summary>
    public ContestOutcome? Outcome { get; private set; }

    /// <summary>What there is to say about that, in words for both; null while it is not settled.</summary>
    public string? Explanation { get; private set; }

    /// <summary>The member of the family on whose word it ended, or null.</summary>
    public Guid? SettledByPersonId { get; private set; }

    /// <summary>On whose word else it ended, or null.</summary>
    public string? WordOf { get; private set; }

    /// <summary>When it was settled, or null.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Whether there are two stories: it was not settled, or it was settled that both stand.</summary>
    public bool Stands => Outcome is null or ContestOutcome.BothStand;

    /// <summary>Where both stories stand, they may still agree or take it back later.</summary>
    internal bool CanEndBy(ContestOutcome outcome) => Stands && Outcome != outcome;

    internal void Settle(Settlement settlement, DateTimeOffset at) =>
        (Outcome, Explanation, SettledByPersonId, WordOf, SettledAt) =
            (settlement.Outcome, settlement.Explanation, settlement.PersonId, settlement.WordOf, at);

    internal void TakeOut() => (Reason, Explanation, WordOf) = ("", null, null);
}

/// <summary>How a contest is settled. Who writes it down doesn't end it: that takes the word of those who disagree.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Explanation">What there is to say about it, in words for both.</param>
/// <param name="PersonId">The member of the family on whose word it ends, or null.</param>
/// <param name="WordOf">On whose word else it ends, as a name or function; null when nobody else's.</param>
public sealed record Settlement(ContestOutcome Outcome, string Explanation, Guid? PersonId = null, string? WordOf = null);

/// <summary>How a contest is settled.</summary>
public enum ContestOutcome
{
    /// <summary>They agreed: on who wrote or said it and who disputed it.</summary>
    Agreed,

    /// <summary>Who disputed it took that back.</summary>
    TakenBack,

    /// <summary>Both stories stand, side by side; it stays contested.</summary>
    BothStand,
}

/// <summary>What of a statement is disputed.</summary>
public enum ContestedPart
{
    /// <summary>What it says.</summary>
    Content,

    /// <summary>Its label: that it is a fact, or an opinion.</summary>
    Kind,
}
