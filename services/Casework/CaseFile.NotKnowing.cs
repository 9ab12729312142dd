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
    public Refusal? RecordNotKnowing(string what, string why, string tried, DateOnly reviewOn, string? agendaItem, KnowledgeAgenda agenda, Actor by)
    {
        ArgumentNullException.ThrowIfNull(agenda);
        ArgumentNullException.ThrowIfNull(by);
        if (agendaItem is not null && !agenda.Has(agendaItem, by.Today))
            return NotKnowingRefusals.UnknownAgendaItem;
        if (reviewOn <= by.Today)
            return NotKnowingRefusals.ReviewNotInFuture;
        var clock = Clock.Until(NotKnowingTerm, reviewOn, by.Now);
        var record = new NotKnowing(what, why, tried, reviewOn, agendaItem, clock.Id, by.Now);
        notKnown.Add(record);
        Raise(new NotKnowingRecorded(record.Id, reviewOn, agendaItem), by.Now);
        StartClock(clock, by.Now);
        return null;
    }

    /// <summary>It was looked at again and still nobody knows: it is looked at again later.</summary>
    public Refusal? RenewNotKnowing(Guid notKnowingId, string tried, DateOnly reviewOn, Actor by)
    {
        if (notKnown.Find(one => one.Id == notKnowingId) is not { ResolvedAt: null } record)
            return NotKnowingRefusals.NothingNotKnown;
        if (reviewOn <= by.Today)
            return NotKnowingRefusals.ReviewNotInFuture;
        StopClock(record.ClockId, by.Now);
        var clock = Clock.Until(NotKnowingTerm, reviewOn, by.Now);
        record.Renew(new NotKnowingReview(tried, reviewOn, by.Account, by.Now), clock.Id);
        Raise(new NotKnowingRenewed(notKnowingId, reviewOn), by.Now);
        StartClock(clock, by.Now);
        return null;
    }

    /// <summary>What was not known is known now, or no longer matters.</summary>
    public Refusal? ResolveNotKnowing(Guid notKnowingId, string resolution, Actor by)
    {
        if (notKnown.Find(one => one.Id == notKnowingId) is not { ResolvedAt: null } record)
            return NotKnowingRefusals.NothingNotKnown;
        record.Resolve(resolution, by.Now);
        Raise(new NotKnowingResolved(notKnowingId), by.Now);
        StopClock(record.ClockId, by.Now);
        return null;
    }
}
