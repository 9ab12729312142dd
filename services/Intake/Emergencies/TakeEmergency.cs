using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Emergencies;

/// <summary>
/// Takes an emergency from the list, at once: colleagues see who acts on it, so that no two drive out. Of two who take it at
/// the same time one is refused. No version is needed; what is taken over from a colleague names that colleague.
/// </summary>
public static class TakeEmergency
{
    /// <summary>Who acts on it.</summary>
    /// <param name="Name">The caller's name, by which colleagues and the family know who comes.</param>
    /// <param name="From">The account of the colleague who has it, to take it over; left out while nobody has.</param>
    public sealed record Request([property: Required, StringLength(200)] string Name, [property: StringLength(100)] string? From = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/emergencies/{id:guid}/takings", Handle)
        .RequireAccess("emergency.act").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(TakeEmergency)).WithSummary("Take an emergency, or take it over from a colleague");

    static Task<Results<Ok<EmergencyResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Emergency> change, CancellationToken ct) =>
        change.Apply(id, (emergency, by) => emergency.Take(request.Name, request.From, by), ct).Answer(EmergencyResponse.Of);
}
