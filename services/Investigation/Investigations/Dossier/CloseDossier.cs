using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Closes the dossier of a concluded investigation: no review or petition needs it any more, and nobody is involved for it.</summary>
public static class CloseDossier
{
    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/closing", Handle)
        .RequireAccess("investigation.close").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(CloseDossier)).WithSummary("Close the dossier");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Change<Investigation> change, CancellationToken ct) =>
        change.Apply(id, (investigation, by) => investigation.CloseDossier(by), ct).Answer(InvestigationResponse.Of);
}
