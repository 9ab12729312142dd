using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Lets a colleague think along for a time: who is consulted sees the outline of the family, never its words.</summary>
public static class ConsultColleague
{
    /// <summary>Who thinks along, how long and why.</summary>
    /// <param name="Worker">The worker, of the caller's own organisation.</param>
    /// <param name="Days">For how many days, 1 to 28. It ends by itself.</param>
    /// <param name="Reason">Why, in words for the family.</param>
    public sealed record Request(
        [property: Required] WorkerRequest Worker, int Days, [property: Required, StringLength(2000)] string Reason);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/consulted", Handle)
        .RequireAccess("contact.assign").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(ConsultColleague)).WithSummary("Let a colleague think along for a time");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, AccountDirectory directory, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, () => directory.FindWorker(request.Worker.Account, ct), (family, by, worker) =>
            family.Consult(worker, request.Days, request.Reason, by), ct).Answer(FamilyResponse.Of);
}
