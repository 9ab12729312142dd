using Geborgen.CaseFiles;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>Reads a contact with all its statements.</summary>
static class GetContact
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/contacts/{id:guid}", Handle)
        .RequireAccess("contact.read").WithETag()
        .WithName(nameof(GetContact)).WithSummary("Read a contact");

    static async Task<Results<Ok<ContactResponse>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, Files<Contact, ContactResponse> files, FamilyAccess access, CancellationToken ct)
    {
        if (await access.To(id, files.WhoseIs(id), ct) is not { } grant)
            return Problems.NotFound();
        var contact = await db.Contacts.AsNoTracking().SingleAsync(contact => contact.Id == id, ct);
        var persons = await db.PersonsOf(contact.FamilyId, ct);
        await access.Log(grant, persons, ct);
        return TypedResults.Ok(files.Show(contact, grant));
    }
}
