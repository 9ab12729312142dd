using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Lets a term of a contact wait until a day. A lack of staff is no reason.</summary>
public static class PauseClock
{
    /// <summary>Why it waits and until when.</summary>
    /// <param name="Reason">Why; a lack of staff is refused.</param>
    /// <param name="Explanation">What the family is told about it; without it the pause is refused.</param>
    /// <param name="Until">The last day on which it waits, at most six weeks ahead; on the next it goes on by itself. Without it the pause is refused.</param>
    public sealed record Request(
        PauseReason Reason,
        [property: StringLength(2000)] string? Explanation = null,
        DateOnly? Until = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/clocks/{clockId:guid}/pause", Handle)
        .RequireAccess("contact.clock").RequireIfMatch().Idempotent().WithETag().Refuses(ReportRefusals.TellingNotPaused)
        .WithName(nameof(PauseClock)).WithSummary("Let a term wait, for a reason that lies with the family or the law");

    static Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, Guid clockId, Request request, TimeLimits limits, ChangeContact change, CancellationToken ct) =>
        change.Apply(id, (contact, now) => contact.PauseClock(
            clockId, request.Reason, request.Explanation ?? "", request.Until, limits.For(Clock.PauseTerm, now), now), ct);
}
