using Geborgen.Contracts.Casework;

namespace Geborgen.Casework;

/// <summary>An aggregate that belongs to a family and whose work is bound to terms.</summary>
public abstract class ClockedAggregate : Aggregate
{
    /// <summary>The key of the term that says how near its deadline a step goes on with what is missing stated.</summary>
    public const string NearDeadlineTerm = "nearDeadline";

    readonly List<Clock> clocks = [];

    KeptSecrets? elsewhere;

    /// <summary>The municipality that is responsible.</summary>
    public Municipality Municipality { get; protected set; }

    /// <summary>The terms that run or ran.</summary>
    public IReadOnlyList<Clock> Clocks => clocks;

    /// <inheritdoc/>
    protected sealed override Municipality OfMunicipality => Municipality;

    /// <summary>Who answers for its terms.</summary>
    protected virtual ClockOwner OwnerOfClocks => ClockOwner.KeyWorker;

    /// <summary>The clock of a term that has not been stopped, or null.</summary>
    public Clock? RunningClock(string term) => clocks.Find(clock => clock.Term == term && clock.StoppedAt is null);

    /// <summary>When one of its terms has something to say next; null when none has.</summary>
    public DateTimeOffset? NextClockAt { get; private set; }

    /// <summary>
    /// Says what its terms have to say until now, each once: that one goes on which waited until its day, comes near its end, or ran out.
    /// What came due while nobody looked is said late, and of one that ran out meanwhile not that it came near its end.
    /// </summary>
    public void TellTheTime(DateTimeOffset now)
    {
        while (clocks.Find(one => one.NextAt <= now) is { } clock)
            if (clock.PausedAt is not null)
                ResumeClock(clock.Id, now);
            else if (clock.RunOut(now))
            {
                Raise(new ClockOverdue(clock.Id), now);
                OnOverdue(clock, now);
            }
            else if (clock.Warn(now))
            {
                Raise(new ClockWarned(clock.Id), now);
                OnWarned(clock, now);
            }
        Reckon();
    }

    /// <summary>Learns what other records of the family keep from its members; while that is not known its door lets nothing through.</summary>
    public void AlsoKeep(KeptSecrets secrets) => elsewhere = secrets;

    /// <summary>What this file itself keeps from a member of the family, or from whoever of it that is.</summary>
    public virtual IEnumerable<Secret> SecretsFrom(Guid? reader, DateOnly today) => [];

    /// <summary>The door by which texts of this file reach a member of the family, or whoever of it that is.</summary>
    public FamilyDoor DoorTo(Guid? reader, DateOnly today) => new(SecretsFrom(reader, today).Concat(KeptElsewhere(reader, today)));

    /// <summary>Lets a term wait until a day. A lack of staff is no reason.</summary>
    public Refusal? PauseClock(Guid clockId, PauseReason reason, string explanation, DateOnly? until, TimeLimit longest, Actor by)
    {
        if (clocks.Find(one => one.Id == clockId) is not { } clock)
            return ClockRefusals.NoSuchClock;
        if ((WhyNeverPaused(clock) ?? WhyNotForFamily(null, by, ("explanation", explanation)) ?? clock.Pause(reason, explanation, until, longest, by.Now)) is { } refusal)
            return refusal;
        Reckon();
        Raise(new ClockPaused(clockId, until), by.Now);
        return null;
    }

    /// <summary>Lets a paused term go on, with the days on which it waited given back.</summary>
    public Refusal? ResumeClock(Guid clockId, DateTimeOffset now)
    {
        if (clocks.Find(one => one.Id == clockId) is not { } clock)
            return ClockRefusals.NoSuchClock;
        if (clock.Resume(now) is { } refusal)
            return refusal;
        Reckon();
        Raise(new ClockResumed(clockId, clock.WarnAt, clock.DueAt), now);
        return null;
    }

    /// <summary>Starts a term.</summary>
    protected Clock StartClock(TimeLimit limit, DateTimeOffset startedAt, DateTimeOffset now) => StartClock(Clock.Start(limit, startedAt), now);

    /// <summary>Starts a term that was worked out, such as one until an agreed day.</summary>
    protected Clock StartClock(Clock clock, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(clock);
        clock.Owner = OwnerOfClocks;
        clocks.Add(clock);
        Reckon();
        Raise(new ClockStarted(clock.Id, clock.Term, clock.StartedAt, clock.WarnAt, clock.DueAt, CamelCase.Of(clock.Owner)), now);
        return clock;
    }

    /// <summary>Stops a term, where it runs: what it waited for is done.</summary>
    protected void StopClock(string term, DateTimeOffset now) => StopClock(RunningClock(term)?.Id, now);

    /// <summary>Stops one of several terms of a kind, where it runs.</summary>
    protected void StopClock(Guid? clockId, DateTimeOffset now)
    {
        if (clocks.Find(one => one.Id == clockId) is not { } clock || !clock.Stop(now))
            return;
        Reckon();
        Raise(new ClockStopped(clock.Id), now);
    }

    /// <summary>
    /// Whether a term runs and is so near its end that a step goes on with what is missing stated: no rule lets a statutory date pass.
    /// </summary>
    protected bool IsNearDeadline(string term, TimeLimit near, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(near);
        return RunningClock(term) is { PausedAt: null } clock && near.DueAt(now) >= clock.DueAt;
    }

    /// <summary>Why a term of this aggregate waits for nobody, whatever the reason; null where it may.</summary>
    protected virtual Refusal? WhyNeverPaused(Clock clock) => null;

    /// <summary>What other records keep from a member of the family, or from whoever of it that is.</summary>
    /// <exception cref="InvalidOperationException">That was not read.</exception>
    protected IEnumerable<Secret> KeptElsewhere(Guid? reader, DateOnly today)
    {
        // Of what was just opened nobody reads yet.
        if (elsewhere is null && Version > Raised.Count)
            throw new InvalidOperationException("A text for the family waits for what others keep from it, which was not read.");
        foreach (var secret in elsewhere?.Invoke(reader, today) ?? [])
            yield return secret;
    }

    /// <summary>
    /// Why texts are not written for a member of the family, or for whoever of it that is; null where they are. They are read one after the
    /// other: what none of them tells they may tell together.
    /// </summary>
    protected Refusal? WhyNotForFamily(Guid? reader, Actor by, params IEnumerable<(string Place, string? Text)> texts)
    {
        ArgumentNullException.ThrowIfNull(by);
        var door = DoorTo(reader, by.Today);
        var written = texts.Where(one => !string.IsNullOrWhiteSpace(one.Text)).ToList();
        return written.Concat(Together([.. written.Select(one => one.Text!)])).Select(one => door.WhyNot(one.Text, one.Place)).FirstOrDefault(refusal => refusal is not null);
    }

    // A text ends a sentence. What is judged elsewhere is judged in pieces that are no longer than a statement, each with half of the one before.
    static IEnumerable<(string Place, string? Text)> Together(string[] texts)
    {
        var whole = string.Join(".\n", texts);
        for (var from = 0; texts.Length > 1 && (from == 0 || from + (Statement.MaxLength / 2) < whole.Length); from += Statement.MaxLength / 2)
            yield return ("these texts together", whole[from..int.Min(from + Statement.MaxLength, whole.Length)]);
    }

    /// <summary>What else happens when a term comes near its end.</summary>
    protected virtual void OnWarned(Clock clock, DateTimeOffset now)
    {
    }

    /// <summary>What else happens when a term ran out.</summary>
    protected virtual void OnOverdue(Clock clock, DateTimeOffset now)
    {
    }

    void Reckon() => NextClockAt = clocks.Min(one => one.NextAt);
}
