using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Adds somebody of the family to those whom the investigation concerns.</summary>
public static class AddConcerned
{
    /// <summary>What is sent.</summary>
    /// <param name="PersonId">A present or past member of the family, as Intake knows them; as what follows from there.</param>
    /// <param name="Reason">How it became known that it concerns this person too.</param>
    public sealed record Request(Guid PersonId, [property: Required, StringLength(2000)] string Reason);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/concerned", Handle)
        .RequireAccess("investigation.concerned").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(AddConcerned)).WithSummary("Add a child, parent or other adult to those concerned");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Investigation> change, Files<Investigation, InvestigationResponse> files, CancellationToken ct) =>
        change.Apply(id, async (investigation, by) => investigation.AddConcerned(
            request.PersonId, await files.RecordsOf(investigation, ct), request.Reason, by), ct).Answer(InvestigationResponse.Of);
}
