using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Takes somebody from those concerned who does not belong to the family.</summary>
public static class EndConcern
{
    /// <summary>What is sent.</summary>
    /// <param name="Reason">Why it does not concern this person.</param>
    public sealed record Request([property: Required, StringLength(2000)] string Reason);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/concerned/{personId:guid}/end", Handle)
        .RequireAccess("investigation.concerned").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(EndConcern)).WithSummary("Take somebody from those concerned");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid personId, Request request, Change<Investigation> change, CancellationToken ct) =>
        change.Apply(id, (investigation, by) => investigation.EndConcern(personId, request.Reason, by), ct).Answer(InvestigationResponse.Of);
}
