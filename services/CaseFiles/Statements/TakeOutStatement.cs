using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Validation;

namespace Geborgen.CaseFiles;

/// <summary>
/// Takes a statement out of sight that was registered in error, earlier versions too, and records it as a data breach:
/// who had read it is told.
/// </summary>
public static class TakeOutStatement
{
    /// <summary>Why it is taken out.</summary>
    /// <param name="Reason">What went wrong.</param>
    /// <param name="DiscoveredAt">When somebody found out; now when left out.</param>
    [ValidatableType]
    public sealed record Request(
        [property: Required, StringLength(4000)] string Reason,
        DateTimeOffset? DiscoveredAt = null);

    internal static void Map<T, TShown>(CaseFileRoutes file) where T : CaseFile =>
        file.Change("statements/{statementId:guid}/removal", "statement-control", Handle<T, TShown>)
            .WithName(nameof(TakeOutStatement)).WithSummary("Take out of sight what was registered in error");

    static Task<Results<Ok<TShown>, ProblemHttpResult>> Handle<T, TShown>(
        Guid id, Guid statementId, Request request, Change<T> change, Files<T, TShown> files, DataBreaches breaches, CancellationToken ct) where T : CaseFile =>
        change.Apply(id, async (file, by) => file.TakeOutStatement(statementId, by.Now) ?? await breaches.Record(
            new(BreachSubject.Statement, statementId, file.OfFamily, file.Municipality, [.. await files.PersonsOf(file, ct)],
                request.Reason, request.DiscoveredAt),
            file.Statements.Single(one => one.Id == statementId), $"{files.Key}.", files.BeganAt(file), ct), ct).AnswerFor(files.Show);
}
