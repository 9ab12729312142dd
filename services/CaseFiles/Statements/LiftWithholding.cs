using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.CaseFiles;

/// <summary>A statement is no longer kept from the family.</summary>
static class LiftWithholding
{
    public static void Map<T, TShown>(CaseFileRoutes file) where T : CaseFile =>
        file.Change("statements/{statementId:guid}/withholding/lifting", "statement-control", Handle<T, TShown>)
            .WithName(nameof(LiftWithholding)).WithSummary("No longer keep a statement from the family");

    static Task<Results<Ok<TShown>, ProblemHttpResult>> Handle<T, TShown>(
        Guid id, Guid statementId, Change<T> change, Files<T, TShown> files, CancellationToken ct) where T : CaseFile =>
        change.Apply(id, (file, by) => file.LiftWithholding(statementId, by), ct).AnswerFor(files.Show);
}
