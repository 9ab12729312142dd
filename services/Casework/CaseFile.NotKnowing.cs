using Geborgen.Contracts.Casework;

namespace Geborgen.Casework;

/// <content>What nobody knows.</content>
public abstract partial class CaseFile
{
    /// <summary>The key of the term that runs until what nobody knows is looked at again.</summary>
    public const string NotKnowingTerm = "notKnowingReview";

    readonly List<NotKnowing> notKnown = [];

    /// <summary>What nobody knows, or did not know at some time.</summary>
    public IReadOnlyList<NotKnowing> NotKnown => notKnown;

    /// <summary>Records that something is not known.</summary>
    public Refusal? RecordNotKnowing(string what, string why, string tried, DateOnly reviewOn, string? agendaItem, DateTimeOffset now)
    {
        if (reviewOn <= WorkingDays.DateOf(now))
            return NotKnowingRefusals.ReviewNotInFuture;
        var clock = Clock.Until(NotKnowingTerm, reviewOn, now);
        var record = new NotKnowing(what, why, tried, reviewOn, agendaItem, clock.Id, now);
        notKnown.Add(record);
        Raise(new NotKnowingRecorded(record.Id, reviewOn, agendaItem), now);
        StartClock(clock, now);
        return null;
    }

    /// <summary>It was looked at again and still nobody knows: it is looked at again later.</summary>
    public Refusal? RenewNotKnowing(Guid notKnowingId, string tried, DateOnly reviewOn, string by, DateTimeOffset now)
    {
        if (notKnown.Find(one => one.Id == notKnowingId) is not { ResolvedAt: null } record)
            return NotKnowingRefusals.NothingNotKnown;
        if (reviewOn <= WorkingDays.DateOf(now))
            return NotKnowingRefusals.ReviewNotInFuture;
        StopClock(record.ClockId, now);
        var clock = Clock.Until(NotKnowingTerm, reviewOn, now);
        record.Renew(new NotKnowingReview(tried, reviewOn, by, now), clock.Id);
        Raise(new NotKnowingRenewed(notKnowingId, reviewOn), now);
        StartClock(clock, now);
        return null;
    }

    /// <summary>What was not known is known now, or no longer matters.</summary>
    public Refusal? ResolveNotKnowing(Guid notKnowingId, string resolution, DateTimeOffset now)
    {
        if (notKnown.Find(one => one.Id == notKnowingId) is not { ResolvedAt: null } record)
            return NotKnowingRefusals.NothingNotKnown;
        record.Resolve(resolution, now);
        Raise(new NotKnowingResolved(notKnowingId), now);
        StopClock(record.ClockId, now);
        return null;
    }
}
