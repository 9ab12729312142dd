using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Adds what somebody said, saw or thinks, of a kind and with its author.</summary>
public static class RecordStatement
{
    /// <summary>What is sent.</summary>
    /// <param name="Text">The words; at most 20,000 characters.</param>
    /// <param name="Kind">What kind of statement it is.</param>
    /// <param name="Author">Whose it is.</param>
    /// <param name="StatedAt">When it was said or written, with an offset.</param>
    /// <param name="PersonId">The member whose words they are; of a child's or parent's words one of those whom the investigation concerns.</param>
    public sealed record Request(
        [property: Required, StringLength(Statement.MaxLength)] string Text,
        StatementKind Kind,
        StatementAuthor Author,
        DateTimeOffset StatedAt,
        Guid? PersonId = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/statements", Handle)
        .RequireAccess("investigation.do").Idempotent().WithETag()
        .WithName(nameof(RecordStatement)).WithSummary("Record a statement");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, ChangeInvestigation change, CurrentUser user, CancellationToken ct) =>
        change.Apply(id, (investigation, now) => investigation.AddStatement(Statement.Record(
            investigation.Statements.Count + 1, request.Kind, request.Author, request.Text, request.StatedAt, user.Id, request.PersonId), now), ct);
}
