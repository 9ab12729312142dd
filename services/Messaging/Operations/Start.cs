using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Geborgen.Messaging;

/// <summary>
/// Serves on a database that is as this version needs it, or not at all. In Development the service migrates it itself;
/// elsewhere that is a step of its own, taken by an account that owns the tables.
/// </summary>
static class Start
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Again = TimeSpan.FromMilliseconds(200);

    internal static async Task Serve<TDb>(WebApplication app, string connectionString, Func<CancellationToken, Task<string>> migrate) where TDb : ServiceDb
    {
        try
        {
            await Prepare<TDb>(app, connectionString, migrate);
        }
        catch (Exception exception) when (exception is NpgsqlException or UnfitDatabaseException)
        {
            app.Logger.LogCritical("The service does not start. {Cause}", Operations.Cause(exception));
            Environment.ExitCode = 1;
            await app.DisposeAsync();
            return;
        }
        await app.RunAsync();
    }

    /// <summary>The server may still be starting or taking over, and the database may be made at this moment.</summary>
    static async Task Prepare<TDb>(WebApplication app, string connectionString, Func<CancellationToken, Task<string>> migrate) where TDb : ServiceDb
    {
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var giveUp = clock.GetUtcNow() + Patience;
        for (var waits = false; ; waits = true)
            try
            {
                if (app.Environment.IsDevelopment())
                    app.Logger.LogInformation("{Migrated}", await migrate(app.Lifetime.ApplicationStopping));
                else
                    await Migrations.Require<TDb>(connectionString, app.Lifetime.ApplicationStopping);
                await ServiceRole.RefuseMore(connectionString, app.Lifetime.ApplicationStopping);
                return;
            }
            catch (NpgsqlException exception) when (IsNotThereYet(exception) && clock.GetUtcNow() < giveUp)
            {
                if (!waits)
                    app.Logger.LogInformation("The service waits for its database. {Cause}", Operations.Cause(exception));
                await Task.Delay(Again, clock, app.Lifetime.ApplicationStopping);
            }
    }

    static bool IsNotThereYet(NpgsqlException exception) =>
        exception.IsTransient || exception.SqlState is PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.ReadOnlySqlTransaction;
}
