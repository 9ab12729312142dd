using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>
/// Reads a contact. A worker who is involved with the family reads all of it; the system that sent it reads how far it is.
/// </summary>
static class GetContact
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/contacts/{id:guid}", Handle)
        .RequireAccess("contact.read", "contact.read-status").WithETag()
        .WithName(nameof(GetContact)).WithSummary("Read a contact, or how far it is");

    static async Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, FamilyAccess access, CancellationToken ct)
    {
        if (await db.Contacts.AsNoTracking().SingleOrDefaultAsync(contact => contact.Id == id, ct) is not { } contact
            || await access.To(contact.FamilyId, contact.Sender, ct) is not { } grant)
            return Problems.NotFound();
        var persons = await db.PersonsOf(contact.FamilyId, ct);
        await access.Log(grant, persons, ct);
        return grant.Relation == AccessPolicy.Sender
            ? TypedResults.Ok(new RegisterContact.Response(contact.Id, contact.FamilyId, contact.Status, contact.ReceivedAt, contact.Version))
            : TypedResults.Ok(ContactResponse.Of(contact, grant.Relation));
    }
}
