using System.ComponentModel.DataAnnotations;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Decides whether another expert looks at it.</summary>
public static class AnswerCounterExpertise
{
    /// <summary>What is sent.</summary>
    /// <param name="Granted">Whether another expert looks at it.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="LegalBasis">The law or rule that it rests on.</param>
    /// <param name="Alternatives">What else was considered, and why not.</param>
    /// <param name="Remedy">What who asked can do about it.</param>
    /// <param name="Explanation">Who looks at it and when, or why nobody does, in plain language (level B1) for who asked.</param>
    public sealed record Request(
        bool Granted,
        [property: StringLength(4000)] string Reason,
        [property: StringLength(1000)] string LegalBasis,
        [property: StringLength(4000)] string Alternatives,
        Remedy Remedy,
        [property: StringLength(4000)] string Explanation);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/counter-expertise/{counterExpertiseId:guid}/answer", Handle)
        .RequireAccess("investigation.counter-expertise").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(AnswerCounterExpertise)).WithSummary("Decide whether another expert looks at it");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid counterExpertiseId, Request request, Change<Investigation> change, CancellationToken ct)
    {
        var (decision, incomplete) = Decision.Make(
            request.Reason, request.LegalBasis, request.Alternatives, request.Remedy, request.Explanation);
        return change.Apply(id, (investigation, by) => decision is null
            ? incomplete
            : investigation.AnswerCounterExpertise(counterExpertiseId, request.Granted, decision, by.Account, by.Now), ct).Answer(InvestigationResponse.Of);
    }
}
