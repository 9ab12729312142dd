using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Its author takes it back, or who wrote it down does once that was read back; that it was said stays visible.</summary>
public static class WithdrawStatement
{
    /// <summary>What is sent; nothing when the author takes it back.</summary>
    /// <param name="AgreedOn">
    /// The day on which it was read back to whose words they are, who agreed; left out when the author takes it back.
    /// </param>
    public sealed record Request(DateOnly? AgreedOn = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/statements/{statementId:guid}/withdrawal", Handle)
        .RequireAccess("investigation.do").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(WithdrawStatement)).WithSummary("Withdraw a statement");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Request? request, ChangeInvestigation change, Writers writers, CancellationToken ct) =>
        change.Apply(id, async (investigation, now) => investigation.WithdrawStatement(
            statementId, await writers.In(investigation.FamilyId, ct), request?.AgreedOn, now), ct);
}
