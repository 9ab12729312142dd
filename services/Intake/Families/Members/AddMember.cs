using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Intake.Persons;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>Adds a member to a family: somebody who was not registered here before, or somebody who was a member once.</summary>
public static class AddMember
{
    /// <summary>Who, in which role, from when. Everything but the role may be unknown.</summary>
    /// <param name="Role">The role in the family.</param>
    /// <param name="PersonId">Who was a member once; left out for somebody new.</param>
    /// <param name="Person">Somebody new, as far as is known; left out for a known person.</param>
    /// <param name="From">The first day; today when left out.</param>
    public sealed record Request(MemberRole Role, Guid? PersonId = null, PersonRequest? Person = null, DateOnly? From = null);

    /// <summary>A person; everything may be unknown.</summary>
    /// <param name="GivenName">Given names.</param>
    /// <param name="FamilyName">Family name.</param>
    /// <param name="BirthDate">The date of birth.</param>
    /// <param name="DueDate">When the birth is expected, for a child that is not yet born.</param>
    /// <param name="Bsn">The citizen service number (burgerservicenummer), if known.</param>
    public sealed record PersonRequest(
        [property: StringLength(200)] string? GivenName = null,
        [property: StringLength(200)] string? FamilyName = null,
        DateOnly? BirthDate = null,
        DateOnly? DueDate = null,
        [property: CitizenServiceNumber] string? Bsn = null);

    /// <summary>The member.</summary>
    /// <param name="PersonId">The person.</param>
    /// <param name="Role">The role in the family.</param>
    /// <param name="From">The first day.</param>
    /// <param name="Version">The family's version, in the ETag.</param>
    public sealed record Response(Guid PersonId, MemberRole Role, DateOnly From, [property: JsonIgnore] int Version) : IVersioned;

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/members", Handle)
        .RequireAccess("member.record").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(AddMember)).WithSummary("Add a member to a family");

    static Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, IntakeDb db, BsnSeal seal, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, async (family, by) =>
        {
            var from = request.From ?? by.Today;
            var present = await db.PresentIn(family, ct);
            if (request.PersonId is { } known)
                return request.Person is not null ? FamilyRefusals.KnownAndNew
                    : family.AddKnownMember(known, request.Role, from, by)
                    ?? Person.WhyNotBeside(present, seal.Known((await db.Persons.SingleAsync(one => one.FamilyId == id && one.Id == known, ct)).Bsn));
            var details = request.Person ?? new();
            var (person, wrong) = Person.Register(
                new(details.GivenName, details.FamilyName, details.BirthDate, details.DueDate), seal.Close(details.Bsn), id, by, present);
            if (person is null)
                return wrong;
            db.Add(person);
            var refusal = family.AddMember(person.Id, request.Role, from, by);
            family.NoteBirth(person.Id, person.BirthDate, by);
            return refusal;
        }, ct).AnswerFor((family, how) => family.Members.SingleOrDefault(one => one.RecordedAt == how.At) is { } member
            ? new Response(member.PersonId, member.Role, member.From, family.Version) : null);
}
