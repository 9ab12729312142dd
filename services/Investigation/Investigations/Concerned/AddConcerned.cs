using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Investigations;

/// <summary>Adds somebody of the family to those whom the investigation concerns.</summary>
public static class AddConcerned
{
    /// <summary>What is sent.</summary>
    /// <param name="PersonId">A present or past member of the family, as Intake knows them.</param>
    /// <param name="Role">Child, parent or another adult.</param>
    /// <param name="Reason">How it became known that it concerns this person too.</param>
    public sealed record Request(Guid PersonId, ConcernedRole Role, [property: Required, StringLength(2000)] string Reason);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/concerned", Handle)
        .RequireAccess("investigation.concerned").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(AddConcerned)).WithSummary("Add a child, parent or other adult to those concerned");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, InvestigationDb db, Change<Investigation> change, CancellationToken ct) =>
        change.Apply(id, async (investigation, by) => investigation.AddConcerned(
            request.PersonId, request.Role,
            await db.Set<MemberRow>().AnyAsync(one => one.FamilyId == investigation.FamilyId && one.PersonId == request.PersonId && !one.TakenOut, ct),
            request.Reason, by), ct).Answer(InvestigationResponse.Of);
}
