using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Geborgen.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Geborgen.Intake.Tests.IntakeServer))]
// Tests that count rows would count those of their neighbours.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace Geborgen.Intake.Tests;

/// <summary>
/// Intake of Utrecht on a real port and a real database, with real tokens. The broker is away all the time: that keeps
/// nobody from registering an emergency.
/// </summary>
public sealed class IntakeServer : IAsyncLifetime
{
    static readonly string[] Tables =
    [
        "contacts", "persons", "residences", "families", "memberships", "involvements", "emergencies",
        "data_breaches", "support_exchanges", "event_log", "stored_answers",
    ];

    /// <summary>What the service says of itself; every client of the tests holds the answers against it.</summary>
    public ApiDocument Api { get; } = new("/gm0344/intake/v1/openapi.json");

    /// <summary>Where its database is; tests that need another one make it here.</summary>
    public PostgresServer Postgres { get; } = new();

    /// <summary>The connection string of its database, as the owner.</summary>
    public string Database { get; private set; } = "";

    public string Keys => keys.Path;

    readonly TestIdentity identity = new();
    readonly TemporaryFolder keys = new("intake-keys");
    Factory? factory;

    /// <summary>What stands at the address of the regional team's Investigation.</summary>
    public RegionalTeam RegionalTeam { get; } = new();

    public IServiceProvider Services => factory!.Services;

    public HttpClient Anonymous => factory!.CreateDefaultClient(Api.Watch());

    public async ValueTask InitializeAsync()
    {
        Database = await CreateDatabase();
        await RegionalTeam.StartAsync();
        factory = new Factory(new()
        {
            ["environment"] = "Development",
            ["ConnectionStrings:databaseOwner"] = Database,
            ["ConnectionStrings:database"] = PostgresServer.ServiceLogin(Database),
            ["ConnectionStrings:rabbitmq"] = "amqp://nobody:nobody@127.0.0.1:1",
            ["Instance:Name"] = "intake-gm0344",
            ["Instance:Organisation"] = "gm0344",
            ["Instance:Municipalities:0"] = "gm0344",
            ["Instance:ClientSecret"] = "development-only",
            ["Keys:Path"] = keys.Path,
            ["services:investigation:http:0"] = RegionalTeam.Address,
            ["services:keycloak:http:0"] = identity.Server.ToString(),
        }, Directory);
        factory.UseKestrel(0);
        factory.StartServer();
    }

    public async Task<HttpClient> As(string user, string? activity = null) =>
        With(await identity.UserTokenAsync(user), activity);

    public async Task<HttpClient> AsClient(string client) => With(await identity.ClientTokenAsync(client), activity: null);

    /// <summary>The line to the directory of accounts.</summary>
    public CutLine Directory { get; } = new();

    /// <summary>Ends an account, or lets it go on.</summary>
    public Task Enable(string account, bool enabled) => identity.EnableAsync(account, enabled);

    /// <summary>The account of a user: the subject of its tokens.</summary>
    public async Task<string> Account(string user) =>
        JsonNode.Parse(Base64Url.DecodeFromChars((await identity.UserTokenAsync(user)).Split('.')[1]))!["sub"]!.GetValue<string>();

    /// <summary>Registers a contact as the case system of Utrecht.</summary>
    public async Task<JsonObject> Register(object contact)
    {
        using var system = await AsClient("gm0344-case-system");
        var answer = await system.PostAsJsonAsync("/gm0344/intake/v1/contacts", contact, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
    }

    /// <summary>Raises an emergency with a statement and an address, and answers with the path of its one emergency.</summary>
    public async Task<(Guid Id, Guid Family, string Path)> RaiseEmergency()
    {
        var contact = await Register(new
        {
            kind = "emergency",
            channel = "system",
            receivedAt = TestDay.Now,
            statements = new[] { new { text = "Screams are heard." } },
            family = new { whereabouts = new { street = "Kanaalweg", houseNumber = "900" } },
        });
        await using var db = OpenOwner();
        var family = contact["familyId"]!.GetValue<Guid>();
        var id = (await db.Emergencies.SingleAsync(one => one.FamilyId == family, TestContext.Current.CancellationToken)).Id;
        return (id, family, $"/gm0344/intake/v1/emergencies/{id}");
    }

    /// <summary>How many rows each table of the use cases has and what stands in them; what clocks say by themselves meanwhile is left out.</summary>
    public async Task<string> Rows()
    {
        await using var data = new NpgsqlConnection(Database);
        await data.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            string.Join(" union all ", Tables.Select(table => $"select '{table} ' || count(*) || {Content(table)} from {table} one{WithoutClocks(table)}")), data);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var counts = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            counts.Add(reader.GetString(0));
        // The database counts some tables beside each other, and answers in the order in which it has done so.
        return string.Join(", ", counts.Order(StringComparer.Ordinal));
    }

    // What is brought to the regional team meanwhile says so itself.
    static string Content(string table) => table is "event_log" or "emergencies"
        ? "''"
        : "' ' || coalesce(md5(string_agg((to_jsonb(one) - '{clocks,version,next_clock_at}'::text[])::text, '' order by to_jsonb(one)::text)), '')";

    static string WithoutClocks(string table) => table switch
    {
        "event_log" => " where name not in ('clock-warned', 'clock-overdue', 'emergency-not-received')",
        _ => "",
    };

    /// <summary>The database as its owner, past every rule.</summary>
    public IntakeDb OpenOwner() => new(
        new DbContextOptionsBuilder<IntakeDb>().UseNpgsql(Database, npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).UseSnakeCaseNamingConvention().Options);

    /// <summary>Lets a reaction hear of an event, as its queue does: in a transaction of its own.</summary>
    internal async Task Hear<TReaction>(Func<TReaction, Task> on) where TReaction : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IntakeDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await on(ActivatorUtilities.CreateInstance<TReaction>(scope.ServiceProvider));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Lets a user belong to no family any more, whatever other tests tied the account to.</summary>
    public async Task BelongsNowhere(string user)
    {
        var account = await Account(user);
        await using var db = OpenOwner();
        await db.Database.ExecuteSqlAsync($"update memberships set account = null where account = {account}", TestContext.Current.CancellationToken);
    }

    /// <summary>Makes a database as the migrations leave it.</summary>
    public async Task<string> CreateDatabase()
    {
        var made = await Postgres.CreateDatabaseAsync("intake", TestContext.Current.CancellationToken);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["ConnectionStrings:databaseOwner"] = made;
        builder.Configuration["ConnectionStrings:database"] = PostgresServer.ServiceLogin(made);
        await builder.MigrateAsync<IntakeDb>();
        return made;
    }

    public async ValueTask DisposeAsync()
    {
        if (factory is not null)
            await factory.DisposeAsync();
        await RegionalTeam.DisposeAsync();
        await identity.DisposeAsync();
        await Postgres.DisposeAsync();
        keys.Dispose();
    }

    HttpClient With(string token, string? activity)
    {
        var client = factory!.CreateDefaultClient(Api.Watch());
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (activity is not null)
            client.DefaultRequestHeaders.Add("Processing-Activity", activity);
        return client;
    }

    sealed class Factory(Dictionary<string, string> settings, CutLine directory) : WebApplicationFactory<IntakeDb>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(TestDay.Clock)
                .AddHttpClient<AccountDirectory>().AddHttpMessageHandler(() => directory));
        }
    }
}
