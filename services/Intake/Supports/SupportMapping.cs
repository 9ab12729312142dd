using Geborgen.CaseFiles;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Supports;

/// <summary>How support between people is stored.</summary>
static class SupportMapping
{
    public static void MapSupports(this ModelBuilder model) => model.Entity<SupportExchange>(exchange =>
    {
        exchange.HasIndex(one => new { one.Municipality, one.RegisteredAt, one.Id });
        exchange.IsOneRow("support_exchanges");
    });
}
