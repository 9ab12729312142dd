using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Records that somebody of the network supports the family.</summary>
public static class StartInformalSupport
{
    /// <summary>The support.</summary>
    /// <param name="Who">Who, as the family calls them.</param>
    /// <param name="What">What they do.</param>
    /// <param name="From">The first day.</param>
    public sealed record Request(
        [property: Required, StringLength(200)] string Who,
        [property: Required, StringLength(2000)] string What,
        DateOnly From);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/informal-supports", Handle)
        .RequireAccess("informal-support.record").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(StartInformalSupport)).WithSummary("Record support by the network");

    static Task<Results<Ok<InformalSupportResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, (family, by) => family.StartSupport(request.Who, request.What, request.From, by), ct)
            .AnswerFor((family, how) => InformalSupportResponse.Of(family, family.Supports.Single(one => one.RecordedAt == how.At)));
}
