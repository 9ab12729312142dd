using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Intake.Persons;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// Completes or corrects what this family's file knows of a member: a name comes to light, an expected child is born, a number is found.
/// The answer is the same whether that number is known elsewhere; a match is proposed as a link.
/// </summary>
public static class ChangeParticulars
{
    /// <summary>What is left out stays as it is; null clears it.</summary>
    public sealed record Request : PartialRequest
    {
        /// <summary>Given names.</summary>
        [StringLength(200)]
        public string? GivenName { get; init => field = Sent(value); }

        /// <summary>Family name.</summary>
        [StringLength(200)]
        public string? FamilyName { get; init => field = Sent(value); }

        /// <summary>The date of birth; with it the due date goes.</summary>
        public DateOnly? BirthDate { get; init => field = Sent(value); }

        /// <summary>When the birth is expected, for a child that is not yet born.</summary>
        public DateOnly? DueDate { get; init => field = Sent(value); }

        /// <summary>The citizen service number (burgerservicenummer).</summary>
        [CitizenServiceNumber]
        public string? Bsn { get; init => field = Sent(value); }

        /// <summary>The language in which the person is spoken with: a BCP 47 tag such as <c>ar</c>.</summary>
        [StringLength(35), RegularExpression("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")]
        public string? Language { get; init => field = Sent(value); }

        /// <summary>Whether an interpreter is needed, who is never a relative.</summary>
        public bool? NeedsInterpreter { get; init => field = Sent(value); }

        /// <summary>Why; needed where something known changes or goes.</summary>
        [StringLength(2000)]
        public string? Reason { get; init; }

        internal PersonDetails On(PersonDetails known) => new(
            Or(GivenName, known.GivenName),
            Or(FamilyName, known.FamilyName),
            Or(BirthDate, known.BirthDate),
            Or(DueDate, BirthDate is null ? known.DueDate : null),
            Or(Language, known.Language),
            Or(NeedsInterpreter, known.NeedsInterpreter) is true);
    }

    internal static void Map(RouteGroupBuilder api) => api.MapPut("/families/{id:guid}/members/{personId:guid}/particulars", Handle)
        .RequireAccess("member.record").RequireIfMatch().WithETag()
        .WithName(nameof(ChangeParticulars)).WithSummary("Complete or correct what is known of a member");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid personId, Request request, IntakeDb db, BsnSeal seal, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, async (family, by) =>
        {
            if (!family.Holds(personId))
                return FamilyRefusals.NoSuchMember;
            var person = await db.Persons.SingleAsync(one => one.FamilyId == id && one.Id == personId, ct);
            var (changed, refusal) = person.Change(
                request.On(person.Details), request.Says(nameof(Request.Bsn)) ? seal.Close(request.Bsn) : seal.Known(person.Bsn), request.Reason, by,
                await db.PresentIn(family, ct));
            if (refusal is null && changed.Count > 0)
                family.NoteParticulars(personId, person.BirthDate, changed, by);
            return refusal;
        }, ct).Answer(FamilyResponse.Of);
}
