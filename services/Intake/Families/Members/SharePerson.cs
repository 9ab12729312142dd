using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Intake.Persons;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>
/// Lets the other file that knows a member read what this file knows of the member, or no longer. Without it nothing crosses from one file
/// to another. It stands in the access logs of both.
/// </summary>
public static class SharePerson
{
    /// <summary>With which file and what, in place of what was shared with it before.</summary>
    /// <param name="KnownPersonId">The person as registered there.</param>
    /// <param name="Residence">Whether the residence is shared too.</param>
    /// <param name="Until">The last day, a past one to end it; open when left out.</param>
    public sealed record Request(Guid KnownPersonId, bool Residence = false, DateOnly? Until = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPut("/families/{id:guid}/members/{personId:guid}/sharing", Handle)
        .RequireAccess("member.record").RequireIfMatch().WithETag()
        .WithName(nameof(SharePerson)).WithSummary("Share a member with another file");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid personId, Request request, KnownPlaces places, FamilyAccess access, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, async (family, by) =>
        {
            var known = (await places.Of([request.KnownPersonId], family, ct))[request.KnownPersonId].FirstOrDefault();
            if (known is null || !IsOne(family, personId, known) && !(await places.Proposed(family, ct)).Contains(new ProposedLink(personId, known.PersonId)))
                return FamilyRefusals.NotProposed;
            if (family.Share(personId, known.Family.Id, request.Residence, request.Until, by) is { } refusal)
                return refusal;
            await access.LogElsewhere([(known.Family.Id, known.PersonId)], ct);
            return null;
        }, ct).Answer(FamilyResponse.Of);

    // A worker of either of the two files found that they are one.
    static bool IsOne(Family family, Guid personId, KnownPlace known) =>
        family.IsLinked(personId, known.PersonId) || known.Family.IsLinked(known.PersonId, personId);
}
