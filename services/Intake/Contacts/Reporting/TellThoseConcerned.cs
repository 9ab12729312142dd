using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Records that those concerned, or some of them, were told about a report.</summary>
public static class TellThoseConcerned
{
    /// <summary>How and by whom they were told.</summary>
    /// <param name="How">How they were told.</param>
    /// <param name="ToldBy">Who told them, by name.</param>
    /// <param name="Persons">
    /// Which members were told, also who went to another file since; everybody in the family when absent. The term stops once both parents, and
    /// each child of 12 and older, were told; whoever was not can't see that there is a report. Of a call for help nobody has to be told: who was is
    /// named, who made it on the web site without a login too.
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
            var kin = await db.KinOf([contact.FamilyId], ct);
            Guid[] concerned = [.. kin.Persons.Where(one => kin.Concerns(one, contact.FamilyId, contact.ReceivedAt))];
            Guid[] told = [.. request.Persons?.Distinct() ?? (contact.IsOwnCall ? [] : kin.InUse(contact.FamilyId).MembersAt(by.Now).Select(member => member.PersonId).Intersect(concerned))];
            return told.Except(concerned).Any() ? StatementRefusals.NotAMember
                : contact.TellThoseConcerned(
                    kin.AsIn(contact.FamilyId, told), request.How, request.ToldBy, kin.MustHear(contact.FamilyId, contact.ReceivedAt, by.Now), TellingTerms.At(limits, by.Now), by);
        }, ct).AnswerFor(files.Show);
}
