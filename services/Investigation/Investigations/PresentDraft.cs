using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Gives the draft of the report to the family, which can answer it within a term.</summary>
public static class PresentDraft
{
    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/report/presentations", Handle)
        .RequireAccess("investigation.do").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(PresentDraft)).WithSummary("Present the draft to the family");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, ChangeInvestigation change, TimeLimits limits, CancellationToken ct) =>
        change.Apply(id, (investigation, now) => investigation.PresentDraft(limits.For(Investigation.RebuttalTerm, now), now), ct);
}
