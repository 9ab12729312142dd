using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Intake.Persons;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>Records that those concerned, or some of them, were told about a report.</summary>
public static class TellThoseConcerned
{
    /// <summary>How and by whom they were told.</summary>
    /// <param name="How">How they were told.</param>
    /// <param name="ToldBy">Who told them, by name.</param>
    /// <param name="Persons">
    /// Which members of the family were told; everybody in it when absent. The term stops once both parents, and each
    /// child of 12 and older, were told; whoever was not can't see that there is a report.
    /// </param>
    public sealed record Request(
        [property: Required, StringLength(2000)] string How,
        [property: Required, StringLength(200)] string ToldBy,
        [property: MaxLength(50)] IReadOnlyList<Guid>? Persons = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/telling", Handle)
        .RequireAccess("contact.tell").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(TellThoseConcerned)).WithSummary("Record that those concerned were told about the report");

    static Task<Results<Ok<ContactResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, TimeLimits limits, Change<Contact> change, Files<Contact, ContactResponse> files, IntakeDb db, CancellationToken ct) =>
        change.Apply(id, async (contact, by) =>
        {
            var family = await db.Families.AsNoTracking().SingleAsync(one => one.Id == contact.GoesOnIn, ct);
            Guid[] present = [.. family.MembersAt(by.Now).Select(member => member.PersonId)], told = [.. request.Persons?.Distinct() ?? present];
            if (told.Except(present).Any())
                return StatementRefusals.NotAMember;
            var mustHear = await db.AsIn(contact.FamilyId, family, family.MustHearOfReports(by.Now), ct);
            return contact.TellThoseConcerned(
                await db.AsIn(contact.FamilyId, family, told, ct), request.How, request.ToldBy, mustHear, TellingTerms.At(limits, by.Now), by);
        }, ct).AnswerFor(files.Show);
}
