using Npgsql;

namespace Geborgen.Messaging;

/// <summary>
/// The restricted database role that a running service works as: it can add to a log, but not change or remove what
/// stands there. Only migrations work as the owner of the tables.
/// </summary>
static class ServiceRole
{
    /// <summary>
    /// SQL that creates the role <c>{database}_service</c> and grants it what a service needs: reading and writing of all
    /// tables that stand at that moment, and of those only reading and adding for the logs.
    /// </summary>
    internal static string Grants(ServiceDb db) => $"""
        do $$
        declare
            service text := current_database() || '_service';
            log text;
        begin
            if not exists (select from pg_roles where rolname = service) then
                execute format('create role %I nologin', service);
            end if;
            execute format('grant %I to current_user', service);
            execute format('grant usage on schema public to %I', service);
            execute format('grant select, insert, update, delete on all tables in schema public to %I', service);
            foreach log in array array['{string.Join("', '", db.Logs)}'] loop
                if to_regclass(log) is not null then
                    execute format('revoke update, delete on %I from %I', log, service);
                end if;
            end loop;
        end $$;
        """;

    /// <summary>The connection string with which a service works as that role.</summary>
    internal static NpgsqlConnectionStringBuilder Restrict(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // No statement is prepared by itself: what was cancelled or refused in the moment of preparing would stay broken for whoever
            // gets the connection next.
            MaxAutoPrepare = 0,
            // Nothing is left in a session, so a reset at each return to the pool would only cost a command.
            NoResetOnClose = true,
        };
        connection.Options = $"-c role={connection.Database}_service";
        return connection;
    }
}
