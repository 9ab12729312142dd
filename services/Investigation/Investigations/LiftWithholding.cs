using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>A statement is no longer kept from the family.</summary>
public static class LiftWithholding
{
    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/statements/{statementId:guid}/withholding/lifting", Handle)
        .RequireAccess("investigation.do").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(LiftWithholding)).WithSummary("No longer withhold a statement from the family");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, ChangeInvestigation change, CancellationToken ct) =>
        change.Apply(id, (investigation, now) => investigation.LiftWithholding(statementId, now), ct);
}
