using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Its author says it otherwise; the earlier version stays.</summary>
public static class AmendStatement
{
    /// <summary>What is sent.</summary>
    /// <param name="Text">The new words.</param>
    /// <param name="Kind">Its kind; left out when its author does not label it.</param>
    public sealed record Request(
        [property: Required, StringLength(Statement.MaxLength)] string Text,
        StatementKind? Kind = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/statements/{statementId:guid}/amendments", Handle)
        .RequireAccess("investigation.do").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(AmendStatement)).WithSummary("Amend a statement");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Request request, ChangeInvestigation change, CurrentUser user, CancellationToken ct) =>
        change.Apply(id, (investigation, now) =>
            investigation.AmendStatement(statementId, new StatementWriter(user.Id, user.Person), request.Text, request.Kind, now), ct);
}
