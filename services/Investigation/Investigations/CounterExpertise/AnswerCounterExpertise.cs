using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Decides whether another expert looks at it.</summary>
public static class AnswerCounterExpertise
{
    /// <summary>What is sent.</summary>
    /// <param name="Granted">Whether another expert looks at it.</param>
    /// <param name="Explanation">Who looks at it and when, or why nobody does, in plain language (level B1) for who asked.</param>
    /// <param name="Reason">Why; needed where nobody does.</param>
    /// <param name="Alternatives">What else was considered, and why not; needed where nobody does.</param>
    public sealed record Request(
        bool Granted,
        [property: StringLength(4000)] string? Explanation = null,
        [property: StringLength(4000)] string? Reason = null,
        [property: StringLength(4000)] string? Alternatives = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/counter-expertise/{counterExpertiseId:guid}/answer", Handle)
        .RequireAccess("investigation.counter-expertise").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(AnswerCounterExpertise)).WithSummary("Decide whether another expert looks at it");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid counterExpertiseId, Request request, DecisionRules rules, Change<Investigation> change, CancellationToken ct) =>
        change.Apply(id, (investigation, by) => Decision.Make(
                rules.For(Investigation.CounterExpertiseKind, Investigation.CounterExpertiseOutcome(request.Granted), by.Now),
                request.Explanation, request.Reason, request.Alternatives)
            is ({ } decision, _)
            ? investigation.AnswerCounterExpertise(counterExpertiseId, request.Granted, decision, by)
            : Decision.Incomplete, ct).Answer(InvestigationResponse.Of);
}
