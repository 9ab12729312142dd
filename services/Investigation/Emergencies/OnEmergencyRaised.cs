using Geborgen.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Messaging;

namespace Geborgen.Investigation.Emergencies;

/// <summary>
/// Receives an emergency that Intake raised, and notes who acts on it there, that the place is another, and its end. An end that overtakes its beginning
/// leaves nobody involved afterwards.
/// </summary>
public sealed class OnEmergencyRaised(ReceiveEmergency receive, TimeProvider time)
    : IReacts<EmergencyRaised>, IReacts<EmergencyTaken>, IReacts<EmergencyPlaceCorrected>, IReacts<EmergencyEnded>, IReacts<EmergencyTakenOut>
{
    /// <inheritdoc/>
    public Task On(EmergencyRaised said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        return receive.Once(new(said.EmergencyId, said.FamilyId, new Municipality(said.Municipality), said.ContactId, said.At), ct);
    }

    /// <inheritdoc/>
    public async Task On(EmergencyTaken said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        var response = await receive.Once(new(said.EmergencyId, said.FamilyId, new Municipality(said.Municipality), ContactId: null, said.At), ct);
        response.NoteTaken(said.Worker, said.Organisation, said.At, said.Version);
    }

    /// <inheritdoc/>
    public async Task On(EmergencyPlaceCorrected said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        var response = await receive.Once(new(said.EmergencyId, said.FamilyId, new Municipality(said.Municipality), ContactId: null, said.At), ct);
        response.NotePlace(said.At);
    }

    /// <inheritdoc/>
    public async Task On(EmergencyEnded said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        var response = await receive.Once(new(said.EmergencyId, said.FamilyId, new Municipality(said.Municipality), ContactId: null, said.At), ct);
        response.End(time.GetUtcNow());
    }

    /// <inheritdoc/>
    public async Task On(EmergencyTakenOut said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        var response = await receive.Once(new(said.EmergencyId, said.FamilyId, new Municipality(said.Municipality), ContactId: null, said.At), ct);
        response.TakeOut(time.GetUtcNow());
    }
}
