using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Records why a child's or parent's own statement is missing.</summary>
public static class MissVoice
{
    /// <summary>What is sent.</summary>
    /// <param name="PersonId">The child or parent.</param>
    /// <param name="WhyNot">Why.</param>
    /// <param name="Explanation">What there is to say about it, and what was tried.</param>
    public sealed record Request(
        Guid PersonId,
        WhyNot WhyNot,
        [property: Required, StringLength(4000)] string Explanation);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/missing-voices", Handle)
        .RequireAccess("investigation.voice").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(MissVoice)).WithSummary("Record why an own statement is missing");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Investigation> change, CancellationToken ct) =>
        change.Apply(id, (investigation, by) => investigation.MissVoice(request.PersonId, request.WhyNot, request.Explanation, by), ct).Answer(InvestigationResponse.Of);
}
