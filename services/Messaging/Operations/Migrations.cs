using System.Reflection;
using Geborgen.Messaging.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Geborgen.Messaging;

/// <summary>
/// Brings a database to the state that this version of the service needs. One process at a time does so for one database;
/// those that come meanwhile wait and find nothing left to do. Whether there is anything to do is asked in SQL: the model
/// that Entity Framework needs for it takes longer to make than all the rest.
/// </summary>
static class Migrations
{
    /// <summary>Its own number in the database; nothing else takes session locks with it.</summary>
    const long Lock = 0x6d696772617465;

    /// <summary>Makes the database where it is not there and applies what is missing, as the owner of the tables, and starts a new epoch of the log where one is due.</summary>
    /// <returns>What was done, in one line.</returns>
    internal static async Task<string> Apply<TDb>(string connectionString, CancellationToken ct) where TDb : ServiceDb
    {
        await using var connection = await HoldMade(connectionString, ct);
        var missing = await Missing<TDb>(connection, ct);
        if (missing.Count > 0)
            await Migrate<TDb>(connection, ct);
        var done = missing.Count switch
        {
            0 => $"Up to date at {Known<TDb>()[^1]}; nothing to do.",
            1 => $"Applied 1 migration: {missing[0]}.",
            _ => $"Applied {missing.Count} migrations: {string.Join(", ", missing)}.",
        };
        return await LogEpochs.StartWhereDue(connection, ct) ? $"{done} Started a new epoch of the log." : done;
    }

    /// <summary>Refuses a database that lacks what this version needs, and starts a new epoch of the log where one is due.</summary>
    /// <exception cref="NotMigratedException">Migrations are missing.</exception>
    internal static async Task Require<TDb>(string connectionString, CancellationToken ct) where TDb : ServiceDb
    {
        try
        {
            await using var connection = await Hold(ServiceRole.Restrict(connectionString), ct);
            if (await Missing<TDb>(connection, ct) is [.., var needed] missing)
                throw new NotMigratedException(Known<TDb>().Except(missing).LastOrDefault(), needed);
            await LogEpochs.StartWhereDue(connection, ct);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InvalidParameterValue)
        {
            // The role of the service is not there: the first migration makes it.
            throw new NotMigratedException(null, Known<TDb>()[^1]);
        }
    }

    static async Task<NpgsqlConnection> HoldMade(string connectionString, CancellationToken ct)
    {
        try
        {
            return await Hold(new(connectionString), ct);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await Make(new(connectionString), ct);
            return await Hold(new(connectionString), ct);
        }
    }

    static async Task Make(NpgsqlConnectionStringBuilder settings, CancellationToken ct)
    {
        var name = settings.Database!.Replace("\"", "\"\"", StringComparison.Ordinal);
        (settings.Database, settings.Pooling) = ("postgres", false);
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(ct);
        await using var make = new NpgsqlCommand($"create database \"{name}\"", connection) { CommandTimeout = 0 };
        try
        {
            await make.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process made it at this moment.
        }
    }

    /// <summary>A connection that holds the lock until it is closed, so not one of a pool.</summary>
    static async Task<NpgsqlConnection> Hold(NpgsqlConnectionStringBuilder settings, CancellationToken ct)
    {
        settings.Pooling = false;
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            await using var hold = new NpgsqlCommand("select pg_advisory_lock($1)", connection) { CommandTimeout = 0, Parameters = { new() { Value = Lock } } };
            await hold.ExecuteNonQueryAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The migrations that this version knows and the database has not seen.</summary>
    static async Task<List<string>> Missing<TDb>(NpgsqlConnection connection, CancellationToken ct) where TDb : ServiceDb
    {
        var missing = Known<TDb>();
        try
        {
            await using var command = new NpgsqlCommand("""select migration_id from "__EFMigrationsHistory" """, connection);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
                missing.Remove(reader.GetString(0));
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            // It has seen none.
        }
        return missing;
    }

    static List<string> Known<TDb>() =>
    [
        .. typeof(TDb).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(TDb))
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal),
    ];

    static async Task Migrate<TDb>(NpgsqlConnection connection, CancellationToken ct) where TDb : ServiceDb
    {
        var options = new DbContextOptionsBuilder<TDb>()
            .UseNpgsql(connection, npgsql => npgsql.CommandTimeout(0))
            .UseSnakeCaseNamingConvention()
            // Otherwise the models that migrations need stay in memory as long as the process.
            .EnableServiceProviderCaching(false)
            .Options;
        await using var db = (TDb)Activator.CreateInstance(typeof(TDb), options)!;
        await db.Database.MigrateAsync(ct);
    }
}

/// <summary>The database lacks what this version of the service needs.</summary>
sealed class NotMigratedException(string? present, string needed) : Exception(
    $"The database is at {present ?? "no migration"}, this version needs {needed}: start it once with --migrate.");
