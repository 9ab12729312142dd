using Geborgen.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Messaging;

namespace Geborgen.Investigation.Emergencies;

/// <summary>
/// Receives an emergency that Intake raised, and notes who acts on it there and its end. An end that overtakes its beginning
/// leaves nobody involved afterwards.
/// </summary>
public sealed class OnEmergencyRaised(ReceiveEmergency receive, TimeProvider time) : IProjection<InvestigationDb>
{
    /// <summary>Its name in the inbox.</summary>
    public const string Name = "on-emergency-raised";

    /// <inheritdoc/>
    public static IReadOnlyList<Type> Handles { get; } = [typeof(EmergencyRaised), typeof(EmergencyTaken), typeof(EmergencyEnded)];

    /// <inheritdoc/>
    public static IReadOnlyList<string> Sources { get; } = ["intake"];

    /// <inheritdoc/>
    public async Task Apply(InvestigationDb db, IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        foreach (var raised in events.Select(one => one.Event).OfType<EmergencyRaised>())
            await receive.Once(new(
                raised.EmergencyId, raised.FamilyId, new Municipality(raised.Municipality), raised.ContactId, raised.At), ct);
        foreach (var taken in events.Select(one => one.Event).OfType<EmergencyTaken>())
            (await receive.Once(new(
                taken.EmergencyId, taken.FamilyId, new Municipality(taken.Municipality), ContactId: null, taken.At), ct))
                .NoteTaken(taken.Worker, taken.Organisation, taken.At, taken.Version);
        foreach (var ended in events.Select(one => one.Event).OfType<EmergencyEnded>())
            (await receive.Once(new(
                ended.EmergencyId, ended.FamilyId, new Municipality(ended.Municipality), ContactId: null, ended.At), ct)).End(time.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Does nothing: what was received stays, and what is told again is received once.</summary>
    public Task Empty(InvestigationDb db, CancellationToken ct) => Task.CompletedTask;
}
