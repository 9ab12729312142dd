using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Gives the key worker a partner with the same powers.</summary>
public static class AddDuo
{
    /// <summary>Who works beside the key worker, and why.</summary>
    /// <param name="Worker">The worker, of the caller's own organisation.</param>
    /// <param name="Reason">Why the family meets one more face, in words for the family.</param>
    public sealed record Request([property: Required] WorkerRequest Worker, [property: Required, StringLength(2000)] string Reason);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/key-worker/duos", Handle)
        .RequireAccess("contact.assign").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(AddDuo)).WithSummary("Give the key worker a partner");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, AccountDirectory directory, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, () => directory.FindWorker(request.Worker.Account, ct), (family, by, worker) =>
            family.AddDuo(worker, request.Reason, by), ct).Answer(FamilyResponse.Of);
}
