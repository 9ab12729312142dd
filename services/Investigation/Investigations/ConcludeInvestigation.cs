using System.ComponentModel.DataAnnotations;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Concludes an investigation with a decision that the family can follow.</summary>
public static class ConcludeInvestigation
{
    /// <summary>The conclusion.</summary>
    /// <param name="Outcome">What follows.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="LegalBasis">The law or rule that it rests on.</param>
    /// <param name="Alternatives">What else was considered, and why not.</param>
    /// <param name="Remedy">What somebody who disagrees can do.</param>
    /// <param name="Explanation">The conclusion in plain language (level B1).</param>
    /// <param name="Missing">Near the deadline or in acute danger: what is missing and how that is made up for.</param>
    public sealed record Request(
        ConclusionOutcome Outcome,
        [property: StringLength(10_000)] string Reason,
        [property: StringLength(1000)] string LegalBasis,
        [property: StringLength(10_000)] string Alternatives,
        Remedy Remedy,
        [property: StringLength(10_000)] string Explanation,
        [property: StringLength(4000)] string? Missing = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/conclusion", Handle)
        .RequireAccess("investigation.conclude").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(ConcludeInvestigation)).WithSummary("Conclude an investigation");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Investigation> change, TimeLimits limits, CancellationToken ct)
    {
        var (decision, incomplete) = Decision.Make(
            request.Reason, request.LegalBasis, request.Alternatives, request.Remedy, request.Explanation);
        return change.Apply(id, (investigation, by) => decision is null
            ? incomplete
            : investigation.Conclude(
                request.Outcome, decision, request.Missing, ConclusionTerms.At(limits, by.Now), by.Account, by.Now), ct).Answer(InvestigationResponse.Of);
    }
}
