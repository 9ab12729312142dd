using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Gives a family its key worker; the team on duty steps back.</summary>
public static class AssignKeyWorker
{
    /// <summary>Who becomes the key worker.</summary>
    /// <param name="Worker">The worker, of the caller's own organisation.</param>
    /// <param name="Reason">Why this worker, in words for the family, if there is something to say.</param>
    /// <param name="FamilyRemark">What the family says about it, if it wishes to.</param>
    public sealed record Request(
        [property: Required] WorkerRequest Worker,
        [property: StringLength(2000)] string? Reason = null,
        [property: StringLength(2000)] string? FamilyRemark = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/key-worker", Handle)
        .RequireAccess("key-worker.assign").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(AssignKeyWorker)).WithSummary("Assign the key worker");

    static Task<Results<Ok<KeyWorkerResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, AccountDirectory directory, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, () => directory.FindWorker(request.Worker.Account, ct), (family, by, worker) =>
            family.AssignKeyWorker(worker, by, request.Reason, request.FamilyRemark), ct).Answer(KeyWorkerResponse.Of);
}
