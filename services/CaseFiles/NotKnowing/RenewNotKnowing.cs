using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Validation;

namespace Geborgen.CaseFiles;

/// <summary>It was looked at again and still nobody knows.</summary>
public static class RenewNotKnowing
{
    /// <summary>What was tried since, and when it is looked at again.</summary>
    /// <param name="Tried">What was tried since.</param>
    /// <param name="ReviewOn">When it is looked at again; in the future.</param>
    [ValidatableType]
    public sealed record Request(
        [property: Required, StringLength(4000)] string Tried,
        DateOnly ReviewOn);

    internal static void Map<T, TShown>(CaseFileRoutes file) where T : CaseFile =>
        file.Change("not-known/{notKnowingId:guid}/reviews", "not-known", Handle<T, TShown>)
            .WithName(nameof(RenewNotKnowing)).WithSummary("Look at a record of not knowing again, later");

    static Task<Results<Ok<TShown>, ProblemHttpResult>> Handle<T, TShown>(
        Guid id, Guid notKnowingId, Request request, Change<T> change, Files<T, TShown> files, CancellationToken ct) where T : CaseFile =>
        change.Apply(id, (file, by) => file.RenewNotKnowing(notKnowingId, request.Tried, request.ReviewOn, by), ct).AnswerFor(files.Show);
}
