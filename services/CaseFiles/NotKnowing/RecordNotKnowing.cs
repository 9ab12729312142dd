using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Validation;

namespace Geborgen.CaseFiles;

/// <summary>Records that something is not known: what, why, what was tried, and when it is looked at again.</summary>
public static class RecordNotKnowing
{
    /// <summary>What nobody knows.</summary>
    /// <param name="What">What nobody knows.</param>
    /// <param name="Why">Why nobody knows it.</param>
    /// <param name="Tried">What was tried to find out.</param>
    /// <param name="ReviewOn">When it is looked at again; in the future.</param>
    /// <param name="AgendaItem">The item of the knowledge agenda that it feeds, by its code in the register; one that does not stand on it now is refused.</param>
    [ValidatableType]
    public sealed record Request(
        [property: Required, StringLength(4000)] string What,
        [property: Required, StringLength(4000)] string Why,
        [property: Required, StringLength(4000)] string Tried,
        DateOnly ReviewOn,
        [property: RegularExpression("^[a-z0-9]+(-[a-z0-9]+)*$"), StringLength(100)] string? AgendaItem = null);

    internal static void Map<T, TShown>(CaseFileRoutes file) where T : CaseFile =>
        file.Add("not-known", "not-known", Handle<T, TShown>)
            .WithName(nameof(RecordNotKnowing)).WithSummary("Record that something is not known");

    static Task<Results<Ok<TShown>, ProblemHttpResult>> Handle<T, TShown>(
        Guid id, Request request, KnowledgeAgenda agenda, Change<T> change, Files<T, TShown> files, CancellationToken ct) where T : CaseFile =>
        change.Apply(id, (file, by) => file.RecordNotKnowing(
            request.What, request.Why, request.Tried, request.ReviewOn, request.AgendaItem, agenda, by), ct).AnswerFor(files.Show);
}
