namespace Geborgen.Investigation.Investigations;

/// <summary>How an investigation is done.</summary>
/// <param name="Approach">How, in words for the family.</param>
/// <param name="Questions">The questions that it answers, besides those of the request.</param>
/// <param name="MadeBy">The account that wrote it.</param>
/// <param name="MadeAt">When it was written.</param>
public sealed record PlanResponse(string Approach, IReadOnlyList<string> Questions, string MadeBy, DateTimeOffset MadeAt)
{
    internal static PlanResponse Of(Plan one) => new(one.Approach, one.Questions, one.MadeBy, one.MadeAt);
}

/// <summary>A plan of approach that a later one replaced.</summary>
/// <param name="Id">The id.</param>
/// <param name="Approach">How, in words for the family.</param>
/// <param name="Questions">The questions that it answered, besides those of the request.</param>
/// <param name="MadeBy">The account that wrote it.</param>
/// <param name="MadeAt">When it was written.</param>
/// <param name="ReplacedAt">When another took its place.</param>
public sealed record EarlierPlanResponse(
    Guid Id, string Approach, IReadOnlyList<string> Questions, string MadeBy, DateTimeOffset MadeAt, DateTimeOffset ReplacedAt)
{
    internal static EarlierPlanResponse Of(EarlierPlan one) => new(one.Id, one.Approach, one.Questions, one.MadeBy, one.MadeAt, one.ReplacedAt);
}
