using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Merges another file of the same household into this one. The caller works with both.</summary>
public static class MergeFamilies
{
    /// <summary>Which file and why.</summary>
    /// <param name="OtherFamilyId">The family whose file is closed.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Request(Guid OtherFamilyId, [property: Required, StringLength(2000)] string Reason);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/merges", Handle)
        .RequireAccess("family.split-merge").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(MergeFamilies)).WithSummary("Merge another file of the same household into this one");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Family> change, TimeLimits limits, CancellationToken ct) =>
        change.ApplyToBoth(
            id, request.OtherFamilyId,
            (family, other, by) => Task.FromResult(family.Merge(other, request.Reason, limits.For(Family.KeyWorkerAssignmentTerm, by.Now), by)), ct).Answer(FamilyResponse.Of);
}
