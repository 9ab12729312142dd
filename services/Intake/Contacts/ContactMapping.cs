using Geborgen.CaseFiles;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>How a contact is stored.</summary>
static class ContactMapping
{
    public static void MapContacts(this ModelBuilder model) => model.Entity<Contact>(contact =>
    {
        contact.HasIndex(c => c.FamilyId);
        contact.HasIndex(c => new { c.Sender, c.RegisteredAt, c.Id });
        contact.HasIndex(c => new { c.Municipality, c.ReceivedAt, c.Id });
        contact.HasIndex(c => new { c.Municipality, c.TakenOutAt, c.Id }).HasFilter("taken_out_at is not null");
        contact.HasIndex(c => c.PlaceKeys).HasMethod("gin");
        contact.OwnsOne(c => c.InvestigationRequest, request => request.HasIndex(r => r.RequestId).IsUnique());
        contact.HasQueryFilter(c => c.TakenOutAt == null);
        contact.IsOneRow("contacts");
    });
}
