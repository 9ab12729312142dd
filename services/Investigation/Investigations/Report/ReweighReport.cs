using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Weighs again what the report built on a statement that was changed.</summary>
public static class ReweighReport
{
    /// <summary>What is sent.</summary>
    /// <param name="StatementId">The statement.</param>
    /// <param name="Weighing">What the change means for the report, in words for the family.</param>
    public sealed record Request(
        Guid StatementId,
        [property: Required, StringLength(4000)] string Weighing);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/report/reweighings", Handle)
        .RequireAccess("investigation.report").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(ReweighReport)).WithSummary("Weigh the report again");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Investigation> change, CancellationToken ct) =>
        change.Apply(id, (investigation, by) => investigation.Reweigh(request.StatementId, request.Weighing, by), ct).Answer(InvestigationResponse.Of);
}
