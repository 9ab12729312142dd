using Geborgen.Messaging;
using Geborgen.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Geborgen.Architecture.Tests.Access;

/// <summary>A service on a real port and a database of its own.</summary>
public sealed class ServiceHost<TDb>(int port, Dictionary<string, string> settings) : WebApplicationFactory<TDb> where TDb : ServiceDb
{
    readonly TemporaryFolder keys = new("keys");

    public HttpClient Http { get; private set; } = null!;

    public string Database => settings["ConnectionStrings:databaseOwner"];

    /// <summary>Every route that the service answers on.</summary>
    public IReadOnlyList<RouteEndpoint> Routes => [.. Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>Makes its tables and starts it.</summary>
    public async Task StartAsync()
    {
        var migration = WebApplication.CreateSlimBuilder();
        foreach (var name in new[] { "ConnectionStrings:database", "ConnectionStrings:databaseOwner" })
            migration.Configuration[name] = settings[name];
        await migration.MigrateAsync<TDb>();

        UseKestrel(port);
        StartServer();
        Http = CreateClient();
    }

    /// <summary>The database as its owner, past every rule.</summary>
    public TDb OpenOwner() => (TDb)Activator.CreateInstance(
        typeof(TDb), new DbContextOptionsBuilder<TDb>().UseNpgsql(Database, npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).UseSnakeCaseNamingConvention().Options)!;

    /// <summary>What the access log holds for each request, by the trace that it came with.</summary>
    public async Task<ILookup<string, LoggedAccess>> AccessLog(CancellationToken ct)
    {
        await using var data = NpgsqlDataSource.Create(Database);
        await using var command = data.CreateCommand("select trace_id, action, account, resource, subject_id from access_log");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<(string Trace, LoggedAccess Row)>();
        while (await reader.ReadAsync(ct))
            rows.Add((await reader.IsDBNullAsync(0, ct) ? "" : reader.GetString(0), new(
                reader.GetString(1), reader.GetString(2), reader.GetString(3), await reader.IsDBNullAsync(4, ct) ? null : reader.GetGuid(4))));
        return rows.ToLookup(one => one.Trace, one => one.Row);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        keys.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("environment", "Development");
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        builder.UseSetting("Instance:ClientSecret", "development-only");
        builder.UseSetting("Keys:Path", keys.Path);
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(TestDay.Clock));
    }
}

/// <summary>What a row of the access log says about a request.</summary>
public sealed record LoggedAccess(string Action, string Account, string Resource, Guid? Subject);
