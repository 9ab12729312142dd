using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Gives the draft of the report to the family, to each as much as is theirs to read; it can be answered within a term.</summary>
public static class PresentDraft
{
    /// <summary>Who gets it; a body may be left out.</summary>
    /// <param name="Persons">The persons concerned who get it, 1 to 100; when left out everybody who can answer it, children from twelve.</param>
    public sealed record Request(
        [property: MinLength(1), MaxLength(100)] IReadOnlyList<Guid>? Persons = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/report/presentations", Handle)
        .RequireAccess("investigation.report").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(PresentDraft)).WithSummary("Present the draft to the family");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Request? request, Change<Investigation> change, Files<Investigation, InvestigationResponse> files, TimeLimits limits, CancellationToken ct) =>
        change.Apply(id, async (investigation, by) => investigation.PresentDraft(
            request?.Persons, await files.RecordsOf(investigation, ct), limits.For(Investigation.RebuttalTerm, by.Now), by), ct).Answer(InvestigationResponse.Of);
}
