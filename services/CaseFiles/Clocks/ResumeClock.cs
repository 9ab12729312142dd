using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.CaseFiles;

/// <summary>Lets a paused term go on.</summary>
static class ResumeClock
{
    public static void Map<T, TShown>(CaseFileRoutes file) where T : CaseFile =>
        file.Change("clocks/{clockId:guid}/resumption", "clock", Handle<T, TShown>)
            .WithName(nameof(ResumeClock)).WithSummary("Let a paused term go on");

    static Task<Results<Ok<TShown>, ProblemHttpResult>> Handle<T, TShown>(
        Guid id, Guid clockId, Change<T> change, Files<T, TShown> files, CancellationToken ct) where T : CaseFile =>
        change.Apply(id, (file, by) => file.ResumeClock(clockId, by.Now), ct).AnswerFor(files.Show);
}
