using Geborgen.Casework;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Messaging;

/// <summary>Changes a data breach and answers with its new state.</summary>
sealed class ChangeDataBreach(ServiceDb db, Changes changes)
{
    /// <summary>Asks the data breach.</summary>
    public async Task<Results<Ok<DataBreachResponse>, ProblemHttpResult>> Apply(
        Guid id, Func<DataBreach, DateTimeOffset, Refusal?> change, CancellationToken ct)
    {
        var (breach, _, problem) = await changes.Apply(
            id, GetDataBreach.OriginOf(db, id), (DataBreach one, DateTimeOffset now) => Task.FromResult(change(one, now)),
            one => Task.FromResult(one.Concerned.AsEnumerable()), ct);
        return problem is not null ? problem : TypedResults.Ok(DataBreachResponse.Of(breach!));
    }
}
