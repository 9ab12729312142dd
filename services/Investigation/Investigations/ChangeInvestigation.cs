using Geborgen.Casework;
using Geborgen.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Changes an investigation and answers with its new state.</summary>
sealed class ChangeInvestigation(InvestigationDb db, Changes changes, TimeLimits limits)
{
    /// <summary>For a change that needs nothing but the investigation.</summary>
    /// <inheritdoc cref="Apply(Guid, Func{Investigation, DateTimeOffset, Task{Refusal?}}, CancellationToken)"/>
    public Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Apply(
        Guid id, Func<Investigation, DateTimeOffset, Refusal?> change, CancellationToken ct) =>
        Apply(id, (investigation, now) => Task.FromResult(change(investigation, now)), ct);

    /// <summary>Loads the investigation, asks it and saves it.</summary>
    public async Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Apply(
        Guid id, Func<Investigation, DateTimeOffset, Task<Refusal?>> change, CancellationToken ct)
    {
        var (investigation, _, problem) = await changes.Apply<Investigation>(
            id, db.OriginOfInvestigation(id), MakingUp, one => Task.FromResult(one.Concerned), ct);
        return problem is not null ? problem : TypedResults.Ok(InvestigationResponse.Of(investigation!));

        async Task<Refusal?> MakingUp(Investigation one, DateTimeOffset now)
        {
            if (await change(one, now) is { } refusal)
                return refusal;
            one.MakeUpForWhatChanged(limits.For(Investigation.MakeUpTerm, now), now);
            return null;
        }
    }
}
