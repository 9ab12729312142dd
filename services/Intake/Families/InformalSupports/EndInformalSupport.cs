using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Records that support by the network ended.</summary>
public static class EndInformalSupport
{
    /// <summary>When.</summary>
    /// <param name="Until">The last day; not in the future.</param>
    public sealed record Request(DateOnly Until);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/informal-supports/{supportId:guid}/end", Handle)
        .RequireAccess("informal-support.record").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(EndInformalSupport)).WithSummary("End support by the network");

    static Task<Results<Ok<InformalSupportResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid supportId, Request request, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, (family, by) => family.EndSupport(supportId, request.Until, by), ct).Answer(family => InformalSupportResponse.Of(family, family.Supports.Single(one => one.Id == supportId)));
}
