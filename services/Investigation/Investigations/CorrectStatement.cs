using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>The responsible organisation corrects a fact where the author can not.</summary>
public static class CorrectStatement
{
    /// <summary>What is sent.</summary>
    /// <param name="Text">The right words.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Request(
        [property: Required, StringLength(Statement.MaxLength)] string Text,
        [property: Required, StringLength(2000)] string Reason);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/statements/{statementId:guid}/corrections", Handle)
        .RequireAccess("investigation.do").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(CorrectStatement)).WithSummary("Correct a fact");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Request request, ChangeInvestigation change, CurrentUser user, CancellationToken ct) =>
        change.Apply(id, (investigation, now) =>
            investigation.Correct(statementId, new StatementWriter(user.Id), request.Text, request.Reason, now), ct);
}
