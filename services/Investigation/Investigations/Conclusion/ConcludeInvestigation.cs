using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Concludes an investigation with a decision that the family can follow.</summary>
public static class ConcludeInvestigation
{
    /// <summary>The conclusion.</summary>
    /// <param name="Outcome">What follows.</param>
    /// <param name="Explanation">The conclusion in plain language (level B1).</param>
    /// <param name="Reason">Why; needed where it is compulsory, or not what the family wants.</param>
    /// <param name="Alternatives">What else was considered, and why not; needed where the reason is.</param>
    /// <param name="FamilyAgrees">Whether the family wants it so; false demands the reason and the alternatives. Left out where nobody asked.</param>
    /// <param name="ExplanationForOthers">What those read who don't know all that the report rests on, in plain language; needed when there are such.</param>
    /// <param name="Readers">To whom the words are narrowed, 1 to 100 of those who know all that the report rests on; all of them when left out.</param>
    /// <param name="Missing">Near the deadline or in acute danger: what is missing and how that is made up for.</param>
    public sealed record Request(
        ConclusionOutcome Outcome,
        [property: StringLength(10_000)] string? Explanation = null,
        [property: StringLength(10_000)] string? Reason = null,
        [property: StringLength(10_000)] string? Alternatives = null,
        bool? FamilyAgrees = null,
        [property: StringLength(10_000)] string? ExplanationForOthers = null,
        [property: MinLength(1), MaxLength(100)] IReadOnlyList<Guid>? Readers = null,
        [property: StringLength(4000)] string? Missing = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/conclusion", Handle)
        .RequireAccess("investigation.conclude").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(ConcludeInvestigation)).WithSummary("Conclude an investigation");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, TimeLimits limits, DecisionRules rules, Change<Investigation> change, Files<Investigation, InvestigationResponse> files, CancellationToken ct) =>
        change.Apply(id, async (investigation, by) => Decision.Make(
                rules.For(Investigation.ConclusionKind, request.Outcome, by.Now), request.Explanation, request.Reason, request.Alternatives, request.FamilyAgrees)
            is ({ } decision, _)
            ? investigation.Conclude(
                request.Outcome, decision, request.Missing, ConclusionTerms.At(limits, by.Now), new(request.Readers, request.ExplanationForOthers),
                await files.RecordsOf(investigation, ct), by)
            : Decision.Incomplete, ct).Answer(InvestigationResponse.Of);
}
