using System.Diagnostics;
using System.Reflection;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Geborgen.Intake.Tests;

/// <summary>The built service as processes of its own: what operators start beside those that serve.</summary>
public sealed class OperationTests(IntakeServer serving)
{
    /// <summary>The one migration that there is until the first release.</summary>
    static readonly string Newest = typeof(IntakeDb).Assembly.GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Single();

    const string Earlier = "20261126161622_ReporterConsent";

    const string OfAnotherVersion =
        $"The database was made by another version before the first release ({Earlier}) and cannot be carried over: stop everything and remove the data folder.";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Migrating_says_what_was_done_and_then_that_nothing_is_left()
    {
        var database = await serving.Postgres.CreateDatabaseAsync("operations", Ct);

        var first = await RunAsync(database, "--migrate");
        var second = await RunAsync(database, "--migrate");

        Assert.Equal($"Applied {Newest}. Started a new epoch of the log.", first.LastLine);
        Assert.Equal($"Up to date at {Newest}; nothing to do.", second.LastLine);
        Assert.Equal((0, 0), (first.Code, second.Code));
    }

    [Fact]
    public async Task Of_several_that_migrate_at_once_one_does_it()
    {
        var database = await serving.Postgres.CreateDatabaseAsync("operations", Ct);

        var ended = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => RunAsync(database, "--migrate")));

        Assert.All(ended, one => Assert.Equal(0, one.Code));
        Assert.Single(ended, one => one.LastLine.StartsWith("Applied ", StringComparison.Ordinal));
        Assert.Equal(2, ended.Count(one => one.LastLine.StartsWith("Up to date ", StringComparison.Ordinal)));
        Assert.Equal(1L, await ScalarAsync(database, "select count(*) from log_epochs"));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_in_the_last_line()
    {
        var ended = await RunAsync("Host=127.0.0.1;Port=1;Username=postgres;Database=nowhere", "--migrate");

        Assert.Equal((1, "It failed: Connection refused"), (ended.Code, ended.LastLine));
    }

    [Fact]
    public async Task The_access_log_is_checked_while_the_service_writes_it()
    {
        using var lotte = await serving.As("lotte");
        using var refused = await lotte.GetAsync(new Uri($"/gm0344/intake/v1/contacts/{Guid.CreateVersion7()}", UriKind.Relative), Ct);

        var ended = await Service.RunAsync(serving.Database, new Dictionary<string, string>(Development) { ["Keys__Path"] = serving.Keys }, "--verify-access-log");

        Assert.Matches("^The access log holds: [0-9,]+ rows, first 20.{17}Z, last 20.{17}Z\\.$", ended.LastLine);
        Assert.Equal(0, ended.Code);
    }

    [Fact]
    public async Task A_broken_access_log_is_said_with_the_row()
    {
        var database = await serving.CreateDatabase();
        Assert.Equal((0, "The access log holds no row."), await RunAsync(database, "--verify-access-log"));
        await ScalarAsync(database, "insert into access_log (seq, at, action, digest, prev_hash, hash) values (1, '2026-11-02 12:00Z', 'read', '', '', '')");

        var ended = await RunAsync(database, "--verify-access-log");

        Assert.StartsWith("The access log is broken at row 1:", ended.LastLine, StringComparison.Ordinal);
        Assert.Equal(1, ended.Code);
    }

    [Fact]
    public async Task A_log_that_lost_its_end_is_said_with_the_row()
    {
        using var folder = new TemporaryFolder("intake-keys");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "access-log.head"), $"{7:D20} {new string('0', 64)}\n", Ct);

        var ended = await Service.RunAsync(
            await serving.CreateDatabase(), new Dictionary<string, string>(Development) { ["Keys__Path"] = folder.Path }, "--verify-access-log");

        Assert.Equal((1, "The access log is broken at row 1: it was written, as were all up to row 7, and is missing."), ended);
    }

    [Fact]
    public async Task Releasing_says_how_many_events_are_tried_again()
    {
        var database = await serving.CreateDatabase();
        await ScalarAsync(database, """
            insert into outbox (log_id, stream, version, until_version, attempts, retry_at)
            select id, gen_random_uuid(), 1, 1, 1, retry_at::timestamptz from (values (1, 'infinity'), (2, 'tomorrow'), (3, null)) as waiting(id, retry_at)
            """);

        Assert.Equal((0, "2 events that were parked or held are tried again within half a minute."), await RunAsync(database, "--release"));
        Assert.Equal((0, "No event is parked or held."), await RunAsync(database, "--release"));
        Assert.Equal(0L, await ScalarAsync(database, "select count(*) from outbox where retry_at is not null"));
    }

    [Fact]
    public async Task Rebuilding_says_which_projection_was_emptied()
    {
        var database = await serving.CreateDatabase();
        await ScalarAsync(database, "insert into inbox values ('involvement', gen_random_uuid(), '2026-11-02 12:00Z'), ('on-acute-danger-judged', gen_random_uuid(), '2026-11-02 12:00Z')");

        var ended = await RunAsync(database, "--rebuild", "involvement");

        Assert.Equal((0, "The projection involvement was emptied; while the service runs, it is read anew from the feeds of investigation, family-view."), ended);
        Assert.Equal("on-acute-danger-judged", await ScalarAsync(database, "select string_agg(projection, ' ') from inbox"));
    }

    [Theory]
    [InlineData("--rebuild", "everything")]
    [InlineData("--rebuild")]
    public async Task Rebuilding_without_a_known_name_does_nothing_and_lists_the_names(params string[] args)
    {
        var ended = await RunAsync(await serving.CreateDatabase(), args);

        Assert.Equal(
            (1, "Name one projection to rebuild: involvement."), ended);
    }

    [Fact]
    public async Task An_unknown_argument_is_refused_with_what_there_is()
    {
        var ended = await RunAsync(await serving.CreateDatabase(), "--rebuld", "involvement");

        Assert.Equal(1, ended.Code);
        Assert.Equal(
            "The argument --rebuld is not known. There are --migrate, --verify-access-log, --release and --rebuild NAME; without any of them the service serves.",
            ended.LastLine);
    }

    [Fact]
    public async Task In_development_services_make_their_database_and_migrate_it_once()
    {
        var name = $"made-{Guid.CreateVersion7():n}";
        await using var one = Service.Start(serving.Postgres.ConnectionString(name), Development);
        await using var other = Service.Start(serving.Postgres.ConnectionString(name), Development);
        await one.SaysAsync("Application started.");
        await other.SaysAsync("Application started.");

        Assert.Single([one, other], service => service.Lines.Exists(line => line.Contains("Applied ", StringComparison.Ordinal)));
        Assert.Single([one, other], service => service.Lines.Exists(line => line.Contains($"Up to date at {Newest}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Outside_development_a_service_refuses_a_database_that_was_not_migrated()
    {
        var database = await serving.Postgres.CreateDatabaseAsync("operations", Ct);

        var ended = await Service.RunAsync(database, Production);

        Assert.Equal(1, ended.Code);
        Assert.Contains($"or lacks {Newest}, which this version needs: start it once with --migrate.", ended.LastLine, StringComparison.Ordinal);
        Assert.Equal(0L, await ScalarAsync(database, "select count(*) from pg_tables where schemaname = 'public'"));
    }

    [Fact]
    public async Task Outside_development_a_service_refuses_a_database_that_lacks_a_migration()
    {
        var database = await serving.CreateDatabase();
        await ScalarAsync(database, $"""delete from "__EFMigrationsHistory" where migration_id = '{Newest}'""");

        var ended = await Service.RunAsync(database, Production);

        Assert.Equal(1, ended.Code);
        Assert.Contains($"The database lacks {Newest}, which this version needs: start it once with --migrate.", ended.LastLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_another_version_before_the_first_release_is_not_migrated()
    {
        var database = await OfAnotherVersionAsync();

        var ended = await RunAsync(database, "--migrate");

        Assert.Equal((1, $"It failed: {OfAnotherVersion}"), ended);
        Assert.Equal(Earlier, await ScalarAsync(database, """select string_agg(migration_id, ' ') from "__EFMigrationsHistory" """));
        Assert.Equal(0L, await ScalarAsync(database, "select count(*) from pg_tables where tablename = 'contacts'"));
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task A_service_does_not_serve_on_a_database_of_another_version_before_the_first_release(string environment)
    {
        var ended = await Service.RunAsync(await OfAnotherVersionAsync(), environment == "Development" ? Development : Production);

        Assert.Equal(1, ended.Code);
        Assert.EndsWith($"The service does not start. {OfAnotherVersion}", ended.LastLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migrated_service_may_add_to_its_logs_and_not_rewrite_them()
    {
        var database = await serving.CreateDatabase();

        var rights = await ScalarAsync(database, """
            select string_agg(log || ' ' || right_, ', ' order by log, right_)
            from unnest(array['access_log', 'event_log', 'outbox']) log, unnest(array['insert', 'select', 'update', 'delete', 'truncate']) right_
            where has_table_privilege(current_database() || '_service', log, right_)
            """);

        Assert.Equal(
            "access_log insert, access_log select, event_log insert, event_log select, outbox delete, outbox insert, outbox select, outbox update", rights);
    }

    [Fact]
    public async Task Outside_development_a_service_serves_on_a_database_that_was_migrated()
    {
        await using var service = Service.Start(await serving.CreateDatabase(), Production);

        await service.SaysAsync("Application started.");
    }

    [Theory]
    [InlineData("superuser", "it has a right over the whole server")]
    [InlineData("createrole", "it has a right over the whole server")]
    public async Task A_service_does_not_serve_under_a_login_that_can_do_more(string more, string why)
    {
        var database = await serving.CreateDatabase();
        await ScalarAsync(database, $"""alter role "{Login(database)}" {more}""");

        var ended = await Service.RunAsync(database, Production);

        Assert.Equal(1, ended.Code);
        Assert.Contains($"The login {Login(database)} can do more than a service may ({why})", ended.LastLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_does_not_serve_under_a_login_that_can_take_another_role()
    {
        var database = await serving.CreateDatabase();
        await ScalarAsync(database, $"""grant pg_read_all_data to "{Login(database)}" """);

        Assert.Contains("(it can take another role)", (await Service.RunAsync(database, Development)).LastLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_does_not_serve_as_the_owner_of_a_table()
    {
        var database = await serving.CreateDatabase();
        await ScalarAsync(database, $"""alter table event_log owner to "{Login(database)}" """);

        Assert.Contains("(it owns what it works with)", (await Service.RunAsync(database, Development)).LastLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("set role none")]
    [InlineData("reset role")]
    [InlineData("set session authorization default")]
    public async Task The_login_of_a_service_cannot_become_more(string attempt)
    {
        var login = PostgresServer.ServiceLogin(await serving.CreateDatabase());

        var refused = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(login, $"{attempt}; update event_log set name = 'x'"));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Theory]
    [InlineData("set role postgres")]
    [InlineData("create role more")]
    [InlineData("create table more ()")]
    [InlineData("create temporary table more ()")]
    [InlineData("alter table event_log disable trigger all")]
    [InlineData("copy (select 1) to program 'true'")]
    [InlineData("truncate access_log")]
    public async Task The_login_of_a_service_has_nothing_else(string attempt)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(
            async () => await ScalarAsync(PostgresServer.ServiceLogin(await serving.CreateDatabase()), attempt));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_login_of_a_service_does_not_reach_another_database()
    {
        var (own, other) = (await serving.CreateDatabase(), await serving.CreateDatabase());
        var there = new NpgsqlConnectionStringBuilder(PostgresServer.ServiceLogin(own)) { Database = new NpgsqlConnectionStringBuilder(other).Database };

        var refused = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(there.ConnectionString, "select 1"));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    static string Login(string database) => new NpgsqlConnectionStringBuilder(PostgresServer.ServiceLogin(database)).Username!;

    static Task<(int Code, string LastLine)> RunAsync(string database, params string[] args) => Service.RunAsync(database, Development, args);

    /// <summary>A migrated database of which the history tells of a migration that was taken back, with a table of that time missing.</summary>
    async Task<string> OfAnotherVersionAsync()
    {
        var database = await serving.CreateDatabase();
        await ScalarAsync(database, $"""update "__EFMigrationsHistory" set migration_id = '{Earlier}'; drop table contacts cascade""");
        return database;
    }

    static async Task<object?> ScalarAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Ct);
    }

    static readonly Dictionary<string, string> Development = new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["services__keycloak__http__0"] = "http://127.0.0.1:1",
    };

    static readonly Dictionary<string, string> Production = new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["services__keycloak__https__0"] = "https://127.0.0.1:1",
        ["Organisations__Path"] = Path.GetFullPath("../../../../deploy/organisations.json", AppContext.BaseDirectory),
    };

    /// <summary>A process of the service.</summary>
    sealed class Service : IAsyncDisposable
    {
        readonly Process process;
        readonly TemporaryFolder keys = new("intake-keys");

        Service(string database, IReadOnlyDictionary<string, string> environment, string[] args)
        {
            var info = new ProcessStartInfo("dotnet", [typeof(IntakeDb).Assembly.Location, .. args])
            {
                RedirectStandardOutput = true,
                WorkingDirectory = AppContext.BaseDirectory,
                Environment =
                {
                    ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                    ["ConnectionStrings__databaseOwner"] = database,
                    ["ConnectionStrings__database"] = PostgresServer.ServiceLogin(database),
                    ["ConnectionStrings__rabbitmq"] = "amqp://nobody:nobody@127.0.0.1:1",
                    ["Instance__Name"] = "intake-gm0344",
                    ["Instance__Organisation"] = "gm0344",
                    ["Instance__Municipalities__0"] = "gm0344",
                    ["Instance__ClientSecret"] = "secret",
                    ["Keys__Path"] = keys.Path,
                },
            };
            foreach (var (name, value) in environment)
                info.Environment[name] = value;
            process = Process.Start(info)!;
        }

        /// <summary>What it has said until now.</summary>
        internal List<string> Lines { get; } = [];

        internal static Service Start(string database, IReadOnlyDictionary<string, string> environment) => new(database, environment, []);

        /// <summary>Runs it to its end.</summary>
        internal static async Task<(int Code, string LastLine)> RunAsync(
            string database, IReadOnlyDictionary<string, string> environment, params string[] args)
        {
            await using var service = new Service(database, environment, args);
            while (await service.process.StandardOutput.ReadLineAsync(Ct) is { } line)
                service.Lines.Add(line);
            await service.process.WaitForExitAsync(Ct);
            return (service.process.ExitCode, service.Lines[^1]);
        }

        /// <summary>Waits until it says something.</summary>
        internal async Task SaysAsync(string words)
        {
            while (!Lines.Exists(line => line.Contains(words, StringComparison.Ordinal)))
                Lines.Add(await process.StandardOutput.ReadLineAsync(Ct) ?? throw new EndOfStreamException(string.Join('\n', Lines)));
        }

        public async ValueTask DisposeAsync()
        {
            if (!process.HasExited)
                process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            keys.Dispose();
        }
    }
}
