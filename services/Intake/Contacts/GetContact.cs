using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>
/// Reads a contact. A worker who is involved with the family reads all of it; who sent it reads how far it is.
/// </summary>
static class GetContact
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/contacts/{id:guid}", Handle)
        .RequireAccess("contact.read", "contact.read-status").WithETag()
        .WithName(nameof(GetContact)).WithSummary("Read a contact, or how far it is");

    static async Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, FamilyAccess access, CancellationToken ct)
    {
        if (await access.To(id, db.OriginOfContact(id), ct) is not { } grant)
            return Problems.NotFound();
        var contact = await db.Contacts.AsNoTracking().SingleAsync(contact => contact.Id == id, ct);
        var persons = await db.PersonsOf(contact.FamilyId, ct);
        await access.Log(grant, persons, ct);
        return grant.Relation == AccessPolicy.Sender
            ? TypedResults.Ok(RegisterContact.Response.Of(contact))
            : TypedResults.Ok(ContactResponse.Of(contact, access, grant));
    }
}
