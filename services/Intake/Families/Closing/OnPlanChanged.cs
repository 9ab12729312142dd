using Geborgen.Contracts.Planning;
using Geborgen.Messaging;

namespace Geborgen.Intake.Families;

/// <summary>Notes which families have a plan: their files are closed once it is.</summary>
sealed class OnPlanChanged(IntakeDb db) : IReacts<PlanOpened>, IReacts<PlanClosed>
{
    public Task On(PlanOpened said, CancellationToken ct) => Note(said, closed: false, ct);

    public Task On(PlanClosed said, CancellationToken ct) => Note(said, closed: true, ct);

    // Who closes the file meanwhile comes before or after.
    async Task Note(PlanEvent said, bool closed, CancellationToken ct)
    {
        await db.HoldFamilyAsync(said.FamilyId, ct);
        await db.WriteNewer([new PlanRow(said.PlanId, said.FamilyId, closed, said.Version)], ct);
    }
}

/// <summary>A plan of a family. One that is closed stays, so that a late event cannot open it again.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Closed">Whether it is closed.</param>
/// <param name="Version">The version of the event that the row stands at.</param>
sealed record PlanRow(Guid PlanId, Guid FamilyId, bool Closed, int Version) : IVersionedRow;
