using System.ComponentModel.DataAnnotations;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>What was not known is known now, or no longer matters.</summary>
public static class ResolveNotKnowing
{
    /// <summary>What became of it.</summary>
    /// <param name="Resolution">What is known now, or why it no longer matters.</param>
    public sealed record Request(
        [property: Required, StringLength(4000)] string Resolution);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/not-known/{notKnowingId:guid}/resolution", Handle)
        .RequireAccess("contact.not-known").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(ResolveNotKnowing)).WithSummary("Resolve a record of not knowing");

    static Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, Guid notKnowingId, Request request, ChangeContact change, CancellationToken ct) =>
        change.Apply(id, (contact, now) => contact.ResolveNotKnowing(notKnowingId, request.Resolution, now), ct);
}
