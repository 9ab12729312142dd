using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Messaging;
using Geborgen.Messaging.Events;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Geborgen.Access;

/// <summary>How a service decides who sees what, and logs it.</summary>
public static class AccessExtensions
{
    /// <summary>
    /// Adds the access matrix, the involvements that it is about, the access log and the keys; and messaging, by which the
    /// involvements arrive.
    /// </summary>
    public static WebApplicationBuilder AddAccess<TDb>(
        this WebApplicationBuilder builder, string service, Action<MessagingBuilder<TDb>>? configure = null)
        where TDb : AccessDb
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddDecisions<TDb>();
        return builder.AddMessaging<TDb>(service, messaging =>
        {
            // What takes access from somebody who had it: the end of an involvement, and the own file of who appears in it.
            messaging.Projects<InvolvementProjection<TDb>>("involvement").LetsNobodyMiss(typeof(InvolvementEnded), typeof(MemberAccountLinked));
            configure?.Invoke(messaging);
        });
    }

    /// <summary>Maps the feed of the service's events, which other instances read.</summary>
    public static void MapFeed(this RouteGroupBuilder api) => Feed.Map(api).RequireAccess("events.feed").AddEndpointFilter(async (context, next) =>
    {
        var (access, ct) = (context.HttpContext.RequestServices.GetRequiredService<FamilyAccess>(), context.HttpContext.RequestAborted);
        if (await access.ToCollection(ct) is not { } grant)
            return Problems.NotFound();
        var answer = await next(context);
        if (AccessRoutes.Succeeds(answer))
            await access.Log(grant, [], ct);
        return answer;
    });

    /// <summary>Maps who read what about a family in this service.</summary>
    public static void MapAccessLog(this RouteGroupBuilder api) => GetAccessLog.Map(api);

    /// <summary>
    /// Does what the process was started for, where that is not to serve and needs the database and nothing else. Beside
    /// what messaging does, <c>--verify-access-log</c> checks that the access log is whole.
    /// </summary>
    /// <returns>Whether that was all; otherwise the service is to be built.</returns>
    public static Task<bool> OperateAsync<TDb>(this WebApplicationBuilder builder, string[] args) where TDb : AccessDb =>
        builder.OperateAsync<TDb>(args, new Dictionary<string, Func<NpgsqlConnection, Task<Outcome>>>
        {
            [VerifyAccessLog.Name] = connection => VerifyAccessLog.Run(connection, new(KeyFolder(builder.Configuration, builder.Environment))),
        });

    internal static void AddDecisions<TDb>(this WebApplicationBuilder builder) where TDb : AccessDb
    {
        var services = builder.Services;
        var folder = KeyFolder(builder.Configuration, builder.Environment);
        services.AddSingleton(AccessPolicy.Load());
        services.AddScoped<AccessDb>(provider => provider.GetRequiredService<TDb>());
        services.AddScoped<FamilyAccess>();
        services.AddSingleton(provider => new AccessLog(
            provider.GetRequiredService<NpgsqlDataSource>(), new(folder), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<AccessLog>>()));
        services.AddHostedService(provider => provider.GetRequiredService<AccessLog>());
        services.AddTransient<IStartupFilter, RoutesAreCovered>();
        services.ConfigureAll<OpenApiOptions>(description => description.AddOperationTransformer<DescribedAccess>());
        services.AddSingleton(_ => KeyRing.Open(folder));
    }

    static string KeyFolder(ConfigurationManager configuration, IHostEnvironment environment) =>
        configuration["Keys:Path"]
        ?? (environment.IsDevelopment()
            ? Path.Combine(".data", "keys", configuration["Instance:Name"] ?? environment.ApplicationName)
            : throw new InvalidOperationException($"The folder of the keys is missing in {environment.EnvironmentName} (Keys:Path)."));

    /// <summary>A service does not start with a route that says nothing about access, or names what the matrix does not know.</summary>
    sealed class RoutesAreCovered(AccessPolicy policy) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            var faults = app.ApplicationServices.GetRequiredService<EndpointDataSource>().Endpoints
                .OfType<RouteEndpoint>().SelectMany(Faults).ToArray();
            if (faults.Length > 0)
                throw new InvalidOperationException("Routes without access rules:\n" + string.Join('\n', faults));
        };

        IEnumerable<string> Faults(RouteEndpoint route)
        {
            if (route.Metadata.GetMetadata<AccessRequirement>() is { Resources.Count: > 0 } required)
                return required.Resources.Where(key => !policy.Resources.ContainsKey(key))
                    .Select(key => $"{route.RoutePattern.RawText}: the access matrix has no '{key}'.");
            return route.Metadata.GetMetadata<IAllowAnonymous>() is not null
                ? []
                : [$"{route.RoutePattern.RawText}: says neither RequireAccess nor AllowAnonymous."];
        }
    }
}
