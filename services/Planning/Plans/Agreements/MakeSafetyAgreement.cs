using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Records what those concerned agreed on to keep everybody safe.</summary>
public static class MakeSafetyAgreement
{
    /// <summary>The agreement.</summary>
    /// <param name="Who">Who does it, as those concerned call them.</param>
    /// <param name="What">What.</param>
    /// <param name="Until">Until when it holds, with an offset; in the future.</param>
    /// <param name="AgreedBy">Who agreed; at least one, at most 50.</param>
    /// <param name="Watch">How it is watched whether it is kept.</param>
    public sealed record Request(
        [property: Required, StringLength(200)] string Who,
        [property: Required, StringLength(2000)] string What,
        DateTimeOffset Until,
        [property: MaxLength(50), EachLength(200)] IReadOnlyList<string>? AgreedBy = null,
        [property: StringLength(2000)] string? Watch = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/safety-agreements", Handle)
        .RequireAccess("plan.agreement").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(MakeSafetyAgreement)).WithSummary("Record a safety agreement");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<FamilyPlan> change, CancellationToken ct) =>
        change.Apply(id, (plan, by) => plan.MakeAgreement(
            new(request.Who, request.What, request.Until, [.. request.AgreedBy ?? []], request.Watch), by), ct).Answer(PlanResponse.Of);
}
