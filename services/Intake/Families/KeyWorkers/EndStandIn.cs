using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Ends the work of the key worker's partner, or of who stands in or is consulted, before its time.</summary>
static class EndStandIn
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/key-worker/stand-ins/{assignmentId:guid}/end", Handle)
        .RequireAccess("key-worker.assign").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(EndStandIn)).WithSummary("End the work of a partner, or of who stands in or is consulted");

    static Task<Results<Ok<KeyWorkerResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid assignmentId, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, (family, by) => family.EndStandIn(assignmentId, by), ct).Answer(KeyWorkerResponse.Of);
}
