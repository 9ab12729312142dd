namespace Geborgen.Casework;

/// <summary>Something that nobody knows, as a record of its own: what, why, what was tried, and when it is looked at again.</summary>
public sealed class NotKnowing
{
    readonly List<NotKnowingReview> reviews = [];

    internal NotKnowing(
        string what, string why, string tried, DateOnly reviewOn, string? agendaItem, Guid clockId, DateTimeOffset recordedAt)
    {
        Id = Guid.CreateVersion7(recordedAt);
        What = what;
        Why = why;
        Tried = tried;
        ReviewOn = reviewOn;
        AgendaItem = agendaItem;
        ClockId = clockId;
        RecordedAt = recordedAt;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>What nobody knows.</summary>
    public string What { get; private set; }

    /// <summary>Why nobody knows it.</summary>
    public string Why { get; private set; }

    /// <summary>What was tried to find out.</summary>
    public string Tried { get; private set; }

    /// <summary>When it is looked at again.</summary>
    public DateOnly ReviewOn { get; private set; }

    /// <summary>The item of the knowledge agenda that it feeds, or null.</summary>
    public string? AgendaItem { get; private set; }

    /// <summary>The clock that runs until it is looked at again.</summary>
    public Guid ClockId { get; private set; }

    /// <summary>What was tried since, each time that it was looked at again and still nobody knew.</summary>
    public IReadOnlyList<NotKnowingReview> Reviews => reviews;

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>What is known now, or why it no longer matters; null while nobody knows.</summary>
    public string? Resolution { get; private set; }

    /// <summary>When that became known, or null.</summary>
    public DateTimeOffset? ResolvedAt { get; private set; }

    internal void Renew(NotKnowingReview review, Guid clockId)
    {
        reviews.Add(review);
        (ReviewOn, ClockId) = (review.NextOn, clockId);
    }

    internal void Resolve(string resolution, DateTimeOffset now) => (Resolution, ResolvedAt) = (resolution, now);
}

/// <summary>It was looked at again and still nobody knows.</summary>
public sealed class NotKnowingReview
{
    internal NotKnowingReview(string tried, DateOnly nextOn, string by, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        Tried = tried;
        NextOn = nextOn;
        By = by;
        At = at;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>What was tried since.</summary>
    public string Tried { get; private set; }

    /// <summary>When it is looked at again after this.</summary>
    public DateOnly NextOn { get; private set; }

    /// <summary>The account that looked.</summary>
    public string By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>Why something is not done about what nobody knows.</summary>
public static class NotKnowingRefusals
{
    /// <summary>What is not known is looked at again.</summary>
    public static Refusal ReviewNotInFuture { get; } = new(
        "review-not-in-future", "What is not known is looked at again on a day in the future.", "Send a later reviewOn.", RefusalKind.Invalid);

    /// <summary>The knowledge agenda has no such item now.</summary>
    public static Refusal UnknownAgendaItem { get; } = new(
        "unknown-agenda-item", "The knowledge agenda has no such item now.", "Send the code of an item that stands on it, or leave agendaItem out.", RefusalKind.Invalid);

    /// <summary>There is no such record, or it was resolved.</summary>
    public static Refusal NothingNotKnown { get; } = new(
        "nothing-not-known", "There is no such open record of not knowing here.", "Read it again.", RefusalKind.NotFound);
}
