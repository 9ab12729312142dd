using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Attaches a person's own statement to an opinion about them; it travels with the opinion, beside those of others.</summary>
public static class AttachStatement
{
    /// <summary>What is sent.</summary>
    /// <param name="Text">The person's own words.</param>
    /// <param name="Kind">What kind of statement it is.</param>
    /// <param name="Author">Whose they are.</param>
    /// <param name="StatedAt">When it was said or written.</param>
    /// <param name="PersonId">The member whose words they are; needed for a child's or parent's words, and then one of those whom the investigation concerns.</param>
    public sealed record Request(
        [property: Required, StringLength(Statement.MaxLength)] string Text,
        StatementKind Kind,
        StatementAuthor Author,
        DateTimeOffset StatedAt,
        Guid? PersonId = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/statements/{statementId:guid}/own-statements", Handle)
        .RequireAccess("investigation.do").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(AttachStatement)).WithSummary("Attach an own statement to an opinion");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Request request, ChangeInvestigation change, CurrentUser user, CancellationToken ct) =>
        change.Apply(id, (investigation, now) => investigation.AttachOwn(statementId, Statement.Record(
            investigation.Statements.Count + 1, request.Kind, request.Author, request.Text, request.StatedAt, user.Id, request.PersonId), now), ct);
}
