using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Confirms that a member is a person who was known already. Only a proposed link can be confirmed.</summary>
public static class ConfirmPersonLink
{
    /// <summary>The two registrations of one person.</summary>
    /// <param name="PersonId">The member of this family.</param>
    /// <param name="KnownPersonId">The person as registered before.</param>
    public sealed record Request(Guid PersonId, Guid KnownPersonId);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/person-links", Handle)
        .RequireAccess("person-link.decide").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(ConfirmPersonLink)).WithSummary("Confirm that a member is a person who was known already");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, IntakeDb db, ProposedLinks proposals, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, async (family, by) =>
            (await proposals.Of(family, ct)).Contains(new ProposedLink(request.PersonId, request.KnownPersonId))
                ? family.ConfirmLink(request.PersonId, request.KnownPersonId, by, await db.AccountOf(request.KnownPersonId, ct))
                : FamilyRefusals.NotProposed, ct).Answer(FamilyResponse.Of);
}
