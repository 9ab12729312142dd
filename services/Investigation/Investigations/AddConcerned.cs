using System.ComponentModel.DataAnnotations;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Adds a child or parent to those whom the investigation concerns.</summary>
public static class AddConcerned
{
    /// <summary>What is sent.</summary>
    /// <param name="PersonId">The child or parent, as Intake knows them.</param>
    /// <param name="Role">Child or parent.</param>
    /// <param name="Reason">How it became known that it concerns this person too.</param>
    public sealed record Request(Guid PersonId, ConcernedRole Role, [property: Required, StringLength(2000)] string Reason);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/concerned", Handle)
        .RequireAccess("investigation.do").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(AddConcerned)).WithSummary("Add a child or parent to those concerned");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, ChangeInvestigation change, CurrentUser user, CancellationToken ct) =>
        change.Apply(id, (investigation, now) =>
            investigation.AddConcerned(request.PersonId, request.Role, request.Reason, user.Id, now), ct);
}
