using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Intake.Contacts;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>Closes the file of a family, by a decision that the family can understand, when nothing runs any more.</summary>
public static class CloseFamily
{
    /// <summary>Why it is closed.</summary>
    /// <param name="Decision">The decision in words for the family, and why.</param>
    public sealed record Request(DecisionRequest? Decision = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/closing", Handle)
        .RequireAccess("family.close").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(CloseFamily)).WithSummary("Close the file of a family where nothing runs any more, with an explanation for the family");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, IntakeDb db, DecisionRules rules, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, async (family, by) =>
        {
            var (decision, incomplete) = (request.Decision ?? new()).Make(rules.For(Family.ClosingKind, Family.ClosingOutcome, by.Now));
            if (incomplete is not null)
                return incomplete;
            var files = await db.FilesOf(id, ct);
            if (family.Close(decision!, await db.StillRunning(id, files, by.Now, ct), by) is { } refusal)
                return refusal;
            foreach (var contact in await db.Contacts.Where(one => files.Contains(one.FamilyId) && one.Clocks.Any(clock => clock.StoppedAt == null)).ToListAsync(ct))
                contact.StopWithFile(by);
            return null;
        }, ct).Answer(FamilyResponse.Of);
}
