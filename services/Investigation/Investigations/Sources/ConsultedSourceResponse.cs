namespace Geborgen.Investigation.Investigations;

/// <summary>Somebody who was asked about the family.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">Who was asked, as a function or organisation.</param>
/// <param name="About">What about.</param>
/// <param name="FamilyKnows">Whether the family knows.</param>
/// <param name="WhyFamilyDoesNotKnow">Why the family does not know, or did not before it was told; null when it always did.</param>
/// <param name="ReviewOn">When it is looked at again whether the family is told; null when it knows.</param>
/// <param name="ToldAt">When the family was told afterwards, or null.</param>
/// <param name="Reviews">The reasons that counted before it was looked at again.</param>
/// <param name="ConsultedOn">The day.</param>
/// <param name="By">The account that asked.</param>
/// <param name="ClockId">The clock that runs until it is looked at again, or null.</param>
public sealed record ConsultedSourceResponse(
    Guid Id, string Name, string About, bool FamilyKnows, string? WhyFamilyDoesNotKnow, DateOnly? ReviewOn, DateTimeOffset? ToldAt,
    IReadOnlyList<SourceReviewResponse> Reviews, DateOnly ConsultedOn, string By, Guid? ClockId)
{
    internal static ConsultedSourceResponse Of(ConsultedSource one) => new(
        one.Id, one.Name, one.About, one.FamilyKnows, one.WhyFamilyDoesNotKnow, one.ReviewOn, one.ToldAt,
        [.. one.Reviews.Select(SourceReviewResponse.Of)], one.ConsultedOn, one.By, one.ClockId);
}

/// <summary>It was looked at again whether the family is told of a source, and it still could not be.</summary>
/// <param name="Id">The id.</param>
/// <param name="WhyNot">The reason that counted until then.</param>
/// <param name="By">The account that looked at it again.</param>
/// <param name="At">When.</param>
public sealed record SourceReviewResponse(Guid Id, string WhyNot, string By, DateTimeOffset At)
{
    internal static SourceReviewResponse Of(SourceReview one) => new(one.Id, one.WhyNot, one.By, one.At);
}
