using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Validation;

namespace Geborgen.CaseFiles;

/// <summary>Keeps a statement from the family for a time.</summary>
public static class WithholdStatement
{
    /// <summary>On what basis, why and until when.</summary>
    /// <param name="Basis">The legal basis, such as Jeugdwet article 7.3.10 or Wmo 2015 article 5.3.2.</param>
    /// <param name="Reason">Why, for those who decide on it again.</param>
    /// <param name="ReviewOn">When it is looked at again; in the future, and not after the end.</param>
    /// <param name="Until">The last day.</param>
    [ValidatableType]
    public sealed record Request(
        [property: Required, StringLength(200)] string Basis,
        [property: Required, StringLength(4000)] string Reason,
        DateOnly ReviewOn,
        DateOnly Until);

    internal static void Map<T, TShown>(CaseFileRoutes file) where T : CaseFile =>
        file.Change("statements/{statementId:guid}/withholding", "statement-control", Handle<T, TShown>)
            .WithName(nameof(WithholdStatement)).WithSummary("Keep a statement from the family for a time");

    static Task<Results<Ok<TShown>, ProblemHttpResult>> Handle<T, TShown>(
        Guid id, Guid statementId, Request request, Change<T> change, Files<T, TShown> files, CancellationToken ct) where T : CaseFile =>
        change.Apply(id, (file, by) => file.WithholdStatement(
            statementId, new(request.Basis, request.Reason, request.ReviewOn, request.Until), by), ct).AnswerFor(files.Show);
}
