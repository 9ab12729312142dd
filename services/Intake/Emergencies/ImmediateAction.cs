namespace Geborgen.Intake.Emergencies;

/// <summary>What was done at once without agreement, and who decided it.</summary>
public sealed class ImmediateAction
{
    // Ten days, and four weeks with what the mayor adds to them (Wet tijdelijk huisverbod, articles 2 and 9).
    static readonly TimeSpan LongestRestraint = TimeSpan.FromDays(28);

    internal ImmediateAction(ImmediateActionKind kind, string what, string decidedBy, DateTimeOffset takenAt)
    {
        Id = Guid.CreateVersion7(takenAt);
        Kind = kind;
        What = what;
        DecidedBy = decidedBy;
        TakenAt = takenAt;
    }

    /// <summary>The action's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>What kind of action it is.</summary>
    public ImmediateActionKind Kind { get; private set; }

    /// <summary>What was done.</summary>
    public string What { get; private set; }

    /// <summary>Who decided it.</summary>
    public string DecidedBy { get; private set; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset TakenAt { get; private set; }

    /// <summary>Whether somebody may still have to stay away from home by it.</summary>
    public bool MayHold(DateTimeOffset now) => Kind == ImmediateActionKind.TemporaryRestrainingOrder && now < TakenAt + LongestRestraint;
}

/// <summary>The kinds of immediate action.</summary>
public enum ImmediateActionKind
{
    /// <summary>The police were called in.</summary>
    Police,

    /// <summary>Somebody must leave the home for a time (Wet tijdelijk huisverbod).</summary>
    TemporaryRestrainingOrder,

    /// <summary>Medical help was called in.</summary>
    Medical,

    /// <summary>Something else.</summary>
    Other,
}
