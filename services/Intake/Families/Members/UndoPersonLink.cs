using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Undoes a link: the two are different people after all.</summary>
static class UndoPersonLink
{
    public static void Map(RouteGroupBuilder api) => api.MapDelete("/families/{id:guid}/person-links/{linkId:guid}", Handle)
        .RequireAccess("person-link.decide").RequireIfMatch().WithETag()
        .WithName(nameof(UndoPersonLink)).WithSummary("Undo a confirmed link");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid linkId, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, (family, by) => family.UndoLink(linkId, by), ct).Answer(FamilyResponse.Of);
}
