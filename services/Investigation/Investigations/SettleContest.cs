using System.ComponentModel.DataAnnotations;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>A contest ended, by agreement or because it was taken back.</summary>
public static class SettleContest
{
    /// <summary>What is sent.</summary>
    /// <param name="Outcome">How it ended.</param>
    public sealed record Request(
        [property: Required, StringLength(4000)] string Outcome);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/statements/{statementId:guid}/contests/{contestId:guid}/settlement", Handle)
        .RequireAccess("investigation.do").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(SettleContest)).WithSummary("Settle a contest");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Guid contestId, Request request, ChangeInvestigation change, CancellationToken ct) =>
        change.Apply(id, (investigation, now) =>
            investigation.SettleContest(statementId, contestId, request.Outcome, now), ct);
}
