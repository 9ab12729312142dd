using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Writes down how the investigation is done. What the family says about it is recorded as a statement.</summary>
public static class MakePlan
{
    /// <summary>What is sent.</summary>
    /// <param name="Approach">How, in words for the family.</param>
    /// <param name="Questions">The questions that it answers, besides those of the request; 1 to 50.</param>
    public sealed record Request(
        [property: Required, StringLength(10_000)] string Approach,
        [property: Required, MaxLength(50), EachLength(2000)] IReadOnlyList<string> Questions);

    internal static void Map(RouteGroupBuilder api) => api.MapPut("/investigations/{id:guid}/plan", Handle)
        .RequireAccess("investigation.plan").RequireIfMatch().WithETag()
        .WithName(nameof(MakePlan)).WithSummary("Write the plan of approach");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Investigation> change, CancellationToken ct) =>
        change.Apply(id, (investigation, by) =>
            investigation.MakePlan(request.Approach, request.Questions, by), ct).Answer(InvestigationResponse.Of);
}
