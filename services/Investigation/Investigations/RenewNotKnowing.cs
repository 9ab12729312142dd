using System.ComponentModel.DataAnnotations;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>It was looked at again and still nobody knows.</summary>
public static class RenewNotKnowing
{
    /// <summary>What is sent.</summary>
    /// <param name="Tried">What was tried since.</param>
    /// <param name="ReviewOn">When it is looked at again; in the future.</param>
    public sealed record Request(
        [property: Required, StringLength(4000)] string Tried,
        DateOnly ReviewOn);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/not-known/{notKnowingId:guid}/reviews", Handle)
        .RequireAccess("investigation.do").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(RenewNotKnowing)).WithSummary("Look at a record of not knowing again, later");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid notKnowingId, Request request, ChangeInvestigation change, CurrentUser user, CancellationToken ct) =>
        change.Apply(id, (investigation, now) =>
            investigation.RenewNotKnowing(notKnowingId, request.Tried, request.ReviewOn, user.Id, now), ct);
}
