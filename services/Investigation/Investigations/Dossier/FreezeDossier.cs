using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Freezes statements and report, so that a review and a petition speak of the same.</summary>
public static class FreezeDossier
{
    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/dossiers", Handle)
        .RequireAccess("investigation.dossier").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(FreezeDossier)).WithSummary("Freeze a dossier");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Change<Investigation> change, CancellationToken ct) =>
        change.Apply(id, (investigation, by) => investigation.FreezeDossier(by), ct).Answer(InvestigationResponse.Of);
}
