using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Geborgen.Access;
using Geborgen.CaseFiles.Tests.Errands;
using Geborgen.Contracts;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Messaging;
using Geborgen.Messaging.Events;
using Geborgen.ServiceDefaults;
using Geborgen.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

[assembly: AssemblyFixture(typeof(Geborgen.CaseFiles.Tests.ErrandServer))]

namespace Geborgen.CaseFiles.Tests;

/// <summary>
/// The service of errands on a real port, with a real database under its restricted role and real tokens; the broker is away. What
/// Intake says reaches the projections as their queues would bring it, and at its address something answers.
/// </summary>
public sealed class ErrandServer : IAsyncLifetime
{
    public const string Root = "/gm0344/errands/v1";
    public const string KeyWorker = "lotte", Stranger = "daan";

    /// <summary>What the matrix says of errands. Nobody but these tests has them, so it is not in the matrix that ships.</summary>
    const string Resources = """
        {
          "errand.read": { "what": "Read", "about": "family", "action": "read", "allow": [{ "roles": ["local-team"], "relations": ["intake.keyWorker"], "activity": "voluntary-support" }] },
          "errand.list": { "what": "List", "about": "collection", "action": "list", "allow": [{ "roles": ["local-team"], "relations": ["intake.keyWorker"], "activity": "voluntary-support" }] },
          "errand.plan": { "what": "Plan", "about": "family", "action": "write", "allow": [{ "roles": ["local-team"], "relations": ["intake.keyWorker"], "activity": "voluntary-support" }] },
          "errand.close": { "what": "Close", "about": "family", "action": "write", "allow": [{ "roles": ["local-team"], "relations": ["intake.keyWorker"], "activity": "voluntary-support" }] },
          "errand.statement": { "what": "Say", "about": "family", "action": "write", "allow": [{ "roles": ["local-team"], "relations": ["intake.keyWorker"], "activity": "voluntary-support" }] },
          "errand.statement-control": { "what": "Correct", "about": "family", "action": "write", "allow": [{ "roles": ["local-team"], "relations": ["intake.keyWorker"], "activity": "voluntary-support" }] },
          "errand.not-known": { "what": "Not know", "about": "family", "action": "write", "allow": [{ "roles": ["local-team"], "relations": ["intake.keyWorker"], "activity": "voluntary-support" }] },
          "errand.judge-danger": { "what": "Judge", "about": "family", "action": "write", "allow": [{ "roles": ["local-team"], "relations": ["intake.keyWorker"], "activity": "voluntary-support" }] },
          "errand.clock": { "what": "Wait", "about": "family", "action": "write", "allow": [{ "roles": ["local-team"], "relations": ["intake.keyWorker"], "activity": "voluntary-support" }] },
          "own-errand.list": { "what": "Own", "about": "collection", "action": "list", "allow": [{ "roles": ["family-member"], "relations": ["none"], "activity": "own-voice" }] },
          "own-errand.statement": { "what": "Own", "about": "family", "action": "write", "allow": [{ "roles": ["family-member"], "relations": ["ownFile"], "activity": "own-voice" }] }
        }
        """;

    // So far ahead that a slow run is not taken for a silent source.
    static readonly TimeSpan HeardAhead = TimeSpan.FromHours(3);

    readonly PostgresServer postgres = new();
    readonly TemporaryFolder folder = new("errands");
    TokenIssuer? issuer;
    Upstream? intake;
    WebApplication? app;
    string database = "";

    static ErrandServer() => EventCatalogue.Know("errand-moved", typeof(ErrandMoved));

    /// <summary>What the service says of itself; every client of the tests holds the answers against it.</summary>
    public ApiDocument Api { get; } = new($"{Root}/openapi.json");

    public IServiceProvider Services => app!.Services;

    /// <summary>What stands at Intake's address.</summary>
    public Upstream Intake => intake!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Builds the service, as its own <c>Program.cs</c> would.</summary>
    internal static WebApplication Build(string database, string keycloak, string intake, string folder)
    {
        var registry = Path.Combine(folder, "organisations.json");
        File.WriteAllText(registry, Registry.Replace("{intake}", intake, StringComparison.Ordinal));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:databaseOwner"] = database,
            ["ConnectionStrings:database"] = PostgresServer.ServiceLogin(database),
            ["ConnectionStrings:rabbitmq"] = "amqp://nobody:nobody@127.0.0.1:1",
            ["Instance:Name"] = "errands-gm0344",
            ["Instance:Organisation"] = "gm0344",
            ["Instance:Municipalities:0"] = "gm0344",
            ["Instance:ClientSecret"] = "development-only",
            ["Organisations:Path"] = registry,
            ["Keys:Path"] = Path.Combine(folder, "keys"),
            ["services:keycloak:http:0"] = keycloak,
        });
        builder.Services.AddSingleton<TimeProvider>(TestDay.Clock);
        ErrandService.Add(builder);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(Policy()).AddSources();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        ErrandService.Map(app);
        return app;
    }

    /// <summary>Every route of the service by its name, with its path.</summary>
    internal static IReadOnlyDictionary<string, string> Routes { get; } = RoutesOf();

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CreateDatabaseAsync("errands", Cancel);
        await using (var db = OpenOwner())
        await using (var owner = new NpgsqlConnection(database))
        {
            await db.Database.EnsureCreatedAsync(Cancel);
            await owner.OpenAsync(Cancel);
            await using var grant = new NpgsqlCommand(ServiceRole.Grants(db) + ServiceRole.Login(PostgresServer.ServicePassword), owner);
            await grant.ExecuteNonQueryAsync(Cancel);
            await LogEpochs.StartWhereDue(owner, Cancel);
        }
        issuer = await TokenIssuer.StartAsync();
        intake = await Upstream.StartAsync();
        app = Build(database, issuer.Address, intake.Address, folder.Path);
        await app.StartAsync(Cancel);
        await using var heard = OpenOwner();
        await heard.Database.ExecuteSqlAsync(
            $"insert into sources (service, municipality, epoch, position, heard_at) values ('intake', 'gm0344', 1, 0, {TestDay.Now + HeardAhead})", Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        if (issuer is not null)
            await issuer.DisposeAsync();
        if (intake is not null)
            await intake.DisposeAsync();
        await postgres.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>A family at Intake, with a child, a mother who has a login, and a key worker.</summary>
    public async Task<Family> NewFamily()
    {
        var family = new Family(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var now = TestDay.Now;
        DomainEvent[] happened =
        [
            new MemberAdded(new(family.Child, "child", new(2026, 1, 1))).Of(family.Id, 1, "gm0344", now),
            new MemberAdded(new(family.Mother, "parent", new(2026, 1, 1))).Of(family.Id, 2, "gm0344", now),
            new MemberAccountLinked(family.Mother, family.Login).Of(family.Id, 3, "gm0344", now),
        ];
        foreach (var said in happened)
            await Say("members", said);
        await Say("involvement", happened[2]);
        await Say("involvement", new InvolvementStarted(
            Guid.CreateVersion7(), Relations.KeyWorker, KeyWorker, null, "gm0344", now.AddMinutes(-1), null).Of(family.Id, 4, "gm0344", now));
        return family;
    }

    /// <summary>An errand for the mother of a new family.</summary>
    public async Task<Planned> NewErrand()
    {
        var family = await NewFamily();
        using var lotte = As(KeyWorker);
        var planned = await lotte.Sent($"{Root}/families/{family.Id}/errands", new { personId = family.Mother, what = "A ride.", on = "2098-12-01" });
        return new(family, $"{Root}/errands/{planned["id"]}");
    }

    /// <summary>A worker of the local team, or somebody in another role.</summary>
    public HttpClient As(string account, string role = Roles.LocalTeam, string organisation = "gm0344", string client = "portal")
    {
        var watch = Api.Watch();
        watch.InnerHandler = new SocketsHttpHandler();
        var http = new HttpClient(watch) { BaseAddress = new Uri(app!.Urls.Single()) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer!.Token(claims =>
        {
            (claims["sub"], claims["azp"], claims["organisation"], claims["team"]) = (account, client, organisation, $"{organisation}-west");
            claims["realm_access"] = new JsonObject { ["roles"] = new JsonArray(role) };
        }));
        return http;
    }

    /// <summary>The database as its owner, past every rule.</summary>
    public ErrandDb OpenOwner() => new(new DbContextOptionsBuilder<ErrandDb>()
        .UseNpgsql(database, npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).UseSnakeCaseNamingConvention().Options);

    Task Say(string projection, DomainEvent happened) =>
        Services.GetRequiredKeyedService<ProjectionWorker<ErrandDb>>(projection).Apply(
            [new(Guid.CreateVersion7(), "intake", EventMessage.NameOf(happened.GetType()), JsonSerializer.SerializeToElement(happened, happened.GetType(), JsonSerializerOptions.Web))], Cancel);

    static Dictionary<string, string> RoutesOf()
    {
        using var folder = new TemporaryFolder("errands");
        var app = Build("Host=nowhere", "http://127.0.0.1:9", "http://127.0.0.1:9", folder.Path);
        return ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<IEndpointNameMetadata>() is not null)
            .ToDictionary(route => route.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName, route => route.RoutePattern.RawText!);
    }

    static AccessPolicy Policy()
    {
        var matrix = JsonNode.Parse(Beside("access.json"))!;
        foreach (var (key, resource) in JsonNode.Parse(Resources)!.AsObject())
            matrix["resources"]![key] = resource!.DeepClone();
        return AccessPolicy.Parse(matrix.ToJsonString(), Beside("processing-activities.json"));
    }

    static string Beside(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));

    const string Registry = """
        {
          "municipalities": [{ "code": "gm0344", "name": "Utrecht", "dutyTeam": "gm0344-intake" }],
          "parties": [{
            "id": "gm0344", "name": "Utrecht", "teams": [{ "id": "gm0344-intake", "name": "Intake" }],
            "services": [{
              "service": "intake", "instance": "intake-gm0344", "address": "{intake}", "municipalities": ["gm0344"],
              "controller": "gm0344", "legalBasis": "test", "processingActivities": []
            }, {
              "service": "errands", "instance": "errands-gm0344", "address": "http://127.0.0.1:9", "municipalities": ["gm0344"],
              "controller": "gm0344", "legalBasis": "test", "processingActivities": []
            }]
          }],
          "mandates": []
        }
        """;
}

/// <summary>A family.</summary>
public sealed record Family(Guid Id, Guid Child, Guid Mother)
{
    /// <summary>The account that a worker tied to the mother.</summary>
    public string Login => $"mother-{Id}";
}

/// <summary>An errand and the family for which it is run.</summary>
public sealed record Planned(Family Family, string Path);
