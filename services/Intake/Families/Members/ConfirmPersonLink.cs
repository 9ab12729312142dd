using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Intake.Persons;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>
/// Confirms that a member is a person whom another file knows as well. Only a proposed link can be confirmed. It gives nothing of that
/// file but whom to call, and stands in the access logs of both.
/// </summary>
public static class ConfirmPersonLink
{
    /// <summary>The two registrations of one person.</summary>
    /// <param name="PersonId">The member of this family.</param>
    /// <param name="KnownPersonId">The person as registered there.</param>
    public sealed record Request(Guid PersonId, Guid KnownPersonId);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/person-links", Handle)
        .RequireAccess("person-link.decide").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(ConfirmPersonLink)).WithSummary("Confirm that another file knows a member too");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, KnownPlaces places, FamilyAccess access, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, async (family, by) =>
        {
            var known = (await places.Of([request.KnownPersonId], family, ct))[request.KnownPersonId].ToList();
            if (known.Count == 0 || !(await places.Proposed(family, ct)).Any(link => link.IsOf(request.PersonId, request.KnownPersonId)))
                return FamilyRefusals.NotProposed;
            if (family.ConfirmLink(request.PersonId, request.KnownPersonId, by, known[0].Family.AccountOf(request.KnownPersonId)) is { } refusal)
                return refusal;
            await access.LogElsewhere(known.Select(one => (one.Family.Id, one.PersonId)), ct);
            return null;
        }, ct).Answer(FamilyResponse.Of);
}
