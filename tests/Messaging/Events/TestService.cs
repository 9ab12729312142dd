using System.Collections.Concurrent;
using System.Text.Json;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Messaging.Events;
using Geborgen.ServiceDefaults;
using Geborgen.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Geborgen.Messaging.Tests.Events;

/// <summary>One instance of a service: <c>intake</c> raises events, any other name projects them.</summary>
sealed class TestService : IAsyncDisposable
{
    static readonly string[] Served = ["gm0344"];

    readonly TemporaryFolder folder;

    TestService(WebApplication app, string database, ConcurrentQueue<string> log, TemporaryFolder folder)
    {
        this.folder = folder;
        App = app;
        Database = database;
        Log = log;
    }

    internal WebApplication App { get; }

    /// <summary>What its paths start with.</summary>
    internal required string Api { get; init; }

    internal string Database { get; }

    internal ConcurrentQueue<string> Log { get; }

    internal Trouble Trouble => App.Services.GetRequiredService<Trouble>();

    internal ProjectionWorker<TestDb> Worker => App.Services.GetRequiredKeyedService<ProjectionWorker<TestDb>>("members");

    internal NpgsqlDataSource DataSource => App.Services.GetRequiredService<NpgsqlDataSource>();

    internal MessagingMetrics Metrics => App.Services.GetRequiredService<MessagingMetrics>();

    internal CommitSignal Signal => App.Services.GetRequiredService<CommitSignal>();

    internal InboxCleanup Cleanup => ActivatorUtilities.CreateInstance<InboxCleanup>(App.Services);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Builds one that is not started.</summary>
    internal static TestService Build(
        string service, string database, string broker, TestIdentity? identity = null, int? port = null, string? registry = null,
        TimeProvider? clock = null, bool traced = false)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseUrls($"http://127.0.0.1:{port ?? FreePorts.Next()}");
        builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = traced ? Spans.Exporter : null;
        builder.Configuration["ConnectionStrings:databaseOwner"] = database;
        builder.Configuration["ConnectionStrings:database"] = PostgresServer.ServiceLogin(database);
        builder.Configuration["ConnectionStrings:rabbitmq"] = broker;
        builder.Configuration["services:keycloak:http:0"] = identity?.Server.ToString() ?? "http://127.0.0.1:9";
        builder.Configuration["Instance:Name"] = InstanceOf(service);
        builder.Configuration["Instance:Organisation"] = "gm0344";
        builder.Configuration["Instance:Municipalities:0"] = Served[0];
        builder.Configuration["Instance:ClientSecret"] = "development-only";
        var folder = new TemporaryFolder("service");
        var organisations = Path.Combine(folder.Path, "organisations.json");
        File.WriteAllText(organisations, registry ?? Registry());
        builder.Configuration["Organisations:Path"] = organisations;
        builder.Configuration["Keys:Path"] = Path.Combine(folder.Path, "keys");
        var log = new ConcurrentQueue<string>();
        builder.Services.AddSingleton(clock ?? TestDay.Clock);
        builder.AddServiceDefaults(new ServiceDescription(service, service, "Under test."));
        builder.Services.AddOpenApi();
        builder.Logging.ClearProviders().AddProvider(new LogRecorder(log));
        builder.Services.AddSingleton<Trouble>();
        builder.AddAccess<TestDb>(service, messaging =>
        {
            if (service != "intake")
                messaging.Projects<Members>("members");
        });
        builder.Services.AddCommands<TestDb>().AddHostedService<ClockTicker<TestDb>>();
        var app = builder.Build();
        app.UseServiceDefaults();
        var api = app.MapApi(service == "intake" ? "/{municipality}/intake/v1" : $"/{service}/v1");
        api.MapFeed();
        api.MapAccessLog();
        return new TestService(app, database, log, folder) { Api = service == "intake" ? "/gm0344/intake/v1" : $"/{service}/v1" };
    }

    internal async Task<TestService> StartAsync()
    {
        await App.StartAsync(Ct);
        return this;
    }

    /// <summary>A registry that names these services and no others.</summary>
    internal static string Registry(params (string Service, int Port)[] services) => JsonSerializer.Serialize(new
    {
        municipalities = Served.Select(code => new { code, name = code, dutyTeam = "duty" }),
        parties = new[]
        {
            new
            {
                id = "gm0344",
                name = "Utrecht",
                teams = new[] { new { id = "duty", name = "Duty" } },
                services = services.Select(one => (one.Service, Instance: InstanceOf(one.Service), one.Port))
                    // Who reads is registered as well; no feed of it is read.
                    .Append((Service: "reader", Instance: "family-view", Port: 9)).DistinctBy(one => one.Instance)
                    .Select(one => new
                    {
                        service = one.Service,
                        instance = one.Instance,
                        address = $"http://127.0.0.1:{one.Port}",
                        municipalities = Served,
                        controller = "gm0344",
                        legalBasis = "test",
                        processingActivities = Array.Empty<string>(),
                        shared = one.Service != "intake",
                    }),
            },
        },
        mandates = Array.Empty<object>(),
    });

    static string InstanceOf(string service) => service == "intake" ? "intake-gm0344" : service;

    /// <summary>Does something with the database as the service itself.</summary>
    internal async Task<T> WithAsync<T>(Func<TestDb, Task<T>> act)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TestDb>());
    }

    /// <summary>Saves a new family after something was done with it.</summary>
    internal Task<TestFamily> SaveAsync(Action<TestFamily>? change = null, string municipality = "gm0344") => WithAsync(async db =>
    {
        var family = TestFamily.Open(municipality);
        change?.Invoke(family);
        db.Add(family);
        await db.SaveChangesAsync(Ct);
        return family;
    });

    /// <summary>Loads a family, changes and saves it.</summary>
    internal Task<int> ChangeAsync(Guid id, Action<TestFamily> change) => WithAsync(async db =>
    {
        change(await db.Families.SingleAsync(family => family.Id == id, Ct));
        return await db.SaveChangesAsync(Ct);
    });

    internal async Task<long> CountAsync(string from)
    {
        await using var command = DataSource.CreateCommand($"select count(*) from {from}");
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }

    /// <summary>Lets the relay try again what it holds or parked.</summary>
    internal async Task<int> ReleaseAsync()
    {
        await using var connection = await DataSource.OpenConnectionAsync(Ct);
        return await Outbox.Release(connection, Ct);
    }

    /// <summary>Empties a projection, so that it is read anew.</summary>
    internal async Task RebuildAsync(string projection) =>
        Assert.True((await Operations.RebuildProjection<TestDb>(App.Services, [projection], Ct)).Succeeded);

    /// <summary>The projected rows in a fixed order.</summary>
    internal Task<List<MemberRow>> MembersAsync() => WithAsync(db =>
        db.Members.OrderBy(row => row.FamilyId).ThenBy(row => row.PersonId).ToListAsync(Ct));

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync(CancellationToken.None);
        await App.DisposeAsync();
        folder.Dispose();
    }
}
