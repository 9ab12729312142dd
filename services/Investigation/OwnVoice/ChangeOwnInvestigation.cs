using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.OwnVoice;

/// <summary>Lets a member of the family add to an investigation that concerns the member, and answers with what is the member's own of it.</summary>
sealed class ChangeOwnInvestigation(InvestigationDb db, Changes changes, CurrentUser user, TimeLimits limits, TimeProvider time)
{
    /// <summary>Finds the person behind the login, asks the investigation and saves it.</summary>
    public async Task<Results<Created<OwnInvestigation>, ProblemHttpResult>> Apply(
        Municipality municipality, Guid id, Func<Investigations.Investigation, StatementWriter, DateTimeOffset, Refusal?> change, CancellationToken ct)
    {
        var today = WorkingDays.DateOf(time.GetUtcNow());
        var person = Guid.Empty;
        var (investigation, _, problem) = await changes.Apply<Investigations.Investigation>(
            id, db.OriginOfOwn(id, user.Id, today),
            async (one, now) =>
            {
                person = await db.OfAccount(user.Id, today).Where(own => own.Id == id).Select(own => own.PersonId).SingleAsync(ct);
                return change(one, new StatementWriter(user.Id, person), now);
            },
            _ => Task.FromResult<IEnumerable<Guid>>([person]), ct);
        return problem is not null
            ? problem
            : TypedResults.Created($"/{municipality}/investigation/v1/own-investigations", OwnInvestigation.Of(investigation!, person, limits, today));
    }
}
