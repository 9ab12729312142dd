using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Intake.Persons;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// Records where a member lives as this family knows it: a child of two households has a residence in each. Nothing is told to anybody,
/// so that no other file in which the person appears shows that somebody moved; earlier residences are kept.
/// </summary>
public static class RecordResidence
{
    /// <summary>The residence; everything may be unknown.</summary>
    /// <param name="Secret">Whether nobody may learn of it, such as that of a shelter.</param>
    /// <param name="Street">The street.</param>
    /// <param name="HouseNumber">The number, with any addition.</param>
    /// <param name="PostalCode">The postal code.</param>
    /// <param name="Town">The town.</param>
    /// <param name="Since">Since when; a move is today when left out.</param>
    /// <param name="Reason">Why the former one was wrong; left out by a move.</param>
    public sealed record Request(
        bool Secret,
        [property: StringLength(200)] string? Street = null,
        [property: StringLength(20)] string? HouseNumber = null,
        [property: StringLength(10)] string? PostalCode = null,
        [property: StringLength(200)] string? Town = null,
        DateOnly? Since = null,
        [property: StringLength(2000)] string? Reason = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPut("/families/{id:guid}/members/{personId:guid}/residence", Handle)
        .RequireAccess("member.record").RequireIfMatch().WithETag()
        .WithName(nameof(RecordResidence)).WithSummary("Record where a member lives");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid personId, Request request, IntakeDb db, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, async (family, by) =>
        {
            if (family.MembersAt(by.Now).All(one => one.PersonId != personId))
                return FamilyRefusals.NoSuchMember;
            var former = await db.Residences.SingleOrDefaultAsync(one => one.FamilyId == id && one.PersonId == personId && one.Until == null, ct);
            var (residence, refusal) = Residence.Record(former, new()
            {
                FamilyId = id,
                PersonId = personId,
                Street = request.Street,
                HouseNumber = request.HouseNumber,
                PostalCode = request.PostalCode,
                Town = request.Town,
                Secret = request.Secret,
                Since = request.Since,
                RecordedBy = by.Account,
                RecordedAt = by.Now,
            }, request.Reason, by);
            if (residence is not null)
                db.Add(residence);
            return refusal;
        }, ct).Answer(FamilyResponse.Of);
}
