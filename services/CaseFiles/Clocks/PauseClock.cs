using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Validation;

namespace Geborgen.CaseFiles;

/// <summary>Lets a term wait until a day, for a reason that lies with the family or the law. A lack of staff is none.</summary>
public static class PauseClock
{
    /// <summary>Why it waits and until when.</summary>
    /// <param name="Reason">Why; a lack of staff is refused.</param>
    /// <param name="Explanation">What the family is told about it; without it the pause is refused. At most 2,000 characters.</param>
    /// <param name="Until">The last day on which it waits, at most six weeks ahead; on the next it goes on by itself. Without it the pause is refused.</param>
    [ValidatableType]
    public sealed record Request(
        PauseReason Reason,
        [property: StringLength(2000)] string? Explanation = null,
        DateOnly? Until = null);

    internal static void Map<T, TShown>(CaseFileRoutes file) where T : CaseFile =>
        file.Change("clocks/{clockId:guid}/pause", "clock", Handle<T, TShown>)
            .WithName(nameof(PauseClock)).WithSummary("Let a term wait, for a reason that lies with the family or the law");

    static Task<Results<Ok<TShown>, ProblemHttpResult>> Handle<T, TShown>(
        Guid id, Guid clockId, Request request, TimeLimits limits, Change<T> change, Files<T, TShown> files, CancellationToken ct) where T : CaseFile =>
        change.Apply(id, (file, by) => file.PauseClock(
            clockId, request.Reason, request.Explanation ?? "", request.Until, limits.For(Clock.PauseTerm, by.Now), by), ct).AnswerFor(files.Show);
}
