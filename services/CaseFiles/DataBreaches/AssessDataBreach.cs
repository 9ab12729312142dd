using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Validation;

namespace Geborgen.CaseFiles;

/// <summary>Records whether the supervisory authority was told of a data breach.</summary>
public static class AssessDataBreach
{
    /// <summary>What is sent.</summary>
    /// <param name="Notified">Whether the authority was told.</param>
    /// <param name="Reference">The authority's reference; needed when it was told. At most 200 characters.</param>
    /// <param name="Reason">Why it was not told; needed then. At most 4,000 characters.</param>
    [ValidatableType]
    public sealed record Request(
        bool Notified,
        [property: StringLength(200)] string? Reference = null,
        [property: StringLength(4000)] string? Reason = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/data-breaches/{id:guid}/assessment", Handle)
        .RequireAccess("data-breach.assess").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(AssessDataBreach)).WithSummary("Record whether the supervisory authority was told");

    static Task<Results<Ok<DataBreachResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<DataBreach> change, CancellationToken ct) =>
        change.Apply(id, (breach, by) => breach.Assess(request.Notified, request.Reference, request.Reason, by), ct).Answer(DataBreachResponse.Of);
}
