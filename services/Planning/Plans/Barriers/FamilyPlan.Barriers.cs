using Geborgen.Casework;
using Geborgen.Contracts.Planning;

namespace Geborgen.Planning.Plans;

/// <content>What a family can't take away itself is raised to the board that can.</content>
public sealed partial class FamilyPlan
{
    /// <summary>The key of the term within which a board answers.</summary>
    public const string BarrierTerm = "barrierAnswer";

    readonly List<Barrier> barriers = [];

    /// <summary>The barriers that were raised.</summary>
    public IReadOnlyList<Barrier> Barriers => barriers;

    /// <summary>Raises a barrier to the board that can take it away, which answers by a day that the family sees.</summary>
    public Refusal? RaiseBarrier(BarrierKind kind, string text, string board, TimeLimit limit, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if ((WhyNotOpen ?? WhyNotForFamily(null, by, ("text", text), ("board", board))) is { } refused)
            return refused;
        var clock = StartClock(limit, by.Now, by.Now);
        var barrier = new Barrier
        {
            Id = Guid.CreateVersion7(by.Now),
            Kind = kind,
            Text = text,
            Board = board,
            RaisedAt = by.Now,
            AnswerBy = WorkingDays.DateOf(clock.DueAt).AddDays(-1),
            ClockId = clock.Id,
        };
        barriers.Add(barrier);
        Raise(new BarrierRaised(barrier.Id, CamelCase.Of(kind), barrier.AnswerBy), by.Now);
        return null;
    }

    /// <summary>Records what the board answered, for the family to read; also when the plan was closed meanwhile.</summary>
    public Refusal? AnswerBarrier(Guid barrierId, string answer, bool taken, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (barriers.Find(one => one.Id == barrierId && one.AnsweredAt is null) is not { } barrier)
            return PlanRefusals.NoSuchBarrier;
        if (WhyNotForFamily(null, by, ("answer", answer)) is { } told)
            return told;
        barrier.Reply(answer, taken, by.Now);
        StopClock(barrier.ClockId, by.Now);
        Raise(new BarrierAnswered(barrierId, taken ? "taken" : "notTaken"), by.Now);
        return null;
    }
}

/// <summary>Something that stands in a family's way and that it can't take away itself.</summary>
public sealed class Barrier
{
    /// <summary>The id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is about.</summary>
    public required BarrierKind Kind { get; init; }

    /// <summary>What stands in the way.</summary>
    public required string Text { get; init; }

    /// <summary>The board that can take it away.</summary>
    public required string Board { get; init; }

    /// <summary>When it was raised.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>The last day on which the board answers.</summary>
    public required DateOnly AnswerBy { get; init; }

    /// <summary>The clock that runs until then.</summary>
    public required Guid ClockId { get; init; }

    /// <summary>What the board answered; null while it did not.</summary>
    public string? Answer { get; private set; }

    /// <summary>Whether it is taken away; null while nobody answered.</summary>
    public bool? Taken { get; private set; }

    /// <summary>When the board answered; null while it did not.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    internal void Reply(string answer, bool taken, DateTimeOffset now) => (Answer, Taken, AnsweredAt) = (answer, taken, now);
}

/// <summary>What a barrier is about.</summary>
public enum BarrierKind
{
    /// <summary>Housing.</summary>
    Housing,

    /// <summary>Income.</summary>
    Income,

    /// <summary>A waiting list.</summary>
    WaitingList,

    /// <summary>Rules of agencies.</summary>
    AgencyRules,
}
