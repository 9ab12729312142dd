using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Lets a term wait until a day, for a reason that lies with the family or the law; a lack of staff is none.</summary>
public static class PauseClock
{
    /// <summary>What is sent.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Explanation">What the family is told about it.</param>
    /// <param name="Until">The last day on which it waits, at most six weeks ahead; on the next it goes on by itself. Without it the pause is refused.</param>
    public sealed record Request(
        PauseReason Reason,
        [property: Required, StringLength(2000)] string Explanation,
        DateOnly? Until = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/clocks/{clockId:guid}/pauses", Handle)
        .RequireAccess("investigation.do").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(PauseClock)).WithSummary("Pause a term");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid clockId, Request request, TimeLimits limits, ChangeInvestigation change, CancellationToken ct) =>
        change.Apply(id, (investigation, now) => investigation.PauseClock(
            clockId, request.Reason, request.Explanation, request.Until, limits.For(Clock.PauseTerm, now), now), ct);
}
