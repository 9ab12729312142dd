using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
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
    /// <summary>
    /// The residence; everything may be unknown. Of a move all is said that is known; of a correction what is left out stays as it is, and null
    /// clears it.
    /// </summary>
    public sealed record Request : PartialRequest
    {
        /// <summary>Whether nobody may learn of it, such as that of a shelter. Each time said anew.</summary>
        public required bool Secret { get; init; }

        /// <summary>The street.</summary>
        [StringLength(200)]
        public string? Street { get; init => field = Sent(value); }

        /// <summary>The number, with any addition.</summary>
        [StringLength(20)]
        public string? HouseNumber { get; init => field = Sent(value); }

        /// <summary>The postal code.</summary>
        [StringLength(10)]
        public string? PostalCode { get; init => field = Sent(value); }

        /// <summary>The town.</summary>
        [StringLength(200)]
        public string? Town { get; init => field = Sent(value); }

        /// <summary>Since when; a move is today when left out.</summary>
        public DateOnly? Since { get; init => field = Sent(value); }

        /// <summary>Why the former one was wrong, or why what was secret is so no more; left out by a move.</summary>
        [StringLength(2000)]
        public string? Reason { get; init; }

        /// <summary>The residence as it is then, with what is known of the one that is corrected.</summary>
        internal Residence On(Residence? corrected, Guid familyId, Guid personId, Actor by) => new()
        {
            FamilyId = familyId,
            PersonId = personId,
            Street = Or(Street, corrected?.Street),
            HouseNumber = Or(HouseNumber, corrected?.HouseNumber),
            PostalCode = Or(PostalCode, corrected?.PostalCode),
            Town = Or(Town, corrected?.Town),
            Secret = Secret,
            Since = Or(Since, corrected?.Since),
            RecordedBy = by.Account,
            RecordedAt = by.Now,
        };
    }

    internal static void Map(RouteGroupBuilder api) => api.MapPut("/families/{id:guid}/members/{personId:guid}/residence", Handle)
        .RequireAccess("member.record").RequireIfMatch().WithETag()
        .WithName(nameof(RecordResidence)).WithSummary("Record where a member lives");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid personId, Request request, IntakeDb db, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, async (family, by) =>
        {
            if (family.MembersAt(by.Now).All(one => one.PersonId != personId))
                return FamilyRefusals.NoSuchMember;
            var earlier = await db.Residences.Where(one => one.FamilyId == id && one.PersonId == personId).ToListAsync(ct);
            var former = earlier.Find(one => one.Until is null);
            var (residence, refusal) = Residence.Record(
                former, request.On(request.Reason is null ? null : former, id, personId, by), request.Reason, by, earlier);
            if (residence is not null)
                db.Add(residence);
            return refusal;
        }, ct).Answer(FamilyResponse.Of);
}
