using System.Reflection;
using Geborgen.Messaging.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
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

    /// <summary>
    /// Makes the database where it is not there and applies what is missing, as the owner of the tables, lets the service's login in,
    /// and starts a new epoch of the log where one is due.
    /// </summary>
    /// <param name="owner">The connection string of the owner.</param>
    /// <param name="service">That of the service's own login, whose password it gets; null where somebody else sees to it.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>What was done, in one line.</returns>
    /// <exception cref="UnfitDatabaseException">Another version made the database; nothing was changed.</exception>
    internal static async Task<string> Apply<TDb>(string owner, string? service, CancellationToken ct) where TDb : ServiceDb
    {
        await using var connection = await HoldMade(owner, ct);
        var missing = await Missing<TDb>(connection, ct);
        if (missing.Count > 0)
            await Migrate<TDb>(connection, ct);
        if (service is not null && new NpgsqlConnectionStringBuilder(service).Password is { } password)
            await LetIn(connection, password, ct);
        var done = missing.Count == 0
            ? $"Up to date at {Known<TDb>()[^1]}; nothing to do."
            : $"Applied {string.Join(", ", missing)}.";
        return await LogEpochs.StartWhereDue(connection, ct) ? $"{done} Started a new epoch of the log." : done;
    }

    /// <summary>Refuses a database that lacks what this version needs, and starts a new epoch of the log where one is due.</summary>
    /// <exception cref="UnfitDatabaseException">Migrations are missing, or another version made the database.</exception>
    internal static async Task Require<TDb>(string connectionString, CancellationToken ct) where TDb : ServiceDb
    {
        try
        {
            await using var connection = await Hold(ServiceRole.Connection(connectionString), ct);
            if (await Missing<TDb>(connection, ct) is [.., var needed])
                throw UnfitDatabaseException.Lacks(needed);
            await LogEpochs.StartWhereDue(connection, ct);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification)
        {
            // The login comes with the tables.
            throw UnfitDatabaseException.Lacks($"the login of the service, or gives it another password, or lacks {Known<TDb>()[^1]}");
        }
    }

    static async Task LetIn(NpgsqlConnection connection, string password, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(ServiceRole.Login(password), connection);
        await command.ExecuteNonQueryAsync(ct);
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
    /// <exception cref="UnfitDatabaseException">The database has seen one that this version does not know.</exception>
    static async Task<List<string>> Missing<TDb>(NpgsqlConnection connection, CancellationToken ct) where TDb : ServiceDb
    {
        var missing = Known<TDb>();
        try
        {
            await using var command = new NpgsqlCommand("""select migration_id from "__EFMigrationsHistory" """, connection);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
                if (reader.GetString(0) is var seen && !missing.Remove(seen))
                    throw UnfitDatabaseException.OfAnotherVersion(seen);
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

    /// <summary>
    /// In one transaction, so that no table is left without its constraints or without the rights of the service: neither
    /// stands in the migrations themselves, which are made from the model.
    /// </summary>
    static async Task Migrate<TDb>(NpgsqlConnection connection, CancellationToken ct) where TDb : ServiceDb
    {
        var options = new DbContextOptionsBuilder<TDb>()
            .UseNpgsql(connection, npgsql => npgsql.CommandTimeout(0))
            .UseSnakeCaseNamingConvention()
            // A transaction begun here comes before Entity Framework's own lock; the one that is held already does its work.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.MigrationsUserTransactionWarning))
            // Otherwise the models that migrations need stay in memory as long as the process.
            .EnableServiceProviderCaching(false)
            .Options;
        await using var db = (TDb)Activator.CreateInstance(typeof(TDb), options)!;
        // Entity Framework finds out that this table is not there by an error, which would end the transaction.
        await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.MigrateAsync(ct);
        await using (var complete = new NpgsqlCommand(db.Constraints + ServiceRole.Grants(db), connection) { CommandTimeout = 0 })
            await complete.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }
}

/// <summary>The database is not as this version of the service needs it.</summary>
sealed class UnfitDatabaseException : Exception
{
    UnfitDatabaseException(string message) : base(message)
    {
    }

    internal static UnfitDatabaseException Lacks(string needed) =>
        new($"The database lacks {needed}, which this version needs: start it once with --migrate.");

    internal static UnfitDatabaseException LoginOfMore(string login, string more) =>
        new($"The login {login} can do more than a service may ({more}): give the connection string 'database' the login that --migrate makes.");

    internal static UnfitDatabaseException OfAnotherVersion(string seen) =>
        new($"The database was made by another version before the first release ({seen}) and cannot be carried over: stop everything and remove the data folder.");
}
