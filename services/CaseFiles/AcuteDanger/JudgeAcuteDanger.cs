using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Validation;

namespace Geborgen.CaseFiles;

/// <summary>Records that somebody judges a member of the family to be in acute danger; what must be done at once is done with it. A closed file takes it too.</summary>
public static class JudgeAcuteDanger
{
    /// <summary>Who is in danger, and who says so.</summary>
    /// <param name="PersonId">The member of the family who is in danger.</param>
    /// <param name="Ground">What the judgement is built on.</param>
    /// <param name="JudgedBy">Who judges so, by name and function.</param>
    [ValidatableType]
    public sealed record Request(
        Guid PersonId,
        [property: Required, StringLength(4000)] string Ground,
        [property: Required, StringLength(200)] string JudgedBy);

    internal static void Map<T, TShown>(CaseFileRoutes file) where T : CaseFile =>
        file.Add("acute-dangers", "judge-danger", Handle<T, TShown>)
            .WithName(nameof(JudgeAcuteDanger)).WithSummary("Record that somebody judges a person to be in acute danger");

    static Task<Results<Ok<TShown>, ProblemHttpResult>> Handle<T, TShown>(
        Guid id, Request request, Change<T> change, Files<T, TShown> files, CancellationToken ct) where T : CaseFile =>
        change.ApplyEvenIfClosed(id, async (file, by) =>
        {
            if (file.JudgeAcuteDanger(request.PersonId, request.Ground, request.JudgedBy, await files.RecordsOf(file, ct), by) is { } refusal)
                return refusal;
            await files.DangerJudged(file, by, ct);
            return null;
        }, ct).AnswerFor(files.Show);
}
