using Geborgen.Casework;

namespace Geborgen.CaseFiles;

/// <summary>Something that nobody knows.</summary>
/// <param name="Id">The id.</param>
/// <param name="What">What nobody knows.</param>
/// <param name="Why">Why nobody knows it.</param>
/// <param name="Tried">What was tried to find out.</param>
/// <param name="ReviewOn">When it is looked at again.</param>
/// <param name="AgendaItem">The item of the knowledge agenda that it feeds, or null.</param>
/// <param name="ClockId">The clock that runs until it is looked at again.</param>
/// <param name="Reviews">What was tried since, each time that it was looked at again and still nobody knew.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Resolution">What is known now, or why it no longer matters; null while nobody knows.</param>
/// <param name="ResolvedAt">When that became known, or null.</param>
public sealed record NotKnowingResponse(
    Guid Id, string What, string Why, string Tried, DateOnly ReviewOn, string? AgendaItem, Guid ClockId,
    IReadOnlyList<NotKnowingReviewResponse> Reviews, DateTimeOffset RecordedAt, string? Resolution, DateTimeOffset? ResolvedAt)
{
    /// <summary>Shows what nobody knows.</summary>
    public static NotKnowingResponse Of(NotKnowing one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return new(
            one.Id, one.What, one.Why, one.Tried, one.ReviewOn, one.AgendaItem, one.ClockId, [.. one.Reviews.Select(NotKnowingReviewResponse.Of)],
            one.RecordedAt, one.Resolution, one.ResolvedAt);
    }
}

/// <summary>It was looked at again and still nobody knows.</summary>
/// <param name="Id">The id.</param>
/// <param name="Tried">What was tried since.</param>
/// <param name="NextOn">When it is looked at again after this.</param>
/// <param name="By">The account that looked.</param>
/// <param name="At">When.</param>
public sealed record NotKnowingReviewResponse(Guid Id, string Tried, DateOnly NextOn, string By, DateTimeOffset At)
{
    internal static NotKnowingReviewResponse Of(NotKnowingReview one) => new(one.Id, one.Tried, one.NextOn, one.By, one.At);
}
