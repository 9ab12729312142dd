using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>
/// Takes a statement out of sight that was registered in error, earlier versions and frozen dossiers too, and records it
/// as a data breach: who had read it is told.
/// </summary>
public static class TakeOutStatement
{
    /// <summary>Why it is taken out.</summary>
    /// <param name="Reason">What went wrong; at most 4,000 characters.</param>
    /// <param name="DiscoveredAt">When somebody found out; now when left out.</param>
    public sealed record Request(
        [property: Required, StringLength(4000)] string Reason,
        DateTimeOffset? DiscoveredAt = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/statements/{statementId:guid}/removal", Handle)
        .RequireAccess("investigation.do").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(TakeOutStatement)).WithSummary("Take out of sight what was registered in error");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Request request, ChangeInvestigation change, DataBreaches breaches, CancellationToken ct) =>
        change.Apply(id, async (investigation, now) => investigation.TakeOutStatement(statementId, now) ?? await breaches.Record(
            new(BreachSubject.Statement, statementId, investigation.FamilyId, investigation.Municipality, [.. investigation.Concerned],
                request.Reason, request.DiscoveredAt),
            investigation.Statements.Single(one => one.Id == statementId), "investigation.", investigation.OpenedAt, ct), ct);
}
