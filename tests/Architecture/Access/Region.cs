using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Access;
using Geborgen.FamilyView;
using Geborgen.Intake;
using Geborgen.Investigation;
using Geborgen.Messaging;
using Geborgen.Planning;
using Geborgen.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

[assembly: AssemblyFixture(typeof(Geborgen.Architecture.Tests.Access.Region))]

namespace Geborgen.Architecture.Tests.Access;

/// <summary>
/// Intake and Planning of Utrecht, Intake of Zeist, the region's Investigation and the family view, with real databases, a real broker
/// and real tokens; and families that came to them as families do, through the services' own routes.
/// </summary>
public sealed partial class Region : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Well within the life of a token, which a slow machine's run outlasts.
    static readonly TimeSpan Login = TimeSpan.FromMinutes(2);

    readonly PostgresServer postgres = new();
    readonly TestIdentity identity = new();
    readonly ConcurrentDictionary<string, (AuthenticationHeaderValue Token, DateTimeOffset Until)> logins = [];
    readonly Dictionary<string, int> ports = new()
    {
        ["intake-gm0344"] = FreePorts.Next(),
        ["intake-gm0355"] = FreePorts.Next(),
        ["investigation"] = FreePorts.Next(),
        ["planning-gm0344"] = FreePorts.Next(),
        ["family-view"] = FreePorts.Next(),
    };

    public RabbitMqBroker Broker { get; } = new();

    public string VirtualHost { get; private set; } = "";

    public ServiceHost<IntakeDb> Utrecht { get; private set; } = null!;

    public ServiceHost<IntakeDb> Zeist { get; private set; } = null!;

    public ServiceHost<InvestigationDb> Investigation { get; private set; } = null!;

    public ServiceHost<PlanningDb> Planning { get; private set; } = null!;

    public ServiceHost<FamilyViewDb> View { get; private set; } = null!;

    public IReadOnlyList<KnownFamily> Families { get; private set; } = [];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        VirtualHost = await Broker.CreateVirtualHostAsync("region", Cancel);
        Utrecht = new(ports["intake-gm0344"], await Settings("intake-gm0344", "gm0344", "gm0344"));
        Zeist = new(ports["intake-gm0355"], await Settings("intake-gm0355", "gm0355", "gm0355"));
        Investigation = new(ports["investigation"], await Settings("investigation", "rvt-utrecht", "gm0344", "gm0355"));
        Planning = new(ports["planning-gm0344"], await Settings("planning-gm0344", "gm0344", "gm0344"));
        View = new(ports["family-view"], await Settings("family-view", "rvt-utrecht", "gm0344", "gm0355"));
        await Utrecht.StartAsync();
        await Zeist.StartAsync();
        await Investigation.StartAsync();
        await Planning.StartAsync();
        await View.StartAsync();
        var met = await Meet();
        await Eventually(EmergenciesAreReceived);
        await Eventually(PlanningKnows);
        await Plan(met);
        Families = [.. met.Select(WithItsParts)];
        Route.Exchange = (await Do(Utrecht.Http, "lotte", "/gm0344/intake/v1/support-offers", new JsonObject
        {
            ["kind"] = "company",
            ["text"] = "Walks with whoever wants to.",
            ["contact"] = new JsonObject { ["name"] = "Somebody", ["reach"] = "By telephone" },
        }))["id"]!.GetValue<Guid>();
        await Eventually(EverybodyKnows);
        await LetTermsComeNear();
    }

    /// <summary>The work list of terms shows those that come near their end; the families of the tests are minutes old.</summary>
    async Task LetTermsComeNear()
    {
        foreach (var table in new[] { "contacts", "families", "emergencies" })
            await Terms.ComeNear(Utrecht.Database, table, Cancel);
    }

    /// <summary>Every route of every service.</summary>
    public IEnumerable<RouteEndpoint> Routes => Utrecht.Routes.Concat(Investigation.Routes).Concat(Planning.Routes).Concat(View.Routes);

    public HttpClient Of(Route route) => route.Service switch
    {
        "intake" => Utrecht.Http,
        "investigation" => Investigation.Http,
        "planning" => Planning.Http,
        _ => View.Http,
    };

    /// <summary>Asks as an account, in a trace by which the request is found again.</summary>
    public async Task<HttpResponseMessage> Ask(HttpClient service, HttpRequestMessage request, string? account, string? activity = null, string? trace = null)
    {
        request.Headers.Authorization = account is null ? null : await TokenOf(Account.Of(account));
        if (activity is not null)
            request.Headers.Add("Processing-Activity", activity);
        if (trace is not null)
            request.Headers.Add("traceparent", $"00-{trace}-{trace[..16]}-00");
        return await service.SendAsync(request, Cancel);
    }

    /// <summary>Changes something as an account and answers what came of it.</summary>
    public async Task<JsonObject> Do(
        HttpClient service, string account, string path, JsonObject body, string? ifMatch = null, string? trace = null, string method = "POST", string? activity = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = JsonContent.Create(body) };
        if (ifMatch is not null)
            request.Headers.Add("If-Match", ifMatch);
        using var answer = await Ask(service, request, account, activity, trace);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)!.AsObject() : throw new InvalidOperationException($"{path}: {text}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in new IAsyncDisposable?[] { View, Planning, Investigation, Zeist, Utrecht })
            if (host is not null)
                await host.DisposeAsync();
        await identity.DisposeAsync();
        await Broker.DisposeAsync();
        await postgres.DisposeAsync();
    }

    /// <summary>A token of an account.</summary>
    public async Task<AuthenticationHeaderValue> TokenOf(Account account)
    {
        var now = TestDay.Now;
        if (logins.TryGetValue(account.Name, out var login) && login.Until > now)
            return login.Token;
        var token = account.IsClient ? await identity.ClientTokenAsync(account.Name) : await identity.UserTokenAsync(account.Name);
        return (logins[account.Name] = (new("Bearer", token), now + Login)).Token;
    }

    /// <summary>Changes something below a thing, on the version that it has now.</summary>
    async Task<JsonObject> Change(HttpClient service, string account, string thing, string below, JsonObject body, string method = "POST") =>
        await Do(service, account, thing + below, body, (await Get(service, account, thing)).Version, method: method);

    async Task<(JsonObject Content, string Version)> Get(HttpClient service, string account, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var read = await Ask(service, request, account);
        return ((await read.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(Cancel))!, read.Headers.ETag!.Tag);
    }

    ServiceHost<IntakeDb> IntakeOf(string municipality) => municipality == "gm0344" ? Utrecht : Zeist;

    async Task<bool> EmergenciesAreReceived()
    {
        await using var intake = Utrecht.OpenOwner();
        await using var region = Investigation.OpenOwner();
        return await region.EmergencyResponses.CountAsync(Cancel) == await intake.Emergencies.CountAsync(Cancel);
    }

    /// <summary>Planning knows who works with the families of Utrecht, and who belongs to them.</summary>
    async Task<bool> PlanningKnows()
    {
        await using var utrecht = Utrecht.OpenOwner();
        await using var planning = Planning.OpenOwner();
        return (await Said("intake", utrecht)).SetEquals(await Said("intake", planning))
            && await Count(planning, $"select count(*)::int as \"Value\" from family_members") == await Members(utrecht)
            && await Count(planning, $"select count(*)::int as \"Value\" from member_accounts") == await Logins(utrecht)
            && await Hears(planning, "intake", 1) && await Hears(planning, "investigation", 1) && await Hears(planning, "family-view", 1);
    }

    /// <summary>Each service holds all involvements of the others and hears them.</summary>
    async Task<bool> EverybodyKnows()
    {
        await using var utrecht = Utrecht.OpenOwner();
        await using var zeist = Zeist.OpenOwner();
        await using var region = Investigation.OpenOwner();
        await using var view = View.OpenOwner();
        var told = (await Said("intake", utrecht, zeist)).ToHashSet();
        return told.SetEquals(await Said("intake", view))
            && told.SetEquals(await Said("intake", region))
            && (await Said("investigation", region)).SetEquals(await Said("investigation", view))
            && (await Said("investigation", region)).SetEquals(await Said("investigation", utrecht, zeist))
            && (await Said("family-view", view)).SetEquals(await Said("family-view", utrecht, zeist))
            && await Members(utrecht, zeist) is var members && await Logins(utrecht, zeist) is var logins
            && await Count(region, $"select count(*)::int as \"Value\" from family_members") == members
            && await Count(region, $"select count(*)::int as \"Value\" from member_logins") == logins
            && await Count(region, $"select count(*)::int as \"Value\" from member_accounts") == logins
            && await Count(view, $"select count(*)::int as \"Value\" from member_accounts") == logins
            && await Hears(view, "intake", 2) && await Hears(view, "investigation", 2)
            && await Hears(region, "intake", 2) && await Hears(region, "family-view", 2)
            && await Hears(utrecht, "family-view", 1) && await Hears(utrecht, "investigation", 1);
    }

    static async Task<int> Members(params IntakeDb[] intakes)
    {
        var members = 0;
        foreach (var db in intakes)
            members += await db.Families.SelectMany(family => family.Members).CountAsync(Cancel);
        return members;
    }

    static async Task<int> Logins(params IntakeDb[] intakes)
    {
        var logins = 0;
        foreach (var db in intakes)
            logins += await db.Set<MemberAccount>().CountAsync(Cancel);
        return logins;
    }

    static Task<int> Count(ServiceDb db, FormattableString query) => db.Database.SqlQuery<int>(query).SingleAsync(Cancel);

    static async Task<bool> Hears(ServiceDb db, string service, int municipalities) =>
        await db.Set<Source>().CountAsync(source => source.Service == service, Cancel) == municipalities;

    /// <summary>Which involvements services know of one service, and whether they hold.</summary>
    static async Task<HashSet<(Guid, bool)>> Said(string service, params ServiceDb[] known)
    {
        var said = new HashSet<(Guid, bool)>();
        foreach (var db in known)
            foreach (var one in await db.Set<Involvement>().Where(one => one.Service == service).Select(one => new { one.Id, one.Until }).ToListAsync(Cancel))
                said.Add((one.Id, one.Until is null));
        return said;
    }

    async Task<Dictionary<string, string>> Settings(string name, string organisation, params string[] municipalities)
    {
        var owner = await postgres.CreateDatabaseAsync(name, Cancel);
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings:databaseOwner"] = owner,
            ["ConnectionStrings:database"] = PostgresServer.ServiceLogin(owner),
            ["ConnectionStrings:rabbitmq"] = VirtualHost,
            ["Instance:Name"] = name,
            ["Instance:Organisation"] = organisation,
            ["services:keycloak:http:0"] = identity.Server.ToString(),
        };
        foreach (var (at, municipality) in municipalities.Index())
            settings[$"Instance:Municipalities:{at}"] = municipality;
        foreach (var (service, port) in ports)
            settings[$"services:{service}:http:0"] = $"http://127.0.0.1:{port}";
        return settings;
    }

    public static async Task Eventually(Func<Task<bool>> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await holds())
            await tick.WaitForNextTickAsync(patience.Token);
    }
}
