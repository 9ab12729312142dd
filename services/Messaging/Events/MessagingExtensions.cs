using Geborgen.Messaging.Clocks;
using Geborgen.Messaging.Events;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry.Trace;

namespace Geborgen.Messaging;

/// <summary>How a service keeps its data, says what happened and hears from others.</summary>
public static class MessagingExtensions
{
    /// <summary>The connection string of the service's own database.</summary>
    const string Database = "database";

    /// <summary>
    /// Adds the database, the event log with its relay, the projections with their queues, the clocks and their health
    /// checks and metrics.
    /// </summary>
    /// <typeparam name="TDb">The service's database.</typeparam>
    /// <param name="builder">The host. Configuration: connection strings <c>database</c> and <c>rabbitmq</c>, section <c>Instance</c>.</param>
    /// <param name="service">The name of the service in routing keys, such as <c>intake</c>.</param>
    /// <param name="configure">Projections and clocks.</param>
    public static WebApplicationBuilder AddMessaging<TDb>(
        this WebApplicationBuilder builder, string service, Action<MessagingBuilder<TDb>>? configure = null)
        where TDb : ServiceDb
    {
        ArgumentNullException.ThrowIfNull(builder);
        // A line per statement costs more than the statement; traces tell the same.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Warning);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(provider => DataSource(provider.GetRequiredService<IConfiguration>()));
        builder.Services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddProcessor(new DatabaseSpans.CountedOn()));
        builder.Services.AddSingleton(new ServiceName(service));
        builder.Services.AddSingleton<CommitSignal>();
        builder.Services.AddDbContextPool<TDb>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql
                // An aggregate has several lists; in one query their rows multiply. A change in between is found by the version.
                .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .UseSnakeCaseNamingConvention()
            // Who catches it knows what it means, and says so: a refusal, a wait or a fault.
            .ConfigureWarnings(warnings => warnings.Log(
                (CoreEventId.SaveChangesFailed, LogLevel.Debug), (CoreEventId.QueryIterationFailed, LogLevel.Debug),
                (RelationalEventId.CommandError, LogLevel.Debug), (RelationalEventId.ConnectionError, LogLevel.Debug),
                (RelationalEventId.TransactionError, LogLevel.Debug)))
            .AddInterceptors(provider.GetRequiredService<CommitSignal>()));
        builder.AddAccess<TDb>();
        builder.AddIdempotency();
        builder.Services.AddScoped<ChangeDataBreach>();

        var messaging = new MessagingBuilder<TDb>(builder.Services, service).Projects<InvolvementProjection<TDb>>("involvement");
        configure?.Invoke(messaging);
        builder.AddOrganisations();
        builder.Services.AddEvents(messaging);
        if (messaging.HasClocks)
            builder.Services.AddHostedService<ClockTicker<TDb>>();
        return builder;
    }

    /// <summary>
    /// Adds a client that calls other organisations' instances with this instance's own account. It is not retried: who
    /// uses it tries again by its own rhythm.
    /// </summary>
    /// <typeparam name="TClient">The client; it takes an <see cref="HttpClient"/>.</typeparam>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddInstanceClient<TClient>(this IServiceCollection services) where TClient : class
    {
        services.TryAddTransient<InstanceToken>();
#pragma warning disable EXTEXP0001 // The only way to say that a client is not to be retried.
        services.AddHttpClient<TClient>().RemoveAllResilienceHandlers().AddHttpMessageHandler<InstanceToken>();
#pragma warning restore EXTEXP0001
        return services;
    }

    /// <summary>
    /// Maps what a service with files of its own offers on its API: the feed of its events, who read what about a family
    /// in it, and what was registered in error.
    /// </summary>
    /// <param name="app">The host.</param>
    /// <param name="api">The group with the service's prefix, from <see cref="Api.MapApi"/>.</param>
    public static void MapMessaging(this WebApplication app, RouteGroupBuilder api)
    {
        app.MapFeed(api);
        GetAccessLog.Map(api);
        GetDataBreach.Map(api);
        ListDataBreaches.Map(api);
        TellBreachRecipient.Map(api);
        AssessDataBreach.Map(api);
    }

    /// <summary>Maps the feed alone, for a service whose access log tells of others too.</summary>
    /// <param name="app">The host.</param>
    /// <param name="api">The group with the service's prefix, from <see cref="Api.MapApi"/>.</param>
    public static void MapFeed(this WebApplication app, RouteGroupBuilder api)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(api);
        Feed.Map(api, app.Services.GetRequiredService<ServiceName>().Value);
    }

    /// <summary>
    /// Does what the process was started for: <c>--rebuild NAME</c> empties a projection, which is then read anew from the
    /// sources' feeds by whatever instance runs, and ends; <c>--release</c> lets the relay try again what it parked, once
    /// the cause is gone, and ends; else it serves.
    /// </summary>
    /// <typeparam name="TDb">The service's database.</typeparam>
    /// <param name="app">The host, not started.</param>
    /// <param name="args">The arguments of the process.</param>
    public static Task RunAsync<TDb>(this WebApplication app, string[] args) where TDb : ServiceDb => args switch
    {
        ["--rebuild", var projection, ..] => app.RebuildAsync<TDb>(projection),
        ["--release", ..] => app.ReleaseAsync(),
        _ => app.RunAsync(),
    };

    /// <summary>Empties a projection with its inbox, so that the sources' feeds are read again from the beginning.</summary>
    /// <typeparam name="TDb">The service's database.</typeparam>
    /// <param name="app">The host, started or not.</param>
    /// <param name="name">The projection.</param>
    public static async Task RebuildAsync<TDb>(this WebApplication app, string name) where TDb : ServiceDb
    {
        ArgumentNullException.ThrowIfNull(app);
        await using var scope = app.Services.CreateAsyncScope();
        await Rebuild.Empty(
            scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<TDb>(),
            scope.ServiceProvider.GetRequiredKeyedService<ProjectionRegistration<TDb>>(name), app.Lifetime.ApplicationStopping);
    }

    /// <summary>Lets the relay try again every event that it holds or parked; within half a minute it does.</summary>
    /// <param name="app">The host, started or not.</param>
    public static async Task ReleaseAsync(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        await using var connection = await app.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await Outbox.Release(connection, app.Lifetime.ApplicationStopping);
    }

    /// <summary>Whether the process was started to migrate the database (<c>--migrate</c>) and not to serve.</summary>
    /// <param name="args">The arguments of the process.</param>
    public static bool IsMigration(this string[] args) => args is ["--migrate", ..];

    /// <summary>
    /// Applies the migrations, as the owner of the tables, and starts a new epoch of the log where one is due. Needs the
    /// connection string <c>database</c> and nothing else of what the service needs to serve.
    /// </summary>
    /// <typeparam name="TDb">The service's database.</typeparam>
    /// <param name="builder">The host, not built.</param>
    public static async Task MigrateAsync<TDb>(this WebApplicationBuilder builder) where TDb : ServiceDb
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new DbContextOptionsBuilder<TDb>()
            .UseNpgsql(ConnectionString(builder.Configuration))
            .UseSnakeCaseNamingConvention()
            .Options;
        await using var db = (TDb)Activator.CreateInstance(typeof(TDb), options)!;
        await db.Database.MigrateAsync();
        await db.Database.OpenConnectionAsync();
        await LogEpochs.StartWhereDue((NpgsqlConnection)db.Database.GetDbConnection(), CancellationToken.None);
    }

    static NpgsqlDataSource DataSource(IConfiguration configuration) =>
        new NpgsqlDataSourceBuilder(ServiceRole.Restrict(ConnectionString(configuration)).ConnectionString)
            .ConfigureTracing(DatabaseSpans.Name)
            .Build();

    static string ConnectionString(IConfiguration configuration) => configuration.GetConnectionString(Database)
        ?? throw new InvalidOperationException($"The connection string '{Database}' is missing.");
}
