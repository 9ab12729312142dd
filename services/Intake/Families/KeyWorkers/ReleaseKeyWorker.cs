using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Releases the key worker where nobody can take over yet; a team owns the family again and the term runs.</summary>
public static class ReleaseKeyWorker
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why the familiar face goes, in words for the family; without it nobody is released.</param>
    public sealed record Request([property: StringLength(2000)] string? Reason = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/key-worker/release", Handle)
        .RequireAccess("key-worker.assign").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(ReleaseKeyWorker)).WithSummary("Release the key worker where nobody can take over yet");

    static Task<Results<Ok<KeyWorkerResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Family> change, OrganisationRegistry registry, TimeLimits limits, CancellationToken ct) =>
        change.Apply(id, (family, by) => family.ReleaseKeyWorker(
            request.Reason, registry.Current.IntakeOnDuty(family.Municipality), limits.For(Family.KeyWorkerAssignmentTerm, by.Now), by), ct).Answer(KeyWorkerResponse.Of);
}
