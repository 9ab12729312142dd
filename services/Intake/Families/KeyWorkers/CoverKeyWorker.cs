using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Lets somebody stand in for the key worker during a time.</summary>
public static class CoverKeyWorker
{
    /// <summary>Who stands in, when and why.</summary>
    /// <param name="Worker">The worker, of the caller's own organisation.</param>
    /// <param name="From">From when, with an offset.</param>
    /// <param name="Until">Until when, with an offset.</param>
    /// <param name="Reason">Why, in words for the family.</param>
    public sealed record Request(
        [property: Required] WorkerRequest Worker, DateTimeOffset From, DateTimeOffset Until,
        [property: Required, StringLength(2000)] string Reason);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/key-worker/covers", Handle)
        .RequireAccess("key-worker.assign").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(CoverKeyWorker)).WithSummary("Let a colleague stand in for the key worker");

    static Task<Results<Ok<KeyWorkerResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, AccountDirectory directory, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, () => directory.FindWorker(request.Worker.Account, ct), (family, by, worker) =>
            family.Cover(worker, request.From, request.Until, request.Reason, by), ct).Answer(KeyWorkerResponse.Of);
}
