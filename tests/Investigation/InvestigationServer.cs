using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Contracts;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Geborgen.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
[assembly: AssemblyFixture(typeof(Geborgen.Investigation.Tests.InvestigationServer))]

namespace Geborgen.Investigation.Tests;

/// <summary>
/// Investigation of the region on a real port, with a real database, broker and tokens. Events reach it over the broker
/// as Intake sends them. Intake of Utrecht answers; Intake of Zeist was there at the start and is down since.
/// </summary>
public sealed class InvestigationServer : IAsyncLifetime
{
    public const string Lotte = "01935a00-0000-7000-8000-000000000001";
    public const string Fatima = "01935a00-0000-7000-8000-000000000008";
    public const string Rosa = "01935a00-0000-7000-8000-000000000004";
    public const string Emma = "01935a00-0000-7000-8000-000000000020";
    public const string Thijs = "01935a00-0000-7000-8000-000000000025";
    public const string Vera = "01935a00-0000-7000-8000-000000000026";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // So far ahead the source was last heard of that a slow run is not taken for a silent source.
    static readonly TimeSpan HeardAhead = TimeSpan.FromHours(3);

    /// <summary>What the service says of itself; every client of the tests holds the answers against it.</summary>
    public ApiDocument Api { get; } = new("/gm0344/investigation/v1/openapi.json");

    readonly PostgresServer postgres = new();
    readonly RabbitMqBroker broker = new();
    readonly TestIdentity identity = new();
    readonly TemporaryFolder folder = new("investigation");
    readonly ConcurrentDictionary<Guid, int> versions = [];
    Factory? factory;
    string database = "";
    IConnection? connection;
    IChannel? channel;

    /// <summary>The line to the directory of accounts.</summary>
    public CutLine Directory { get; } = new();

    public IServiceProvider Services => factory!.Services;

    public Upstream Utrecht { get; private set; } = null!;

    /// <summary>Ends an account, or lets it go on.</summary>
    public Task Enable(string account, bool enabled) => identity.EnableAsync(account, enabled);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CreateDatabaseAsync("investigation", Cancel);
        var virtualHost = await broker.CreateVirtualHostAsync("investigation", Cancel);
        var migration = WebApplication.CreateSlimBuilder();
        migration.Configuration["ConnectionStrings:databaseOwner"] = database;
        migration.Configuration["ConnectionStrings:database"] = PostgresServer.ServiceLogin(database);
        await migration.MigrateAsync<InvestigationDb>();
        Utrecht = await Upstream.StartAsync();
        var zeist = await Upstream.StartAsync();
        var organisations = Path.Combine(folder.Path, "organisations.json");
        await File.WriteAllTextAsync(organisations, (await File.ReadAllTextAsync(Registry(), Cancel))
            .Replace("http://intake-gm0344", Utrecht.Address, StringComparison.Ordinal)
            .Replace("http://intake-gm0355", zeist.Address, StringComparison.Ordinal), Cancel);

        factory = new Factory(new()
        {
            ["environment"] = "Development",
            ["ConnectionStrings:databaseOwner"] = database,
            ["ConnectionStrings:database"] = PostgresServer.ServiceLogin(database),
            ["ConnectionStrings:rabbitmq"] = virtualHost,
            ["Instance:Name"] = "investigation",
            ["Instance:Organisation"] = "rvt-utrecht",
            ["Instance:Municipalities:0"] = "gm0344",
            ["Instance:Municipalities:1"] = "gm0355",
            ["Instance:ClientSecret"] = "development-only",
            ["Organisations:Path"] = organisations,
            ["Keys:Path"] = folder.Path,
            ["services:keycloak:http:0"] = identity.Server.ToString(),
        }, Directory);
        factory.UseKestrel(0);
        factory.StartServer();
        using var anonymous = factory.CreateDefaultClient(Api.Watch());
        await Eventually(async () =>
        {
            using var answer = await anonymous.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);
            return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["status"]!.GetValue<string>() == "healthy";
        });
        connection = await new ConnectionFactory { Uri = new Uri(virtualHost) }.CreateConnectionAsync(Cancel);
        channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), Cancel);
        // Five projections of its own and involvement, each from two municipalities.
        await Eventually(() => Query(db => db.Database.SqlQuery<int>(
            $"select count(*)::int as \"Value\" from feed_cursors where caught_up_at is not null and service = 'intake'").SingleAsync(Cancel), count => count == 12));
        foreach (var municipality in new[] { "gm0344", "gm0355" })
            await Send(new Heartbeat("intake", 1, 0) { Municipality = municipality, At = TestDay.Now }, "heartbeat");
        await Eventually(() => Query(db => db.Database.SqlQuery<int>(
            $"select count(*)::int as \"Value\" from sources where service = 'intake'").SingleAsync(Cancel), count => count == 2));
        await Query(db => db.Database.ExecuteSqlAsync($"update sources set heard_at = heard_at + {HeardAhead}", Cancel), count => count == 2);
        await zeist.DisposeAsync();
    }

    /// <summary>Says something as Intake would, and answers with the id under which it can be said again.</summary>
    public async Task<Guid> Say(DomainEvent happened, Guid? again = null) =>
        await Send(happened, EventCatalogue.NameOf(happened.GetType()), again);

    /// <summary>A family of which triage asked for an investigation that the regional team has opened.</summary>
    public Task<Requested> Open(string municipality = "gm0344") => Open(Ask(municipality));

    /// <summary>What triage asks, about a child and a parent.</summary>
    public static InvestigationRequested Ask(string municipality = "gm0344") =>
        new InvestigationRequested(Guid.CreateVersion7(), [Guid.CreateVersion7()], [Guid.CreateVersion7()])
            .Of(Guid.CreateVersion7(), Guid.CreateVersion7(), 2, municipality, TestDay.Now);

    /// <summary>Asks for an investigation and waits until the regional team has opened it. Its children are twelve or older, unless they are young.</summary>
    public async Task<Requested> Open(InvestigationRequested asked, bool young = false)
    {
        foreach (var child in young ? [] : asked.Children)
            await Tell(asked.FamilyId, version => new MemberAgeKnown(child, 12).Of(asked.FamilyId, version, asked.Municipality, TestDay.Now));
        await Say(asked);
        var id = Guid.Empty;
        await Eventually(() => Query(
            db => db.Investigations.Where(one => one.RequestId == asked.RequestId).Select(one => one.Id).SingleOrDefaultAsync(Cancel),
            found => (id = found) != Guid.Empty));
        return new(id, asked, $"/{asked.Municipality}/investigation/v1/investigations/{id}");
    }

    /// <summary>Intake adds somebody to the family.</summary>
    public async Task<Guid> AddMember(Guid family)
    {
        var person = Guid.CreateVersion7();
        await Say(new MemberAdded(new(person, "parent", new(2026, 1, 1))).Of(family, 5, "gm0344", TestDay.Now));
        await Eventually(() => Query(db => db.Set<MemberRow>().AnyAsync(one => one.FamilyId == family && one.PersonId == person && !one.TakenOut, Cancel), found => found));
        return person;
    }

    /// <summary>Lotte becomes the family's key worker, or works beside or in place of that one.</summary>
    public async Task AssignLotte(Guid family, string relation = Relations.KeyWorker)
    {
        var now = TestDay.Now;
        var started = new InvolvementStarted(Guid.CreateVersion7(), relation, Lotte, null, "gm0344", now.AddMinutes(-1), null)
            .Of(family, 1, "gm0344", now);
        await Say(started);
        await Eventually(() => Query(db => db.Set<Involvement>().AnyAsync(row => row.Id == started.InvolvementId, Cancel), found => found));
    }

    /// <summary>Opens an investigation, with an account tied to somebody of the family.</summary>
    public async Task<Requested> Tie(Func<Requested, Guid> who, string account, InvestigationRequested? asked = null)
    {
        var opened = await Open(asked ?? Ask());
        var (family, person, now) = (opened.Asked.FamilyId, who(opened), TestDay.Now);
        await Tell(family, version => new MemberAdded(new(person, "parent", new(2026, 1, 1))).Of(family, version, "gm0344", now));
        await Tell(family, version => new MemberAccountLinked(person, account).Of(family, version, "gm0344", now));
        await Eventually(() => Query(db => db.Set<MemberAccount>().AnyAsync(row => row.FamilyId == family && row.Account == account, Cancel), found => found));
        return opened;
    }

    /// <summary>Something happens to a family at Intake; completes when Investigation has applied it.</summary>
    public async Task Tell(Guid family, Func<int, DomainEvent> happened)
    {
        var version = versions.AddOrUpdate(family, 1, (_, last) => last + 1);
        var id = await Say(happened(version));
        await Eventually(() => Query(db => db.Database.SqlQuery<int>(
            $"select count(*)::int as \"Value\" from inbox where event_id = {id} and projection = 'members'").SingleAsync(Cancel), count => count == 1));
    }

    public async Task<HttpClient> As(string user, string? activity = null) => With(await identity.UserTokenAsync(user), activity);

    public async Task<HttpClient> AsClient(string client, string? activity = null) => With(await identity.ClientTokenAsync(client), activity);

    /// <summary>Asks the database as its owner, past every rule.</summary>
    public async Task<bool> Query<T>(Func<InvestigationDb, Task<T>> ask, Func<T, bool> fits)
    {
        await using var db = new InvestigationDb(
            new DbContextOptionsBuilder<InvestigationDb>().UseNpgsql(database, npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).UseSnakeCaseNamingConvention().Options);
        return fits(await ask(db));
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
        if (factory is not null)
            await factory.DisposeAsync();
        if (Utrecht is not null)
            await Utrecht.DisposeAsync();
        await identity.DisposeAsync();
        await broker.DisposeAsync();
        await postgres.DisposeAsync();
        folder.Dispose();
    }

    async Task<Guid> Send(DomainEvent happened, string name, Guid? again = null)
    {
        var id = again ?? Guid.CreateVersion7();
        await channel!.BasicPublishAsync(
            "domain-events", $"{happened.Municipality}.intake.{name}", mandatory: true,
            new BasicProperties { ContentType = "application/json", MessageId = id.ToString() },
            JsonSerializer.SerializeToUtf8Bytes(
                new { eventId = id, service = "intake", name, body = JsonSerializer.SerializeToElement(happened, happened.GetType(), JsonSerializerOptions.Web) },
                JsonSerializerOptions.Web),
            Cancel);
        return id;
    }

    HttpClient With(string token, string? activity)
    {
        var client = factory!.CreateDefaultClient(Api.Watch());
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

    sealed class Factory(Dictionary<string, string> settings, CutLine directory) : WebApplicationFactory<InvestigationDb>
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

/// <summary>An investigation that was asked for and opened.</summary>
/// <param name="Id">The investigation.</param>
/// <param name="Asked">What was asked for.</param>
/// <param name="Path">Where it is read.</param>
public sealed record Requested(Guid Id, InvestigationRequested Asked, string Path)
{
    public Guid Child => Asked.Children[0];

    public Guid Parent => Asked.Parents[0];
}
