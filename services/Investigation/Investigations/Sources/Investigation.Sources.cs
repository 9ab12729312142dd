using Geborgen.Casework;
using Geborgen.Contracts.Investigation;

namespace Geborgen.Investigation.Investigations;

/// <content>Who is asked about the family, with its knowledge or for a time without.</content>
public sealed partial class Investigation
{
    /// <summary>The key of the term that runs until it is looked at again whether the family is told of a source.</summary>
    public const string SourceTerm = "sourceTelling";

    readonly List<ConsultedSource> sources = [];

    /// <summary>Who was asked, and whether the family knows.</summary>
    public IReadOnlyList<ConsultedSource> Sources => sources;

    /// <summary>Notes that a source is consulted, and whether the family knows.</summary>
    public Refusal? Consult(string name, string about, SourceTelling telling, DateOnly consultedOn, Actor by)
    {
        ArgumentNullException.ThrowIfNull(telling);
        if (WorkIsDone)
            return InvestigationRefusals.AlreadyConcluded;
        if (consultedOn > by.Today)
            return InvestigationRefusals.ConsultedInFuture;
        if (WrongIn(telling, by) is { } refusal)
            return refusal;
        var source = new ConsultedSource(name, about, telling.FamilyKnows, telling.WhyNot, telling.ReviewOn, consultedOn, by.Account);
        sources.Add(source);
        Raise(new SourceConsulted(source.Id), by.Now);
        AwaitTelling(source, by);
        EndWhenMadeUp(by.Now);
        return null;
    }

    /// <summary>
    /// The family was told of a source, or that was looked at again and still can't be. Also possible once the
    /// investigation is concluded: the family hears of it later rather than never.
    /// </summary>
    public Refusal? TellOfSource(Guid sourceId, SourceTelling telling, Actor by)
    {
        ArgumentNullException.ThrowIfNull(telling);
        if (sources.Find(one => one.Id == sourceId) is not { } source)
            return InvestigationRefusals.NoSuchSource;
        if (source.FamilyKnows)
            return InvestigationRefusals.FamilyKnowsAlready;
        if (WrongIn(telling, by) is { } refusal)
            return refusal;
        StopClock(source.ClockId, by.Now);
        source.Tell(telling, by);
        Raise(new SourceTellingRecorded(sourceId, telling.FamilyKnows ? "told" : "notYet"), by.Now);
        AwaitTelling(source, by);
        return null;
    }

    void AwaitTelling(ConsultedSource source, Actor by)
    {
        if (source is { FamilyKnows: false, ReviewOn: { } reviewOn })
            source.ClockId = StartClock(Clock.Until(SourceTerm, reviewOn, by.Now), by.Now).Id;
    }

    static Refusal? WrongIn(SourceTelling telling, Actor by) =>
        !telling.FamilyKnows && (string.IsNullOrWhiteSpace(telling.WhyNot) || !(telling.ReviewOn > by.Today))
            ? InvestigationRefusals.SourceBehindTheFamily
            : null;
}

/// <summary>Somebody who was asked about the family.</summary>
public sealed class ConsultedSource
{
    readonly List<SourceReview> reviews = [];

    internal ConsultedSource(
        string name, string about, bool familyKnows, string? whyFamilyDoesNotKnow, DateOnly? reviewOn, DateOnly consultedOn, string by)
    {
        Id = Guid.CreateVersion7();
        Name = name;
        About = about;
        FamilyKnows = familyKnows;
        WhyFamilyDoesNotKnow = whyFamilyDoesNotKnow;
        ReviewOn = reviewOn;
        ConsultedOn = consultedOn;
        By = by;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who was asked, as a function or organisation.</summary>
    public string Name { get; private set; }

    /// <summary>What about.</summary>
    public string About { get; private set; }

    /// <summary>Whether the family knows.</summary>
    public bool FamilyKnows { get; private set; }

    /// <summary>Why the family does not know, or did not before it was told; null when it always did.</summary>
    public string? WhyFamilyDoesNotKnow { get; private set; }

    /// <summary>When it is looked at again whether the family is told; null when it knows.</summary>
    public DateOnly? ReviewOn { get; private set; }

    /// <summary>When the family was told afterwards, or null.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>The reasons that counted before it was looked at again.</summary>
    public IReadOnlyList<SourceReview> Reviews => reviews;

    /// <summary>The day.</summary>
    public DateOnly ConsultedOn { get; private set; }

    /// <summary>The account that asked.</summary>
    public string By { get; private set; }

    /// <summary>The clock that runs until it is looked at again, or null.</summary>
    public Guid? ClockId { get; internal set; }

    internal void Tell(SourceTelling telling, Actor by)
    {
        ClockId = null;
        if (telling.FamilyKnows)
        {
            (FamilyKnows, ToldAt, ReviewOn) = (true, by.Now, null);
            return;
        }
        reviews.Add(new SourceReview(WhyFamilyDoesNotKnow ?? "", by.Account, by.Now));
        (WhyFamilyDoesNotKnow, ReviewOn) = (telling.WhyNot, telling.ReviewOn);
    }
}

/// <summary>Whether the family knows that somebody is asked about it.</summary>
/// <param name="FamilyKnows">Whether it does.</param>
/// <param name="WhyNot">Why it does not; needed then.</param>
/// <param name="ReviewOn">When that is looked at again, after today; needed then.</param>
public sealed record SourceTelling(bool FamilyKnows, string? WhyNot = null, DateOnly? ReviewOn = null);

/// <summary>It was looked at again whether the family is told of a source, and it still could not be.</summary>
public sealed class SourceReview
{
    internal SourceReview(string whyNot, string by, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        WhyNot = whyNot;
        By = by;
        At = at;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The reason that counted until then.</summary>
    public string WhyNot { get; private set; }

    /// <summary>The account that looked at it again.</summary>
    public string By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}
