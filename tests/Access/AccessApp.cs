using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Messaging;
using Geborgen.Messaging.Events;
using Geborgen.ServiceDefaults;
using Geborgen.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Geborgen.Access.Tests;

/// <summary>A small service with the real access mechanism: real HTTP, real tokens, real database under its restricted role.</summary>
sealed class AccessApp : IAsyncDisposable
{
    internal const string Organisation = "gm0344";
    internal const string Team = "gm0344-intake";

    /// <summary>Somebody listens to traces, as telemetry does.</summary>
    static readonly ActivityListener Traces = new()
    {
        ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    };

    readonly TokenIssuer issuer;
    readonly WebApplication app;
    readonly TemporaryFolder keys;

    AccessApp(TokenIssuer issuer, WebApplication app, TemporaryFolder keys, NpgsqlDataSource owner)
    {
        (this.issuer, this.app, this.keys, Owner) = (issuer, app, keys, owner);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    internal HttpClient Http { get; }

    /// <summary>The database as its owner, who may do what the service may not.</summary>
    internal NpgsqlDataSource Owner { get; }

    internal IServiceProvider Services => app.Services;

    internal string Keys => keys.Path;

    /// <summary>What the handler of POST /things waits for, when a test wants to stand in between.</summary>
    internal Func<CancellationToken, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    internal static async Task<AccessApp> StartAsync(PostgresServer postgres, CancellationToken ct, Action<Microsoft.AspNetCore.Routing.RouteGroupBuilder>? more = null)
    {
        ActivitySource.AddActivityListener(Traces);
        var connection = await postgres.CreateDatabaseAsync("access", ct);
        await Prepare(connection, ct);
        var issuer = await TokenIssuer.StartAsync();
        var keys = new TemporaryFolder("keys");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration["services:keycloak:http:0"] = issuer.Address;
        builder.Configuration["Instance:Name"] = "intake-gm0344";
        builder.Configuration["Instance:Organisation"] = Organisation;
        builder.Configuration["Instance:Municipalities:0"] = "gm0344";
        builder.Configuration["Keys:Path"] = keys.Path;
        builder.AddServiceDefaults(new ServiceDescription("intake", "Test", "Test"));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(TestDay.Clock);
        builder.Services.AddSingleton(new ServiceName("intake"));
        builder.Services.AddSingleton(NpgsqlDataSource.Create(ServiceRole.Connection(PostgresServer.ServiceLogin(connection)).ConnectionString));
        builder.Services.AddDbContextPool<ThingsDb>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()).UseSnakeCaseNamingConvention());
        builder.AddOrganisations();
        builder.AddDecisions<ThingsDb>();
        builder.Services.AddCommands<ThingsDb>().AddFiles<Thing, ThingFiles>();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseServiceDefaults();
        AccessApp? self = null;
        var api = app.MapApi("/{municipality}/intake/v1");
        api.MapAccessLog();
        api.MapGet("/families/{id:guid}", GetFamily).RequireAccess("family.view");
        api.MapGet("/things/{id:guid}", GetThing).RequireAccess("contact.read", "submission.read");
        api.MapGet("/things", ListThings).RequireAccess("contact.list");
        api.MapGet("/forgetful/{id:guid}", (Guid id) => TypedResults.Ok(new Shown(id, "secret"))).RequireAccess("family.view");
        api.MapGet("/each", ListFamilies).RequireAccess("data-breach.list");
        api.MapPost("/persons/_zoek", Search).RequireAccess("person.search");
        api.MapGet("/known-here", Search).RequireAccess("known-here");
        api.MapPost("/things", (NewThing thing, ThingsDb db, Change<Thing> change, CurrentUser user, CancellationToken ct) =>
            PostThing(thing, db, change, user, self!.Meanwhile, ct)).RequireAccess("contact.register").Idempotent();
        api.MapPost("/families/{id:guid}/emergency-access", GetFamily).RequireAccess("family.emergency-access");
        api.MapGet("/families/{id:guid}/key-worker", GetFamily).RequireAccess("key-worker.read");
        api.MapGet("/reach", ListReach).RequireAccess("data-breach.list");
        more?.Invoke(api);
        try
        {
            await app.StartAsync(ct);
        }
        catch
        {
            await app.DisposeAsync();
            await issuer.DisposeAsync();
            keys.Dispose();
            throw;
        }
        // a test that asks 200 things at once waits for a connection instead of taking those of the tests beside it
        var few = new NpgsqlConnectionStringBuilder(connection) { MaxPoolSize = 20 }.ConnectionString;
        return self = new AccessApp(issuer, app, keys, NpgsqlDataSource.Create(few));
    }

    internal string Token(string role, string sub = "lotte", string? team = Team, string organisation = Organisation, string client = "portal") =>
        issuer.Token(claims =>
        {
            (claims["sub"], claims["azp"], claims["organisation"]) = (sub, client, organisation);
            claims["realm_access"] = new JsonObject { ["roles"] = new JsonArray(role) };
            if (team is null)
                claims.Remove("team");
            else
                claims["team"] = team;
        });

    internal async Task<HttpResponseMessage> Send(
        HttpMethod method, string path, string token, string? activity = null, object? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, "/gm0344/intake/v1" + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (activity is not null)
            request.Headers.Add(TokenForwarding.ProcessingActivityHeader, activity);
        if (key is not null)
            request.Headers.Add(IdempotentRoutes.Header, key);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    internal async Task<int> Status(HttpMethod method, string path, string token, string? activity = null, object? body = null, string? key = null)
    {
        using var answer = await Send(method, path, token, activity, body, key);
        return (int)answer.StatusCode;
    }

    internal async Task Involve(Guid family, string relation, string? worker = null, string? team = null, string service = "intake",
        string organisation = Organisation, TimeSpan? from = null, TimeSpan? until = null)
    {
        var now = TestDay.Now;
        await Execute("""
            insert into involvements (id, family_id, municipality, service, relation, worker, team, organisation, "from", until, version)
            values ($1, $2, 'gm0344', $3, $4, $5, $6, $7, $8, $9, 1)
            """,
            Guid.CreateVersion7(), family, service, relation, worker, team, organisation, now + (from ?? TimeSpan.FromHours(-1)), until is null ? null : now + until.Value);
    }

    internal async Task Execute(string sql, params object?[] values)
    {
        await using var command = Owner.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    internal async Task<T> Scalar<T>(string sql, params object[] values)
    {
        await using var command = Owner.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    internal async Task<List<AccessRecord>> LogOf(Guid family)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccessDb>().Set<AccessRecord>().AsNoTracking()
            .Where(row => row.FamilyId == family).OrderBy(row => row.Seq).ToListAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        await issuer.DisposeAsync();
        await Owner.DisposeAsync();
        keys.Dispose();
    }

    static async Task Prepare(string connection, CancellationToken ct)
    {
        await using var db = new ThingsDb(new DbContextOptionsBuilder<ThingsDb>().UseNpgsql(connection).UseSnakeCaseNamingConvention().Options);
        await db.Database.EnsureCreatedAsync(ct);
        await using var owner = NpgsqlDataSource.Create(connection);
        await using var grant = owner.CreateCommand(ServiceRole.Grants(db) + ServiceRole.Login(PostgresServer.ServicePassword));
        await grant.ExecuteNonQueryAsync(ct);
    }

    static async Task<Results<Ok<Shown>, ProblemHttpResult>> GetFamily(Guid id, FamilyAccess access, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant)
            return Problems.NotFound();
        await access.Log(grant, [id], ct);
        return TypedResults.Ok(new Shown(id, "secret"));
    }

    static async Task<Results<Ok<Shown>, ProblemHttpResult>> GetThing(Guid id, ThingsDb db, FamilyAccess access, CancellationToken ct)
    {
        if (await db.Things.AsNoTracking().SingleOrDefaultAsync(thing => thing.Id == id, ct) is not { } thing
            || await access.To(thing.FamilyId, thing.Sender, ct) is not { } grant)
            return Problems.NotFound();
        await access.Log(grant, [], ct);
        return TypedResults.Ok(new Shown(id, grant.Resource == "contact.read" ? thing.Text : "registered"));
    }

    static async Task<Ok<Guid[]>> ListThings(ThingsDb db, FamilyAccess access, CancellationToken ct)
    {
        var reach = access.FamiliesInReach();
        var page = await db.Things.AsNoTracking().Where(thing => reach.Contains(thing.FamilyId)).OrderBy(thing => thing.Id).Take(50).ToListAsync(ct);
        var grants = await access.ToEach([.. page.Select(thing => thing.FamilyId)], ct);
        var shown = page.Where(thing => grants.ContainsKey(thing.FamilyId)).ToList();
        await access.LogEach(shown.Select(thing => (grants[thing.FamilyId], Enumerable.Empty<Guid>())), ct);
        return TypedResults.Ok(shown.Select(thing => thing.Id).ToArray());
    }

    static async Task<Ok<Guid[]>> ListFamilies(Guid[] families, FamilyAccess access, CancellationToken ct)
    {
        var grants = await access.ToEach(families, ct);
        await access.LogEach(grants.Values.Select(grant => (grant, Enumerable.Empty<Guid>())), ct);
        return TypedResults.Ok(grants.Keys.ToArray());
    }

    static async Task<Ok<Guid[]>> ListReach(ThingsDb db, FamilyAccess access, CancellationToken ct)
    {
        var reach = access.FamiliesInReach();
        return await ListFamilies(await db.Set<Involvement>().Where(one => reach.Contains(one.FamilyId)).Select(one => one.FamilyId).ToArrayAsync(ct), access, ct);
    }

    static async Task<Results<Ok, ProblemHttpResult>> Search(FamilyAccess access, CancellationToken ct)
    {
        if (await access.ToCollection(ct) is not { } grant)
            return Problems.NotFound();
        await access.Log(grant, [], ct);
        return TypedResults.Ok();
    }

    static Task<Results<Created<Shown>, ProblemHttpResult>> PostThing(NewThing thing, ThingsDb db, Change<Thing> change, CurrentUser user,
        Func<CancellationToken, Task> meanwhile, CancellationToken ct)
    {
        return change.Open(Open, ct).AnswerCreated(
            made => $"/gm0344/intake/v1/things/{made.File!.Id}", (made, _) => new Shown(made.Id, made.Text));

        async Task<Opened<Thing>> Open(Actor by)
        {
            if (thing.Text == "refuse")
                return new(new Refusal("refused-by-rule", "Refused", "By rule."));
            var made = new Thing(thing.Text, user.Client, by.Now);
            db.Things.Add(made);
            await meanwhile(ct);
            return new(made, made.FamilyId, []);
        }
    }
}

sealed class ThingFiles(ThingsDb db) : Files<Thing>
{
    public override IQueryable<Origin> WhoseIs(Guid id) => db.Things.Where(one => one.Id == id).Select(one => new Origin(one.FamilyId, one.Sender));

    public override Task<IEnumerable<Guid>> PersonsOf(Thing file, CancellationToken ct) => Task.FromResult<IEnumerable<Guid>>([]);
}

sealed record NewThing(string Text);

sealed record Shown(Guid Id, string Text);

/// <summary>An aggregate whose registration makes a team on duty involved.</summary>
sealed class Thing : Aggregate
{
    Thing()
    {
    }

    internal Thing(string text, string sender, DateTimeOffset now)
    {
        (Id, FamilyId, Text, Sender) = (Guid.CreateVersion7(), Guid.CreateVersion7(), text, sender);
        Raise(new InvolvementStarted(
            Guid.CreateVersion7(), Relations.DutyTeam, null, AccessApp.Team, AccessApp.Organisation, now, null), now);
    }

    public Guid FamilyId { get; private init; }

    public string Text { get; private init; } = "";

    public string Sender { get; private init; } = "";

    public override Guid OfFamily => FamilyId;

    protected override Municipality OfMunicipality => new("gm0344");
}

sealed class ThingsDb(DbContextOptions<ThingsDb> options) : CaseFileDb(options)
{
    internal DbSet<Thing> Things => Set<Thing>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MapDataBreaches();
        modelBuilder.Entity<Thing>();
    }
}
