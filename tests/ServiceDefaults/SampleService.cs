using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Geborgen.Casework;
using Geborgen.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(Geborgen.ServiceDefaults.Tests.SampleService))]

namespace Geborgen.ServiceDefaults.Tests;

/// <summary>The smallest service with every convention, on a real server with really signed tokens.</summary>
public sealed class SampleService : IAsyncLifetime
{
    public const string Api = "/gm0344/sample/v1";

    WebApplication? app;

    public TokenIssuer Issuer { get; private set; } = null!;
    public HttpClient Client { get; private set; } = null!;
    public IServiceProvider Services => app!.Services;
    public HealthStatus Bus { get; set; } = HealthStatus.Healthy;
    public ConcurrentQueue<string> Logged { get; } = [];

    public async ValueTask InitializeAsync()
    {
        Issuer = await TokenIssuer.StartAsync();
        app = Build(Issuer.Address, this);
        await app.StartAsync();
        Client = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app!.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    public static WebApplication Build(string identity, SampleService sample, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["services:keycloak:http:0"] = identity,
            ["Instance:Name"] = "sample-gm0344",
            ["Instance:Municipalities:0"] = "gm0344",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Spans.Exporter,
        });
        builder.Services.AddSingleton(clock ?? TestDay.Clock);
        builder.AddServiceDefaults(new ServiceDescription("sample", "Sample", "Shows every convention.", "1.2.3"));
        builder.Logging.ClearProviders().AddProvider(new LogRecorder(sample.Logged));
        builder.Services.AddValidation();
        builder.Services.AddOpenApi();
        builder.Services.AddHealthChecks().AddCheck("bus", () => new HealthCheckResult(sample.Bus, "secret text"), [Health.Ready]);
        var app = builder.Build();
        app.UseServiceDefaults();
        var api = app.MapApi("/{municipality}/sample/v1");
        api.MapPost("/notes", Things.Take).WithName("TakeNote");
        api.MapGet("/notes", Things.List);
        api.MapGet("/notes/{id:int}", Things.Get).WithETag();
        api.MapPut("/notes/{id:int}", Things.Change).RequireIfMatch().WithETag().WithName("ChangeNote");
        api.MapGet("/me", (CurrentUser user) => TypedResults.Ok(new { user.Id, user.Client, user.Organisation, user.Team, user.Roles, user.IsSystem }));
        api.MapGet("/review", () => TypedResults.Ok()).RequireAuthorization(policy => policy.RequireRole(Roles.Reviewer));
        api.MapGet("/fault", string () => throw new InvalidOperationException("bsn 999990019"));
        api.MapGet("/stale", string () => throw new StaleException(new InvalidOperationException()));
        api.MapGet("/away", string () => throw new InvalidOperationException("bsn 999990019", new Away()));
        api.MapGet("/refusal/{kind}", (RefusalKind kind) => Problems.From(new Refusal("some-rule", "Some rule", "Do otherwise.", kind)));
        api.MapPost("/promises", Promises.Make).WithName("MakePromise").Refuses(Promises.TooOften);
        api.MapGet("/promises", Promises.List).WithName("ListPromises");
        return app;
    }

    public Task<HttpResponseMessage> Send(HttpMethod method, string path, string? json = null, string? token = null, Action<HttpRequestMessage>? change = null)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Issuer.Token());
        if (json is not null)
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json)) { Headers = { ContentType = new("application/json") } };
        change?.Invoke(request);
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonElement> Problem(HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode} instead of {status}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonElement.Parse(text);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.StartsWith(Problems.TypePrefix, problem.GetProperty("type").GetString());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        return problem;
    }
}

/// <summary>What a note says.</summary>
/// <param name="Kind">The kind of note.</param>
/// <param name="Text">Its words.</param>
/// <param name="At">When.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="On">On which day.</param>
/// <param name="Before">What kind of note it was before.</param>
/// <param name="Tags">By which it is found.</param>
/// <param name="EarlierTags">By which it was found.</param>
/// <param name="Code">A code of its own.</param>
/// <param name="About">What it is about.</param>
/// <param name="Names">Who is named in it.</param>
public sealed record Note(
    NoteKind Kind,
    [property: Required, StringLength(100)] string Text,
    DateTimeOffset? At = null,
    [property: MaxLength(3)] IReadOnlyList<NoteLine>? Lines = null,
    DateOnly? On = null,
    NoteKind? Before = null,
    IReadOnlyList<string>? Tags = null,
    IReadOnlyList<string>? EarlierTags = null,
    [property: StringLength(10), RegularExpression("^[a-z]+$")] string? Code = null,
    Guid? About = null,
    [property: EachLength(5)] IReadOnlyList<string>? Names = null);

public sealed record NoteLine([property: MinLength(2)] string Words);

public enum NoteKind { Question, SelfReferral }

public sealed record Stored(int Id, int Version, NoteKind Kind, DateTimeOffset At) : IVersioned;

public readonly record struct Position(DateTimeOffset At, int Id);

/// <summary>What a database driver throws while its server is away.</summary>
sealed class Away : System.Data.Common.DbException
{
    public override bool IsTransient => true;
}

/// <summary>Use cases of the sample.</summary>
public static class Things
{
    const int Version = 3;
    static readonly DateTimeOffset At = new(2026, 11, 20, 14, 5, 0, TimeSpan.FromHours(1));

    /// <summary>Takes a note in.</summary>
    public static Created<Note> Take(Note note) => TypedResults.Created("/notes/1", note);

    public static Results<Ok<Stored>, ProblemHttpResult> Get(int id) =>
        id == 1 ? TypedResults.Ok(new Stored(id, Version, NoteKind.SelfReferral, At)) : Problems.NotFound();

    public static Results<Ok<Stored>, ProblemHttpResult> Change(int id, [FromBody] Note note, HttpContext context) =>
        IfMatch.Version(context) == Version ? TypedResults.Ok(new Stored(id, Version + 1, note.Kind, At)) : Problems.Stale();

    public static Ok<Page<int>> List([AsParameters] PageQuery page)
    {
        var start = page.After<Position>()?.Id ?? 0;
        var items = Enumerable.Range(start + 1, page.Size).ToArray();
        return TypedResults.Ok(new Page<int>(items, Cursor.Encode(new Position(At, items[^1]))));
    }
}
