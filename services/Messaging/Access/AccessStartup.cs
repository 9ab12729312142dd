using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Geborgen.Messaging;

/// <summary>What a service needs to decide on access and to log it.</summary>
static class AccessStartup
{
    internal static void AddAccess<TDb>(this WebApplicationBuilder builder) where TDb : ServiceDb
    {
        var services = builder.Services;
        services.AddSingleton(AccessPolicy.Load());
        services.AddScoped<ServiceDb>(provider => provider.GetRequiredService<TDb>());
        services.AddScoped<FamilyAccess>();
        services.AddSingleton<AccessLog>();
        services.AddHostedService(provider => provider.GetRequiredService<AccessLog>());
        services.AddTransient<IStartupFilter, RoutesAreCovered>();
        services.ConfigureAll<OpenApiOptions>(description => description.AddOperationTransformer<DescribedAccess>());
        var folder = KeyFolder(builder.Configuration, builder.Environment);
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
            if (route.Metadata.GetMetadata<IdempotentRoute>() is not null && route.Metadata.First(one => one is AccessRequirement or IdempotentRoute) is IdempotentRoute)
                return [$"{route.RoutePattern.RawText}: Idempotent comes after RequireAccess."];
            if (route.Metadata.GetMetadata<AccessRequirement>() is { Resources.Count: > 0 } required)
                return required.Resources.Where(key => !policy.Resources.ContainsKey(key))
                    .Select(key => $"{route.RoutePattern.RawText}: the access matrix has no '{key}'.");
            return route.Metadata.GetMetadata<IAllowAnonymous>() is not null
                ? []
                : [$"{route.RoutePattern.RawText}: says neither RequireAccess nor AllowAnonymous."];
        }
    }
}
