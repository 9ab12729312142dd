using System.ComponentModel.DataAnnotations;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Says whether another expert looks at it.</summary>
public static class AnswerCounterExpertise
{
    /// <summary>What is sent.</summary>
    /// <param name="Granted">Whether another expert looks at it.</param>
    /// <param name="Answer">Who does and when, or why nobody does, in words for who asked.</param>
    public sealed record Request(bool Granted, [property: Required, StringLength(4000)] string Answer);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/counter-expertise/{counterExpertiseId:guid}/answer", Handle)
        .RequireAccess("investigation.do").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(AnswerCounterExpertise)).WithSummary("Say whether another expert looks at it");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid counterExpertiseId, Request request, ChangeInvestigation change, CurrentUser user, CancellationToken ct) =>
        change.Apply(id, (investigation, now) =>
            investigation.AnswerCounterExpertise(counterExpertiseId, request.Granted, request.Answer, user.Id, now), ct);
}
