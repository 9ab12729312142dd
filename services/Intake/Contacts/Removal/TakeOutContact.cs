using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Intake.Emergencies;
using Geborgen.Intake.Families;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>
/// Takes a contact out of sight that was registered in error, with its emergency and whom it judged to be in danger. Where somebody of the family
/// or of another organisation knows of it, that is a data breach, and they are told. People who were named in it are taken out one by one.
/// </summary>
public static class TakeOutContact
{
    /// <summary>Why it is taken out.</summary>
    /// <param name="Reason">What went wrong.</param>
    /// <param name="DiscoveredAt">When somebody found out; now when left out.</param>
    public sealed record Request([property: Required, StringLength(4000)] string Reason, DateTimeOffset? DiscoveredAt = null);

    /// <summary>That it is out of sight.</summary>
    /// <param name="Id">The contact.</param>
    /// <param name="TakenOutAt">When it was taken out.</param>
    public sealed record Response(Guid Id, DateTimeOffset TakenOutAt);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/removal", Handle)
        .RequireAccess("contact.remove").RequireIfMatch().Idempotent()
        .WithName(nameof(TakeOutContact)).WithSummary("Take out of sight a contact that was registered in error");

    static Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, IntakeDb db, Change<Contact> change, Files<Contact> files, DataBreaches breaches, SeekKeyWorker seek,
        EmergencyOfFiles emergencies, OrganisationRegistry registry, CancellationToken ct) =>
        change.ApplyEvenIfClosed(id, async (contact, by) =>
        {
            var persons = (await files.PersonsOf(contact, ct)).ToList();
            var told = await db.Emergencies.Where(one => one.ContactId == id).ToListAsync(ct);
            if (contact.TakeOut(request.Reason, told, by) is { } refusal)
                return refusal;
            if (await breaches.RecordIfKnownOutside(
                new(BreachSubject.Contact, id, contact.FamilyId, contact.Municipality, persons, request.Reason, request.DiscoveredAt),
                [
                    .. contact.KnownToPersons.Select(person => new BreachReader(null, null, contact.ToldAt(person) ?? contact.RegisteredAt, person)),
                    // To the regional team it was sent, whoever of it read it there, and whether or not it was heard yet that it had it.
                    .. told.Select(one => new BreachReader(null, registry.Current.RegionalOnDuty(contact.Municipality).Organisation, one.ReceivedAt ?? one.RaisedAt)),
                ],
                ["contact", "emergency"], contact.RegisteredAt, by, ct) is { } unclear)
                return unclear;
            told.ForEach(emergency => emergency.TakeOut(by));
            await db.TakeBackNotices(contact, ct);
            // Danger that others judged stands without it.
            await db.SaveChangesAsync(ct);
            var family = await seek.FamilyOf(contact, ct);
            await emergencies.RaiseWhereDangerStands(family, by, ct);
            await seek.WhereNothingFollows(family, by, ct);
            return null;
        }, ct).AnswerFor((contact, _) => new Response(contact.Id, contact.TakenOutAt!.Value));
}
