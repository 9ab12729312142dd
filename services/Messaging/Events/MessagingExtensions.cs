using Geborgen.Messaging.Events;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
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
    /// <summary>The connection string of the service's own database, with the service's own login.</summary>
    const string Database = "database";

    /// <summary>The same with the login of the owner of its tables, for migrations.</summary>
    const string DatabaseOwner = "databaseOwner";

    /// <summary>
    /// Adds the database, the event log with its relay, the projections with their queues, and their health checks and
    /// metrics.
    /// </summary>
    public static WebApplicationBuilder AddMessaging<TDb>(
        this WebApplicationBuilder builder, string service, Action<MessagingBuilder<TDb>>? configure = null)
        where TDb : ServiceDb
    {
        ArgumentNullException.ThrowIfNull(builder);
        // A line per statement costs more than the statement; traces tell the same.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Warning);
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
        var messaging = new MessagingBuilder<TDb>(builder.Services, service);
        configure?.Invoke(messaging);
        builder.AddOrganisations();
        builder.Services.AddEvents(messaging);
        return builder;
    }

    /// <summary>
    /// Adds a client that calls other organisations' instances with this instance's own account. It is not retried: who
    /// uses it tries again by its own rhythm.
    /// </summary>
    public static IServiceCollection AddInstanceClient<TClient>(this IServiceCollection services) where TClient : class
    {
        services.TryAddTransient<InstanceToken>();
#pragma warning disable EXTEXP0001 // The only way to say that a client is not to be retried.
        services.AddHttpClient<TClient>().RemoveAllResilienceHandlers().AddHttpMessageHandler<InstanceToken>();
#pragma warning restore EXTEXP0001
        return services;
    }

    /// <summary>
    /// Does what the process was started for, where that is not to serve and needs the connection string <c>database</c>
    /// and nothing else: <c>--migrate</c> brings the database up to date as the owner of its tables (connection string
    /// <c>databaseOwner</c>) and lets the service's own login in, <c>--release</c> lets
    /// the relay try again what it parked, and whatever more there is to do on the database as the service. Each says in
    /// one line what came of it. An argument that is not known is refused.
    /// </summary>
    /// <returns>Whether that was all; otherwise the service is to be built.</returns>
    public static async Task<bool> OperateAsync<TDb>(
        this WebApplicationBuilder builder, string[] args, IReadOnlyDictionary<string, Func<NpgsqlConnection, Task<Outcome>>> more)
        where TDb : ServiceDb
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (Operations.Of<TDb>(args, more, () => ConnectionString(builder.Configuration), () => Migrate<TDb>(builder.Configuration, CancellationToken.None)) is not { } operation)
            return false;
        await Operations.Run(operation);
        return true;
    }

    /// <summary>
    /// Serves. In Development the database is migrated before; elsewhere a database that lacks migrations is refused.
    /// With <c>--rebuild NAME</c> it empties a projection instead, which is then read anew from the sources' feeds by whatever
    /// instance runs, and ends.
    /// </summary>
    public static Task RunAsync<TDb>(this WebApplication app, string[] args) where TDb : ServiceDb
    {
        ArgumentNullException.ThrowIfNull(app);
        return args is ["--rebuild", .. var names]
            ? Operations.Run(async () =>
            {
                await using (app)
                    return await Operations.RebuildProjection<TDb>(app.Services, names, CancellationToken.None);
            })
            : Start.Serve<TDb>(app, ConnectionString(app.Configuration), ct => Migrate<TDb>(app.Configuration, ct));
    }

    /// <summary>
    /// Applies the migrations, as the owner of the tables, lets the service's own login in, and starts a new epoch of the log where
    /// one is due. Needs the connection strings <c>databaseOwner</c> and <c>database</c> and nothing else of what the service needs
    /// to serve.
    /// </summary>
    public static Task MigrateAsync<TDb>(this WebApplicationBuilder builder) where TDb : ServiceDb
    {
        ArgumentNullException.ThrowIfNull(builder);
        return Migrate<TDb>(builder.Configuration, CancellationToken.None);
    }

    static NpgsqlDataSource DataSource(IConfiguration configuration) =>
        new NpgsqlDataSourceBuilder(ServiceRole.Connection(ConnectionString(configuration)).ConnectionString)
            .ConfigureTracing(DatabaseSpans.Name)
            .Build();

    static Task<string> Migrate<TDb>(IConfiguration configuration, CancellationToken ct) where TDb : ServiceDb =>
        Migrations.Apply<TDb>(ConnectionString(configuration, DatabaseOwner), configuration.GetConnectionString(Database), ct);

    static string ConnectionString(IConfiguration configuration, string name = Database) => configuration.GetConnectionString(name)
        ?? throw new InvalidOperationException($"The connection string '{name}' is missing.");
}
