using Microsoft.EntityFrameworkCore;

namespace Geborgen.Identity;

/// <summary>OpenIddict's own store: clients, and the codes and refresh tokens that must not be used twice.</summary>
sealed class IdentityDb(DbContextOptions<IdentityDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseOpenIddict();
}
