using Npgsql;

namespace Geborgen.Messaging;

/// <summary>
/// The login of a running service: it reads and writes what stands in the service's database and can add to a log, but neither
/// change nor remove what stands there, and it has nothing else. Only migrations work as the owner of the tables.
/// </summary>
static class ServiceRole
{
    /// <summary>What a login has that a service does not need; null when it has nothing of it.</summary>
    const string More = """
        select case
            when rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls then 'it has a right over the whole server'
            when exists (select from pg_auth_members where member = login.oid) then 'it can take another role'
            when exists (select from pg_class where relowner = login.oid)
              or exists (select from pg_database where datdba = login.oid) then 'it owns what it works with'
        end
        from pg_roles login where rolname = session_user
        """;

    /// <summary>
    /// SQL that creates the role <c>{database}_service</c> and grants it what a service needs: reading and writing of all
    /// tables that stand at that moment, and of those only reading and adding for the logs. Nobody else gets in but the owner.
    /// </summary>
    internal static string Grants(ServiceDb db) => $"""
        do $$
        declare
            service text := current_database() || '_service';
            log text;
        begin
            if not exists (select from pg_roles where rolname = service) then
                execute format('create role %I', service);
            end if;
            execute format('revoke all on database %I from public', current_database());
            execute format('grant connect on database %I to %I', current_database(), service);
            execute format('grant usage on schema public to %I', service);
            execute format('grant select, insert, update, delete on all tables in schema public to %I', service);
            foreach log in array array['{string.Join("', '", db.Logs)}'] loop
                if to_regclass(log) is not null then
                    execute format('revoke update, delete on %I from %I', log, service);
                end if;
            end loop;
        end $$;
        """;

    /// <summary>SQL that lets the role log in with a password, and with no other.</summary>
    internal static string Login(string password) => $"""
        do $$
        begin
            execute format('alter role %I login password %L', current_database() || '_service', '{password.Replace("'", "''", StringComparison.Ordinal)}');
        end $$;
        """;

    /// <summary>How a service connects, by the connection string of its own login.</summary>
    internal static NpgsqlConnectionStringBuilder Connection(string connectionString) => new(connectionString)
    {
        // No statement is prepared by itself: what was cancelled or refused in the moment of preparing would stay broken for whoever
        // gets the connection next.
        MaxAutoPrepare = 0,
        // Nothing is left in a session, so a reset at each return to the pool would only cost a command.
        NoResetOnClose = true,
    };

    /// <summary>Refuses to work under a login that could undo what the service may not do.</summary>
    /// <exception cref="UnfitDatabaseException">It is a superuser, an owner, or can become one.</exception>
    internal static async Task RefuseMore(string connectionString, CancellationToken ct)
    {
        var settings = Connection(connectionString);
        settings.Pooling = false;
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(More, connection);
        if (await command.ExecuteScalarAsync(ct) is string more)
            throw UnfitDatabaseException.LoginOfMore(settings.Username!, more);
    }
}
