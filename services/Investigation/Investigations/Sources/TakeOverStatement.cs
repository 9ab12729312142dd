using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Investigations;

/// <summary>
/// Takes over a statement that was told at first contact, with kind, author, day and whether it is disputed, so that nobody
/// types it or tells it again. It is read where it stands, with the caller's own token and processing activity.
/// </summary>
public static class TakeOverStatement
{
    const int Attempts = 3;

    /// <summary>Which statement.</summary>
    /// <param name="ContactId">The contact at Intake, of the same family.</param>
    /// <param name="StatementId">The statement of that contact.</param>
    public sealed record Request(Guid ContactId, Guid StatementId);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/statements/from-contact", Handle)
        .RequireAccess("investigation.statement").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(TakeOverStatement)).WithSummary("Take over a statement of a first contact");

    static async Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, InvestigationDb db, Files<Investigation, InvestigationResponse> files, Change<Investigation> change, Sources sources,
        HttpContext http, CancellationToken ct)
    {
        var municipality = await db.Investigations.Where(one => one.Id == id).Select(one => one.Municipality).SingleOrDefaultAsync(ct);
        // Nobody waits for another service while something is held: it is read first, and again if it was changed meanwhile.
        for (var attempt = 1; ; attempt++)
        {
            var (status, contact, version) = await sources.Read<Contact>(Investigation.Source, municipality.Code ?? "", $"contacts/{request.ContactId}", ct);
            var (changedMeanwhile, notReachable) = (false, false);
            var changed = await change.Apply(id, async (investigation, by) =>
            {
                if (notReachable = status == SourceStatus.NotReachableNow)
                    return null;
                changedMeanwhile = await db.Set<HeardChange>().AnyAsync(one => one.StatementId == request.StatementId && one.Version > version, ct);
                return !changedMeanwhile && contact?.FamilyId == investigation.FamilyId && contact.Statements.FirstOrDefault(one => one.Id == request.StatementId) is { } told
                    ? investigation.TakeOver(told with { ContactId = request.ContactId }, await files.RecordsOf(investigation, ct), by)
                    : StatementRefusals.NoSuchStatement;
            }, ct);
            // With an Idempotency-Key what is held stays held until the answer is kept: then the caller reads again.
            if (changedMeanwhile && attempt < Attempts && db.Database.CurrentTransaction is null)
            {
                db.ChangeTracker.Clear();
                continue;
            }
            return changedMeanwhile || (notReachable && changed.Problem is null)
                ? Problems.SourceNotReachable(http)
                : changed.Problem is { } problem ? problem : TypedResults.Ok(files.Show(changed.File!, changed));
        }
    }

    /// <summary>What is read of a contact.</summary>
    sealed record Contact(Guid FamilyId, IReadOnlyList<ToldStatement> Statements);
}
