using Geborgen.Casework;
using Geborgen.Contracts.Casework;

namespace Geborgen.Investigation.Investigations;

/// <content>What nobody knows.</content>
public sealed partial class Investigation
{
    readonly List<NotKnowing> notKnown = [];

    /// <summary>What nobody knows, or did not know at some time.</summary>
    public IReadOnlyList<NotKnowing> NotKnown => notKnown;

    /// <summary>Records that something is not known.</summary>
    /// <param name="what">What.</param>
    /// <param name="why">Why.</param>
    /// <param name="tried">What was tried to find out.</param>
    /// <param name="reviewOn">When it is looked at again; in the future.</param>
    /// <param name="agendaItem">The item of the knowledge agenda that it feeds, or null.</param>
    /// <param name="now">The present moment.</param>
    public Refusal? RecordNotKnowing(string what, string why, string tried, DateOnly reviewOn, string? agendaItem, DateTimeOffset now)
    {
        if (reviewOn <= WorkingDays.DateOf(now))
            return InvestigationRefusals.ReviewNotInFuture;
        var record = new NotKnowing(what, why, tried, reviewOn, agendaItem, now);
        notKnown.Add(record);
        Raise(version => new NotKnowingRecorded(FamilyId, Id, version, Municipality.Code, now, record.Id, reviewOn, agendaItem));
        return null;
    }

    /// <summary>What was not known is known now, or no longer matters.</summary>
    /// <param name="notKnowingId">The record.</param>
    /// <param name="resolution">What is known now, or why it no longer matters.</param>
    /// <param name="now">The present moment.</param>
    public Refusal? ResolveNotKnowing(Guid notKnowingId, string resolution, DateTimeOffset now)
    {
        if (notKnown.Find(one => one.Id == notKnowingId) is not { ResolvedAt: null } record)
            return InvestigationRefusals.NothingNotKnown;
        record.Resolve(resolution, now);
        Raise(version => new NotKnowingResolved(FamilyId, Id, version, Municipality.Code, now, notKnowingId));
        return null;
    }
}
