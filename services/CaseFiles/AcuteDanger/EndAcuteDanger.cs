using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Validation;

namespace Geborgen.CaseFiles;

/// <summary>Records that somebody judges acute danger to be over. An emergency is ended apart, by what averts it.</summary>
public static class EndAcuteDanger
{
    /// <summary>On what ground, and who says so.</summary>
    /// <param name="Ground">What the judgement is built on.</param>
    /// <param name="JudgedBy">Who judges so, by name and function.</param>
    [ValidatableType]
    public sealed record Request(
        [property: Required, StringLength(4000)] string Ground,
        [property: Required, StringLength(200)] string JudgedBy);

    internal static void Map<T, TShown>(CaseFileRoutes file) where T : CaseFile =>
        file.Change("acute-dangers/{acuteDangerId:guid}/end", "judge-danger", Handle<T, TShown>)
            .WithName(nameof(EndAcuteDanger)).WithSummary("Record that somebody judges acute danger to be over");

    static Task<Results<Ok<TShown>, ProblemHttpResult>> Handle<T, TShown>(
        Guid id, Guid acuteDangerId, Request request, Change<T> change, Files<T, TShown> files, CancellationToken ct) where T : CaseFile =>
        change.Apply(id, (file, by) => file.EndAcuteDanger(acuteDangerId, request.Ground, request.JudgedBy, by), ct).AnswerFor(files.Show);
}
