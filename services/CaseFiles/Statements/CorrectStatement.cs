using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Validation;

namespace Geborgen.CaseFiles;

/// <summary>Corrects a fact in a statement whose author can not (AVG, article 16). An opinion is not corrected.</summary>
public static class CorrectStatement
{
    /// <summary>The right words and why.</summary>
    /// <param name="Text">The right words.</param>
    /// <param name="Reason">Why.</param>
    [ValidatableType]
    public sealed record Request(
        [property: Required, StringLength(Statement.MaxLength)] string Text,
        [property: Required, StringLength(2000)] string Reason);

    internal static void Map<T, TShown>(CaseFileRoutes file) where T : CaseFile =>
        file.Change("statements/{statementId:guid}/corrections", "statement-control", Handle<T, TShown>)
            .WithName(nameof(CorrectStatement)).WithSummary("Correct a fact in a statement; the earlier version stays");

    static Task<Results<Ok<TShown>, ProblemHttpResult>> Handle<T, TShown>(
        Guid id, Guid statementId, Request request, Change<T> change, Files<T, TShown> files, CancellationToken ct) where T : CaseFile =>
        change.Apply(id, (file, by) => file.CorrectStatement(
            statementId, request.Text, request.Reason, by), ct).AnswerFor(files.Show);
}
