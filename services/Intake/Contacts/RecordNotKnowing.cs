using System.ComponentModel.DataAnnotations;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Records that something is not known: what, why, what was tried, and when it is looked at again.</summary>
public static class RecordNotKnowing
{
    /// <summary>What nobody knows.</summary>
    /// <param name="What">What nobody knows.</param>
    /// <param name="Why">Why nobody knows it.</param>
    /// <param name="Tried">What was tried to find out.</param>
    /// <param name="ReviewOn">When it is looked at again; in the future.</param>
    /// <param name="AgendaItem">The item of the knowledge agenda that it feeds, as a code.</param>
    public sealed record Request(
        [property: Required, StringLength(4000)] string What,
        [property: Required, StringLength(4000)] string Why,
        [property: Required, StringLength(4000)] string Tried,
        DateOnly ReviewOn,
        [property: RegularExpression("^[a-z0-9]+(-[a-z0-9]+)*$"), StringLength(100)] string? AgendaItem = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/not-known", Handle)
        .RequireAccess("contact.not-known").Idempotent().WithETag()
        .WithName(nameof(RecordNotKnowing)).WithSummary("Record that something is not known");

    static Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, ChangeContact change, CancellationToken ct) =>
        change.Apply(id, (contact, now) =>
            contact.RecordNotKnowing(request.What, request.Why, request.Tried, request.ReviewOn, request.AgendaItem, now), ct);
}
