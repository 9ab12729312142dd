using System.ComponentModel.DataAnnotations;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>What was not known is known now, or no longer matters.</summary>
public static class ResolveNotKnowing
{
    /// <summary>What is sent.</summary>
    /// <param name="Resolution">What is known now, or why it no longer matters.</param>
    public sealed record Request(
        [property: Required, StringLength(4000)] string Resolution);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/not-known/{notKnowingId:guid}/resolution", Handle)
        .RequireAccess("investigation.do").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(ResolveNotKnowing)).WithSummary("Resolve a record of not knowing");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid notKnowingId, Request request, ChangeInvestigation change, CancellationToken ct) =>
        change.Apply(id, (investigation, now) => investigation.ResolveNotKnowing(notKnowingId, request.Resolution, now), ct);
}
