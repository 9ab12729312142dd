using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Its author says it otherwise, or who wrote it down does once it was read back; the earlier version stays.</summary>
public static class AmendStatement
{
    /// <summary>What is sent.</summary>
    /// <param name="Text">The new words.</param>
    /// <param name="Kind">Its kind; left out when that stays as it is.</param>
    /// <param name="AgreedOn">
    /// The day on which it was read back to whose words they are, who agreed; left out when the author amends.
    /// </param>
    public sealed record Request(
        [property: Required, StringLength(Statement.MaxLength)] string Text,
        StatementKind? Kind = null,
        DateOnly? AgreedOn = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/statements/{statementId:guid}/amendments", Handle)
        .RequireAccess("investigation.do").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(AmendStatement)).WithSummary("Amend a statement");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Request request, ChangeInvestigation change, Writers writers, CancellationToken ct) =>
        change.Apply(id, async (investigation, now) => investigation.AmendStatement(
            statementId, await writers.In(investigation.FamilyId, ct), request.Text, request.Kind, request.AgreedOn, now), ct);
}
