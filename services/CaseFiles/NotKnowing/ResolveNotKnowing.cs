using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Validation;

namespace Geborgen.CaseFiles;

/// <summary>What was not known is known now, or no longer matters.</summary>
public static class ResolveNotKnowing
{
    /// <summary>What became of it.</summary>
    /// <param name="Resolution">What is known now, or why it no longer matters.</param>
    [ValidatableType]
    public sealed record Request(
        [property: Required, StringLength(4000)] string Resolution);

    internal static void Map<T, TShown>(CaseFileRoutes file) where T : CaseFile =>
        file.Change("not-known/{notKnowingId:guid}/resolution", "not-known", Handle<T, TShown>)
            .WithName(nameof(ResolveNotKnowing)).WithSummary("Resolve a record of not knowing");

    static Task<Results<Ok<TShown>, ProblemHttpResult>> Handle<T, TShown>(
        Guid id, Guid notKnowingId, Request request, Change<T> change, Files<T, TShown> files, CancellationToken ct) where T : CaseFile =>
        change.Apply(id, (file, by) => file.ResolveNotKnowing(notKnowingId, request.Resolution, by), ct).AnswerFor(files.Show);
}
