using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Intake.Persons;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>
/// Lets members leave a family and form one of their own, with the same people who work with them. The new file takes along what is known
/// of them now; what it learns later the old one does not see, nor which file it is. While a call for help of somebody who leaves waits, nobody does.
/// </summary>
public static class SplitFamily
{
    /// <summary>Who leaves and why.</summary>
    /// <param name="Members">The members who leave today; at least one and not everybody.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Request(
        [property: Required, MaxLength(50)] IReadOnlyList<Guid> Members, [property: Required, StringLength(2000)] string Reason);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/split", Handle)
        .RequireAccess("family.split-merge").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(SplitFamily)).WithSummary("Let members form a family of their own");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, IntakeDb db, Change<Family> change, TimeLimits limits, CancellationToken ct) =>
        change.Apply(id, async (family, by) =>
        {
            var (split, refusal) = family.Split(
                request.Members, await db.CallersWaiting(id, await db.FilesOf(id, ct), ct), request.Reason, limits.For(Family.KeyWorkerAssignmentTerm, by.Now), by);
            if (split is null)
                return refusal;
            db.Add(split);
            await db.TakeAlong(request.Members, id, split.Id, by, ct);
            return null;
        }, ct).AnswerFor((family, how) => FamilyResponse.Of(family, how.By!.Now, splitAt: how.At));
}
