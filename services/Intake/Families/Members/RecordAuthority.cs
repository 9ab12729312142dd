using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Records who has parental authority over a child, and where that was found.</summary>
public static class RecordAuthority
{
    /// <summary>What was found.</summary>
    /// <param name="ChildId">The child.</param>
    /// <param name="ParentId">The parent or guardian, a member of the family as well.</param>
    /// <param name="Kind">What was found.</param>
    /// <param name="From">From when it holds.</param>
    /// <param name="Source">Where it was found, such as the authority register (gezagsregister) or an order.</param>
    public sealed record Request(
        Guid ChildId, Guid ParentId, AuthorityKind Kind, DateOnly From, [property: StringLength(500)] string? Source = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/authority", Handle)
        .RequireAccess("member.record").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(RecordAuthority)).WithSummary("Record who has parental authority");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, (family, by) => family.RecordAuthority(
            request.ChildId, request.ParentId, request.Kind, request.Source, request.From, by), ct).Answer(FamilyResponse.Of);
}
