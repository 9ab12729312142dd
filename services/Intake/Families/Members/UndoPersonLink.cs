using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Intake.Persons;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Undoes a link: the two are different people after all. That stands in the access logs of both files.</summary>
static class UndoPersonLink
{
    public static void Map(RouteGroupBuilder api) => api.MapDelete("/families/{id:guid}/person-links/{linkId:guid}", Handle)
        .RequireAccess("person-link.decide").RequireIfMatch().WithETag()
        .WithName(nameof(UndoPersonLink)).WithSummary("Undo a confirmed link");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid linkId, KnownPlaces places, FamilyAccess access, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, async (family, by) =>
        {
            if (family.UndoLink(linkId, by) is { } refusal)
                return refusal;
            var known = family.Links.First(one => one.Id == linkId).KnownPersonId;
            await access.LogElsewhere((await places.Of([known], family, ct))[known].Select(one => (one.Family.Id, one.PersonId)), ct);
            return null;
        }, ct).Answer(FamilyResponse.Of);
}
