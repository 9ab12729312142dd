using Geborgen.CaseFiles;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Supports;

/// <summary>How support between people is stored.</summary>
static class SupportMapping
{
    public static void MapSupports(this ModelBuilder model) => model.Entity<SupportExchange>(exchange =>
    {
        exchange.ToTable("support_exchanges");
        exchange.Property(one => one.Id).ValueGeneratedNever();
        exchange.Property(one => one.Version).IsConcurrencyToken();
        exchange.HasIndex(one => new { one.Municipality, one.RegisteredAt, one.Id });
        exchange.OwnsOne(one => one.Contact, contact => contact.ToTable("support_contacts"));
        exchange.OwnsOne(one => one.Match, match => match.ToTable("support_matches"));
        exchange.OwnsMany(one => one.Notes, note => note.InTable("support_notes", "ExchangeId"));
    });
}
