using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Emergencies;

/// <summary>Ends an emergency: the danger is averted for now and the work goes on in the ordinary way. Not while somebody is judged to be in danger.</summary>
static class EndEmergency
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/emergencies/{id:guid}/end", Handle)
        .RequireAccess("emergency.act").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(EndEmergency)).WithSummary("End an emergency");

    static Task<Results<Ok<EmergencyResponse>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, Change<Emergency> change, CancellationToken ct) =>
        change.Apply(id, async (emergency, by) => emergency.End(by, await db.IsInAcuteDanger(emergency.FamilyId, ct)), ct).Answer(EmergencyResponse.Of);
}
