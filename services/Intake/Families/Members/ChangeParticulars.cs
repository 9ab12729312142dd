using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Intake.Persons;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// Completes or corrects what is known of a member: a name comes to light, an expected child is born, a number is found.
/// The answer is the same whether that number is known elsewhere; a match is proposed as a link.
/// </summary>
public static class ChangeParticulars
{
    /// <summary>All that is known of the person now. What is left out is not known, but for the number.</summary>
    /// <param name="GivenName">Given names.</param>
    /// <param name="FamilyName">Family name.</param>
    /// <param name="BirthDate">The date of birth.</param>
    /// <param name="DueDate">When the birth is expected, for a child that is not yet born.</param>
    /// <param name="Bsn">The citizen service number (burgerservicenummer); left out to keep what is known.</param>
    /// <param name="Language">The language in which the person is spoken with: a BCP 47 tag such as <c>ar</c>.</param>
    /// <param name="NeedsInterpreter">Whether an interpreter is needed, who is never a relative.</param>
    /// <param name="Reason">Why something known was wrong; needed where something known changes.</param>
    public sealed record Request(
        [property: StringLength(200)] string? GivenName = null,
        [property: StringLength(200)] string? FamilyName = null,
        DateOnly? BirthDate = null,
        DateOnly? DueDate = null,
        [property: CitizenServiceNumber] string? Bsn = null,
        [property: StringLength(35), RegularExpression("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")] string? Language = null,
        bool NeedsInterpreter = false,
        [property: StringLength(2000)] string? Reason = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPut("/families/{id:guid}/members/{personId:guid}/particulars", Handle)
        .RequireAccess("member.record").RequireIfMatch().WithETag()
        .WithName(nameof(ChangeParticulars)).WithSummary("Complete or correct what is known of a member");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid personId, Request request, IntakeDb db, BsnSeal seal, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, async (family, by) =>
        {
            if (family.Members.All(one => one.PersonId != personId))
                return FamilyRefusals.NoSuchMember;
            var person = await db.Persons.SingleAsync(one => one.Id == personId, ct);
            var (changed, refusal) = person.Change(
                new(request.GivenName, request.FamilyName, request.BirthDate, request.DueDate, request.Language, request.NeedsInterpreter),
                seal.Other(request.Bsn, person.Bsn), request.Reason, by);
            if (refusal is null && changed.Count > 0)
                foreach (var one in await db.FamiliesOf(personId, ct))
                    one.NoteParticulars(personId, person.BirthDate, changed, by);
            return refusal;
        }, ct).Answer(FamilyResponse.Of);
}
