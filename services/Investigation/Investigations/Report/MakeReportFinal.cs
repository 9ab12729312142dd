using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Makes the report final once everybody has answered or the term to answer is over.</summary>
public static class MakeReportFinal
{
    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/report/final", Handle)
        .RequireAccess("investigation.report").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(MakeReportFinal)).WithSummary("Make the report final");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Change<Investigation> change, Files<Investigation, InvestigationResponse> files, CancellationToken ct) =>
        change.Apply(id, async (investigation, by) => investigation.MakeReportFinal(await files.RecordsOf(investigation, ct), by), ct).Answer(InvestigationResponse.Of);
}
