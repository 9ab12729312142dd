using System.ComponentModel.DataAnnotations;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>It was looked at again and still nobody knows.</summary>
public static class RenewNotKnowing
{
    /// <summary>What was tried since, and when it is looked at again.</summary>
    /// <param name="Tried">What was tried since.</param>
    /// <param name="ReviewOn">When it is looked at again; in the future.</param>
    public sealed record Request(
        [property: Required, StringLength(4000)] string Tried,
        DateOnly ReviewOn);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/not-known/{notKnowingId:guid}/reviews", Handle)
        .RequireAccess("contact.not-known").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(RenewNotKnowing)).WithSummary("Look at a record of not knowing again, later");

    static Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, Guid notKnowingId, Request request, ChangeContact change, CancellationToken ct) =>
        change.Apply(id, (contact, now) =>
            contact.RenewNotKnowing(notKnowingId, request.Tried, request.ReviewOn, change.Caller.Account, now), ct);
}
