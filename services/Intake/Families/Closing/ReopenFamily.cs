using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Opens the closed file of a family again; the team on duty owns it and a key worker is sought.</summary>
public static class ReopenFamily
{
    /// <summary>What for and why.</summary>
    /// <param name="Cause">What for.</param>
    /// <param name="Reason">Why, in words for the family; without it a file is opened again for danger alone.</param>
    public sealed record Request(ReopeningCause Cause, [property: StringLength(2000)] string? Reason = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/reopening", Handle)
        .RequireAccess("family.reopen").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(ReopenFamily)).WithSummary("Open the closed file of a family again");

    static Task<Results<Ok<KeyWorkerResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Family> change, OrganisationRegistry registry, TimeLimits limits, CancellationToken ct) =>
        change.Apply(id, (family, by) => family.Reopen(
            request.Cause, request.Reason, registry.Current.IntakeOnDuty(family.Municipality), limits.For(Family.KeyWorkerAssignmentTerm, by.Now), by.Now), ct).Answer(KeyWorkerResponse.Of);
}
