using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Records that somebody of the family asks for another key worker.</summary>
public static class RecordKeyWorkerWish
{
    /// <summary>What the family says.</summary>
    /// <param name="Text">The words of the family; a reason is not needed.</param>
    /// <param name="PersonId">The member of the family who asks.</param>
    public sealed record Request([property: Required, StringLength(5000)] string Text, Guid? PersonId = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/key-worker/wishes", Handle)
        .RequireAccess("contact.assign").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(RecordKeyWorkerWish)).WithSummary("Record that the family asks for another key worker");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Family> change, TimeLimits limits, CancellationToken ct) =>
        change.Apply(id, (family, by) => family.AskForAnotherKeyWorker(
            request.Text, request.PersonId, limits.For(Family.KeyWorkerWishTerm, by.Now), by), ct).Answer(FamilyResponse.Of);
}
