using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Hands a family over to another key worker.</summary>
public static class HandOverKeyWorker
{
    /// <summary>To whom and why.</summary>
    /// <param name="Worker">The new key worker, of the caller's own organisation.</param>
    /// <param name="Reason">Why the familiar face changes, in words for the family.</param>
    /// <param name="FamilyRemark">What the family says about it, if it wishes to.</param>
    /// <param name="MetOn">The day on which the family met the new one together with the former (a warm handover), if they did.</param>
    public sealed record Request(
        [property: Required] WorkerRequest Worker,
        [property: Required, StringLength(2000)] string Reason,
        [property: StringLength(2000)] string? FamilyRemark = null,
        DateOnly? MetOn = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/key-worker/handovers", Handle)
        .RequireAccess("key-worker.assign").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(HandOverKeyWorker)).WithSummary("Hand the family over to another key worker");

    static Task<Results<Ok<KeyWorkerResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, AccountDirectory directory, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, () => directory.FindWorker(request.Worker.Account, ct), (family, by, worker) =>
            family.HandOverKeyWorker(worker, request.Reason, request.FamilyRemark, by, request.MetOn), ct).Answer(KeyWorkerResponse.Of);
}
