using Geborgen.Casework;
using Geborgen.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Emergencies;

/// <summary>Changes an emergency and answers with its new state.</summary>
sealed class ChangeEmergency(IntakeDb db, Changes changes)
{
    /// <summary>For a change that needs nothing but the emergency.</summary>
    /// <inheritdoc cref="Apply(Guid, Func{Emergency, DateTimeOffset, Task{Refusal?}}, CancellationToken)"/>
    public Task<Results<Ok<EmergencyResponse>, ProblemHttpResult>> Apply(
        Guid id, Func<Emergency, DateTimeOffset, Refusal?> change, CancellationToken ct) =>
        Apply(id, (emergency, now) => Task.FromResult(change(emergency, now)), ct);

    /// <summary>Loads the emergency, asks it and saves it.</summary>
    public async Task<Results<Ok<EmergencyResponse>, ProblemHttpResult>> Apply(
        Guid id, Func<Emergency, DateTimeOffset, Task<Refusal?>> change, CancellationToken ct)
    {
        var (emergency, _, problem) = await changes.Apply<Emergency>(
            id, db.OriginOfEmergency(id), change, async one => await db.PersonsOf(one.FamilyId, ct), ct);
        return problem is not null ? problem : TypedResults.Ok(EmergencyResponse.Of(emergency!));
    }
}
