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
    /// <summary>With which file and what. What is left out stays as it is shared with that file now.</summary>
    public sealed record Request : PartialRequest
    {
        /// <summary>The person as registered there.</summary>
        public required Guid KnownPersonId { get; init; }

        /// <summary>Whether the residence is shared too; not where that was never said.</summary>
        public bool Residence { get; init => field = Sent(value); }

        /// <summary>The last day, a past one to end it; null for no end.</summary>
        public DateOnly? Until { get; init => field = Sent(value); }
    }

    internal static void Map(RouteGroupBuilder api) => api.MapPut("/families/{id:guid}/members/{personId:guid}/sharing", Handle)
        .RequireAccess("member.record").RequireIfMatch().WithETag()
        .WithName(nameof(SharePerson)).WithSummary("Share a member with another file");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid personId, Request request, KnownPlaces places, FamilyAccess access, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, async (family, by) =>
        {
            var known = (await places.Of([request.KnownPersonId], family, ct))[request.KnownPersonId].FirstOrDefault();
            if (known is null || !IsOne(family, personId, known) && !(await places.Proposed(family, ct)).Any(link => link.IsOf(personId, known.PersonId)))
                return FamilyRefusals.NotProposed;
            var now = family.SharedWith(known.Family.Id, personId, by.Now);
            if (family.Share(
                personId, known.Family.Id, request.Or(request.Residence, now?.Residence is true, nameof(request.Residence)),
                request.Or(request.Until, now?.Until, nameof(request.Until)), by) is { } refusal)
                return refusal;
            await access.LogElsewhere([(known.Family.Id, known.PersonId)], ct);
            return null;
        }, ct).Answer(FamilyResponse.Of);

    // A worker of either of the two files found that they are one.
    static bool IsOne(Family family, Guid personId, KnownPlace known) =>
        family.IsLinked(personId, known.PersonId) || known.Family.IsLinked(known.PersonId, personId);
}
