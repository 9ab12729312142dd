using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Geborgen.Contracts;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Contracts.Investigation;
using Geborgen.Messaging;
using Geborgen.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
[assembly: AssemblyFixture(typeof(Geborgen.Planning.Tests.PlanningServer))]

namespace Geborgen.Planning.Tests;

/// <summary>
/// Planning of Utrecht on a real port, with a real database, broker and tokens. Events reach it over the broker as Intake and
/// Investigation send them; at Intake's address something answers.
/// </summary>
public sealed class PlanningServer : IAsyncLifetime
{
    public const string Root = "/gm0344/planning/v1";
    public const string Lotte = "01935a00-0000-7000-8000-000000000001";
    public const string Fatima = "01935a00-0000-7000-8000-000000000008";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // So far ahead the source was last heard of that a slow run is not taken for a silent source.
    static readonly TimeSpan HeardAhead = TimeSpan.FromHours(3);

    /// <summary>What tells who works with a family.</summary>
    static readonly Type[] Involving = [typeof(InvolvementStarted), typeof(InvolvementEnded), typeof(MemberAccountLinked), typeof(MemberAccountUnlinked)];

    /// <summary>What tells who belongs to a family.</summary>
    static readonly Type[] Gathering =
    [
        typeof(FamilyOpened), typeof(MemberAdded), typeof(MemberRoleCorrected), typeof(MemberRemoved), typeof(PersonTakenOut), typeof(MemberAccountLinked),
        typeof(MemberAccountUnlinked), typeof(MemberAgeKnown), typeof(AuthorityRecorded), typeof(MemberDied), typeof(RightsChanged), typeof(FamiliesMerged), typeof(MergeUndone),
    ];

    /// <summary>What the service says of itself; every client of the tests holds the answers against it.</summary>
    public ApiDocument Api { get; } = new($"{Root}/openapi.json");

    readonly PostgresServer postgres = new();
    readonly RabbitMqBroker broker = new();
    readonly TestIdentity identity = new();
    readonly TemporaryFolder folder = new("planning");
    readonly ConcurrentDictionary<Guid, int> versions = [];
    Factory? factory;
    IConnection? connection;
    IChannel? channel;

    /// <summary>The connection string of its database, as the owner.</summary>
    public string Database { get; private set; } = "";

    /// <summary>What stands at Intake's address.</summary>
    public Upstream Intake { get; private set; } = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Database = await postgres.CreateDatabaseAsync("planning", Cancel);
        var virtualHost = await broker.CreateVirtualHostAsync("planning", Cancel);
        var migration = WebApplication.CreateSlimBuilder();
        migration.Configuration["ConnectionStrings:databaseOwner"] = Database;
        migration.Configuration["ConnectionStrings:database"] = PostgresServer.ServiceLogin(Database);
        await migration.MigrateAsync<PlanningDb>();
        Intake = await Upstream.StartAsync();
        var organisations = Path.Combine(folder.Path, "organisations.json");
        await File.WriteAllTextAsync(organisations, (await File.ReadAllTextAsync(Registry(), Cancel))
            .Replace("http://intake-gm0344", Intake.Address, StringComparison.Ordinal)
            .Replace("http://investigation", Intake.Address, StringComparison.Ordinal), Cancel);
        factory = new Factory(new()
        {
            ["environment"] = "Development",
            ["ConnectionStrings:databaseOwner"] = Database,
            ["ConnectionStrings:database"] = PostgresServer.ServiceLogin(Database),
            ["ConnectionStrings:rabbitmq"] = virtualHost,
            ["Instance:Name"] = "planning-gm0344",
            ["Instance:Organisation"] = "gm0344",
            ["Instance:Municipalities:0"] = "gm0344",
            ["Instance:ClientSecret"] = "development-only",
            ["Organisations:Path"] = organisations,
            ["Keys:Path"] = folder.Path,
            ["services:keycloak:http:0"] = identity.Server.ToString(),
        });
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
        // Those of its own, members and involvement: a sign of life of a source counts once its feed was read.
        await Eventually(() => Ask(db => db.Database.SqlQuery<int>(
            $"select count(*)::int as \"Value\" from feed_cursors where caught_up_at is not null and service = 'intake'").SingleAsync(Cancel), count => count == 6));
        await Send("intake", new Heartbeat("intake", 1, 0) { Municipality = "gm0344", At = TestDay.Now }, "heartbeat");
        await Eventually(() => Ask(db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from sources where service = 'intake'").SingleAsync(Cancel), count => count == 1));
        await Ask(db => db.Database.ExecuteSqlAsync($"update sources set heard_at = heard_at + {HeardAhead}", Cancel), _ => true);
    }

    /// <summary>A family at Intake, with a child, a mother who has a login, and Lotte as its key worker.</summary>
    public async Task<Household> NewHousehold(int childAge = 6)
    {
        var household = new Household(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await Tell(household.Id, new FamilyOpened([new(household.Child, "child", new(2026, 1, 1)), new(household.Mother, "parent", new(2026, 1, 1))]));
        await Tell(household.Id, new MemberAccountLinked(household.Mother, Fatima));
        await Tell(household.Id, new InvolvementStarted(Guid.CreateVersion7(), Relations.KeyWorker, Lotte, null, "gm0344", TestDay.Now.AddMinutes(-1), null));
        await Tell(household.Id, new MemberAgeKnown(household.Child, childAge));
        return household;
    }

    /// <summary>A plan that help for a new household led to.</summary>
    public async Task<Planned> NewPlan(int childAge = 6)
    {
        var household = await NewHousehold(childAge);
        await Say("intake", Triaged(household.Id));
        return (await PlansOf(household.Id)).Select(id => new Planned(household, id, $"{Root}/plans/{id}")).Single();
    }

    /// <summary>It was decided on a contact of a family that the local team helps.</summary>
    public static ContactTriaged Triaged(Guid family, string outcome = "localSupport") =>
        new ContactTriaged(outcome).Of(family, Guid.CreateVersion7(), 2, "gm0344", TestDay.Now);

    /// <summary>An investigation of a family ended.</summary>
    public static InvestigationConcluded Concluded(Guid family, string outcome = "voluntarySupport") =>
        new InvestigationConcluded(outcome).Of(family, Guid.CreateVersion7(), 7, "gm0344", TestDay.Now);

    /// <summary>The plans of a family, the oldest first.</summary>
    public async Task<IReadOnlyList<Guid>> PlansOf(Guid family)
    {
        IReadOnlyList<Guid> plans = [];
        await Ask(async db => plans = await db.Plans.Where(one => one.FamilyId == family).OrderBy(one => one.OpenedAt).Select(one => one.Id).ToListAsync(Cancel), _ => true);
        return plans;
    }

    /// <summary>Something happens to a family at Intake; completes when it was heard.</summary>
    public Task Tell(Guid family, DomainEvent happened) =>
        Say("intake", happened.Of(family, versions.AddOrUpdate(family, 1, (_, last) => last + 1), "gm0344", TestDay.Now));

    /// <summary>Says something as another service would, and waits until each that listens has heard it.</summary>
    public Task Say(string service, params DomainEvent[] happened) => Task.WhenAll(happened.Select(one => Say(service, one, again: null)));

    /// <summary>Says something under an id by which it may have been said before.</summary>
    public async Task<Guid> Say(string service, DomainEvent happened, Guid? again)
    {
        var id = await Send(service, happened, EventCatalogue.NameOf(happened.GetType()), again);
        var listening = Listening(happened.GetType());
        await Eventually(() => Ask(
            db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from inbox where event_id = {id}").SingleAsync(Cancel), count => count == listening));
        return id;
    }

    public async Task<HttpClient> AsClient(string client) => With(await identity.ClientTokenAsync(client));

    public async Task<HttpClient> As(string user) => With(await identity.UserTokenAsync(user));

    /// <summary>Asks the database as its owner, past every rule.</summary>
    public async Task<bool> Ask<T>(Func<PlanningDb, Task<T>> ask, Func<T, bool> fits)
    {
        await using var db = new PlanningDb(new DbContextOptionsBuilder<PlanningDb>().UseNpgsql(Database, npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).UseSnakeCaseNamingConvention().Options);
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
        if (Intake is not null)
            await Intake.DisposeAsync();
        await identity.DisposeAsync();
        await broker.DisposeAsync();
        await postgres.DisposeAsync();
        folder.Dispose();
    }

    async Task<Guid> Send(string service, DomainEvent happened, string name, Guid? again = null)
    {
        var id = again ?? Guid.CreateVersion7();
        await channel!.BasicPublishAsync(
            "domain-events", $"{happened.Municipality}.{service}.{name}", mandatory: true,
            new BasicProperties { ContentType = "application/json", MessageId = id.ToString() },
            JsonSerializer.SerializeToUtf8Bytes(
                new { eventId = id, service, name, body = JsonSerializer.SerializeToElement(happened, happened.GetType(), JsonSerializerOptions.Web) },
                JsonSerializerOptions.Web),
            Cancel);
        return id;
    }

    /// <summary>How many projections and reactions of the service hear of an event.</summary>
    static int Listening(Type said) =>
        typeof(PlanningDb).Assembly.GetTypes().Count(type => type.GetInterfaces().Contains(typeof(IReacts<>).MakeGenericType(said)))
        + (Involving.Contains(said) ? 1 : 0) + (Gathering.Contains(said) ? 1 : 0);

    HttpClient With(string token)
    {
        var client = factory!.CreateDefaultClient(Api.Watch());
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    static string Registry()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "deploy", "organisations.json") is var path && File.Exists(path))
                return path;
        throw new InvalidOperationException("The organisation registry is not above the tests.");
    }

    sealed class Factory(Dictionary<string, string> settings) : WebApplicationFactory<PlanningDb>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(TestDay.Clock));
        }
    }
}

/// <summary>A family.</summary>
public sealed record Household(Guid Id, Guid Child, Guid Mother);

/// <summary>A plan and the family whose it is.</summary>
public sealed record Planned(Household Household, Guid Id, string Path);
