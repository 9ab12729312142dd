using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>A first investigation goes on as an extended one.</summary>
public static class ExtendInvestigation
{
    /// <summary>What is sent.</summary>
    /// <param name="Reason">Why, in words for the family.</param>
    public sealed record Request(
        [property: Required, StringLength(2000)] string Reason);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/extension", Handle)
        .RequireAccess("investigation.extend").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(ExtendInvestigation)).WithSummary("Go on as an extended investigation");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Investigation> change, CancellationToken ct) =>
        change.Apply(id, (investigation, by) => investigation.Extend(request.Reason, by), ct).Answer(InvestigationResponse.Of);
}
