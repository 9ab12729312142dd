using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Ends a membership: somebody does not belong to the family any more.</summary>
public static class EndMembership
{
    /// <summary>When.</summary>
    /// <param name="Until">The last day; not in the future.</param>
    public sealed record Request(DateOnly Until);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/members/{personId:guid}/end", Handle)
        .RequireAccess("member.record").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(EndMembership)).WithSummary("End a membership");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid personId, Request request, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, (family, by) => family.EndMembership(personId, request.Until, by), ct).Answer(FamilyResponse.Of);
}
