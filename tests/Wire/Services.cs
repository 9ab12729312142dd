using Geborgen.FamilyView;
using Geborgen.Intake;
using Geborgen.Investigation;
using Geborgen.Messaging;
using Geborgen.Planning;
using Geborgen.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Geborgen.Wire.Tests.Services))]

namespace Geborgen.Wire.Tests;

/// <summary>
/// Every service with an API, on real ports and real databases, with real tokens; the broker is away. A test starts those
/// that it asks for.
/// </summary>
public sealed class Services : IAsyncDisposable
{
    /// <summary>Every service with an API.</summary>
    public static IReadOnlyList<string> All { get; } = ["intake", "investigation", "planning", "family-view"];

    readonly PostgresServer postgres = new();
    readonly TemporaryFolder keys = new("wire-keys");
    readonly Lazy<TestIdentity> identity = new(() => new TestIdentity());
    readonly Dictionary<string, Lazy<Task<Running>>> running;

    public Services() => running = new()
    {
        ["intake"] = new(() => Start<IntakeDb>("intake-gm0344", "gm0344", "/gm0344/intake/v1")),
        ["investigation"] = new(() => Start<InvestigationDb>("investigation", "rvt-utrecht", "/gm0344/investigation/v1")),
        ["planning"] = new(() => Start<PlanningDb>("planning-gm0344", "gm0344", "/gm0344/planning/v1")),
        ["family-view"] = new(() => Start<FamilyViewDb>("family-view", "rvt-utrecht", "/family-view/v1")),
    };

    /// <summary>A service, started when it is first asked for.</summary>
    public Task<Running> Of(string service) => running[service].Value;

    /// <summary>A token of a client.</summary>
    public Task<string> TokenOfClient(string client) => identity.Value.ClientTokenAsync(client);

    /// <summary>A token of a user.</summary>
    public Task<string> TokenOfUser(string user) => identity.Value.UserTokenAsync(user);

    public async ValueTask DisposeAsync()
    {
        foreach (var one in running.Values.Where(one => one.IsValueCreated))
            await (await one.Value).DisposeAsync();
        if (identity.IsValueCreated)
            await identity.Value.DisposeAsync();
        await postgres.DisposeAsync();
        keys.Dispose();
    }

    async Task<Running> Start<TDb>(string name, string organisation, string api) where TDb : ServiceDb
    {
        var database = await postgres.CreateDatabaseAsync(name, CancellationToken.None);
        var migration = WebApplication.CreateSlimBuilder();
        migration.Configuration["ConnectionStrings:databaseOwner"] = database;
        migration.Configuration["ConnectionStrings:database"] = PostgresServer.ServiceLogin(database);
        await migration.MigrateAsync<TDb>();
        var factory = new Factory<TDb>(new()
        {
            ["environment"] = "Development",
            ["Logging:LogLevel:Default"] = "Critical",
            ["ConnectionStrings:databaseOwner"] = database,
            ["ConnectionStrings:database"] = PostgresServer.ServiceLogin(database),
            ["ConnectionStrings:rabbitmq"] = "amqp://nobody:nobody@127.0.0.1:1",
            ["Instance:Name"] = name,
            ["Instance:Organisation"] = organisation,
            ["Instance:Municipalities:0"] = "gm0344",
            ["Instance:ClientSecret"] = "development-only",
            ["Keys:Path"] = Path.Combine(keys.Path, name),
            ["services:keycloak:http:0"] = identity.Value.Server.ToString(),
        });
        factory.UseKestrel(0);
        factory.StartServer();
        return new(factory, factory.Services, factory.CreateClient(), api);
    }

    sealed class Factory<TDb>(Dictionary<string, string> settings) : WebApplicationFactory<TDb> where TDb : class
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(TestDay.Clock));
        }
    }
}

/// <summary>A service that runs.</summary>
public sealed record Running(IAsyncDisposable Host, IServiceProvider Services, HttpClient Http, string Api) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
