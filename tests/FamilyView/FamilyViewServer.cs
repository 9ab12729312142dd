using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Geborgen.Access;
using Geborgen.Contracts;
using Geborgen.Messaging;
using Geborgen.Support;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RabbitMQ.Client;

[assembly: AssemblyFixture(typeof(Geborgen.FamilyView.Tests.FamilyViewServer))]

namespace Geborgen.FamilyView.Tests;

/// <summary>
/// The family view of a region on a real port, with a real database, broker and tokens. Events reach it over the broker
/// as Intake sends them. Intake of Utrecht answers; Intake of Zeist was there at the start and is down since.
/// </summary>
public sealed class FamilyViewServer : IAsyncLifetime
{
    /// <summary>How far ahead the sources were last heard of, so that a slow run is not taken for a silent source.</summary>
    public static readonly TimeSpan HeardAhead = TimeSpan.FromHours(3);

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What the service says of itself; every client of the tests holds the answers against it.</summary>
    public ApiDocument Api { get; } = new("/family-view/v1/openapi.json");

    readonly PostgresServer postgres = new();
    readonly RabbitMqBroker broker = new();
    readonly TestIdentity identity = new();
    readonly TemporaryFolder folder = new("family-view");
    readonly List<Factory> factories = [];
    string database = "", virtualHost = "", organisations = "";
    IConnection? connection;
    IChannel? channel;

    public Upstream Utrecht { get; private set; } = null!;

    public HttpClient Anonymous { get; private set; } = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CreateDatabaseAsync("family-view", Cancel);
        virtualHost = await broker.CreateVirtualHostAsync("family-view", Cancel);
        await Migrate(database);
        Utrecht = await Upstream.StartAsync();
        var zeist = await Upstream.StartAsync();
        organisations = Path.Combine(folder.Path, "organisations.json");
        await File.WriteAllTextAsync(organisations, (await File.ReadAllTextAsync(Registry(), Cancel))
            .Replace("http://intake-gm0344", Utrecht.Address, StringComparison.Ordinal)
            .Replace("http://intake-gm0355", zeist.Address, StringComparison.Ordinal), Cancel);

        Anonymous = Start(TestDay.Clock, virtualHost).CreateDefaultClient(Api.Watch());
        connection = await new ConnectionFactory { Uri = new Uri(virtualHost) }.CreateConnectionAsync(Cancel);
        channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), Cancel);
        await Eventually(IsReady);
        await Eventually(async () => await Count("select count(*) from feed_cursors where caught_up_at is not null") == 4);
        foreach (var municipality in new[] { "gm0344", "gm0355" })
            await Send(new Heartbeat("intake", 1, 0) { Municipality = municipality, At = TestDay.Now }, "heartbeat");
        await Eventually(async () => await Count("select count(*) from sources where service = 'intake'") == 2);
        await using (var db = OpenOwner())
            await db.Database.ExecuteSqlAsync($"update sources set heard_at = heard_at + {HeardAhead}", Cancel);
        await zeist.DisposeAsync();
    }

    async Task<bool> IsReady()
    {
        using var answer = await Anonymous.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["status"]!.GetValue<string>() == "healthy";
    }

    /// <summary>Says something as Intake would.</summary>
    public async Task Say(params DomainEvent[] events)
    {
        foreach (var happened in events)
            await Send(happened, EventCatalogue.NameOf(happened.GetType()));
    }

    /// <summary>Says something as another service would, which was heard lately.</summary>
    public async Task SayAs(string service, DomainEvent happened)
    {
        await Send(happened, EventCatalogue.NameOf(happened.GetType()), service);
        await using var db = OpenOwner();
        await db.Database.ExecuteSqlAsync($"""
            insert into sources (service, municipality, epoch, position, heard_at) values ({service}, {happened.Municipality}, 1, 0, {TestDay.Now + HeardAhead})
            on conflict (service, municipality) do update set heard_at = excluded.heard_at
            """, Cancel);
    }

    /// <summary>
    /// Another replica on the same database, without the broker and with a clock of its own, which tokens outlive.
    /// </summary>
    public async Task<HttpClient> ElsewhereAs(string user, TimeProvider clock, string? activity = null) =>
        With(await identity.UserTokenAsync(user), Start(clock, "amqp://nobody:nobody@127.0.0.1:1"), activity);

    public async Task<HttpClient> As(string user, string? activity = null) =>
        With(await identity.UserTokenAsync(user), factories[0], activity);

    public async Task<HttpClient> AsClient(string client, string? activity = null) =>
        With(await identity.ClientTokenAsync(client), factories[0], activity);

    /// <summary>The database as its owner, past every rule.</summary>
    public FamilyViewDb OpenOwner() => Open(database);

    /// <summary>A database with nothing in it, as its owner.</summary>
    public async Task<FamilyViewDb> OpenEmpty()
    {
        var empty = await postgres.CreateDatabaseAsync("family-view", Cancel);
        await Migrate(empty);
        return Open(empty);
    }

    /// <summary>Whether an involvement in some relation has arrived.</summary>
    public async Task<bool> Holds(Guid family, string relation)
    {
        await using var db = OpenOwner();
        return await db.Set<Involvement>().AnyAsync(row => row.FamilyId == family && row.Relation == relation, Cancel);
    }

    /// <summary>Waits until something holds.</summary>
    public static async Task Eventually(Func<Task<bool>> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        while (!await holds())
            await tick.WaitForNextTickAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
            await connection.DisposeAsync();
        foreach (var factory in factories)
            await factory.DisposeAsync();
        if (Utrecht is not null)
            await Utrecht.DisposeAsync();
        await identity.DisposeAsync();
        await broker.DisposeAsync();
        await postgres.DisposeAsync();
        folder.Dispose();
    }

    Factory Start(TimeProvider clock, string rabbit)
    {
        var factory = new Factory(new()
        {
            ["environment"] = "Development",
            ["ConnectionStrings:databaseOwner"] = database,
            ["ConnectionStrings:database"] = PostgresServer.ServiceLogin(database),
            ["ConnectionStrings:rabbitmq"] = rabbit,
            ["Instance:Name"] = "family-view",
            ["Instance:Organisation"] = "rvt-utrecht",
            ["Instance:Municipalities:0"] = "gm0344",
            ["Instance:Municipalities:1"] = "gm0355",
            ["Instance:ClientSecret"] = "development-only",
            ["Organisations:Path"] = organisations,
            ["Keys:Path"] = folder.Path,
            ["services:keycloak:http:0"] = identity.Server.ToString(),
        }, clock);
        factory.UseKestrel(0);
        factory.StartServer();
        factories.Add(factory);
        return factory;
    }

    static FamilyViewDb Open(string database) => new(
        new DbContextOptionsBuilder<FamilyViewDb>().UseNpgsql(database).UseSnakeCaseNamingConvention().Options);

    static async Task Migrate(string database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["ConnectionStrings:databaseOwner"] = database;
        builder.Configuration["ConnectionStrings:database"] = PostgresServer.ServiceLogin(database);
        await builder.MigrateAsync<FamilyViewDb>();
    }

    async Task Send(DomainEvent happened, string name, string service = "intake")
    {
        var id = Guid.CreateVersion7();
        await channel!.BasicPublishAsync(
            "domain-events", $"{happened.Municipality}.{service}.{name}", mandatory: true,
            new BasicProperties { ContentType = "application/json", MessageId = id.ToString() },
            JsonSerializer.SerializeToUtf8Bytes(
                new { eventId = id, service, name, body = JsonSerializer.SerializeToElement(happened, happened.GetType(), JsonSerializerOptions.Web) },
                JsonSerializerOptions.Web),
            Cancel);
    }

    async Task<long> Count(string sql)
    {
        await using var data = new NpgsqlConnection(database);
        await data.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, data);
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }

    HttpClient With(string token, Factory factory, string? activity)
    {
        var client = factory.CreateDefaultClient(Api.Watch());
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (activity is not null)
            client.DefaultRequestHeaders.Add("Processing-Activity", activity);
        return client;
    }

    static string Registry()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "deploy", "organisations.json") is var path && File.Exists(path))
                return path;
        throw new InvalidOperationException("The organisation registry is not above the tests.");
    }

    sealed class Factory(Dictionary<string, string> settings, TimeProvider clock) : WebApplicationFactory<FamilyViewDb>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton(clock);
                if (clock != TestDay.Clock)
                    services.PostConfigureAll<JwtBearerOptions>(options => options.TokenValidationParameters.LifetimeValidator = (_, _, _, _) => true);
            });
        }
    }
}
