using Geborgen.ServiceDefaults;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.ServiceDiscovery;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace Geborgen.Gateway;

/// <summary>The gateway as a host: routes, limits, readiness, and nothing else.</summary>
static class GatewayHost
{
    /// <summary>Builds it.</summary>
    internal static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddHostDefaults(new ServiceDescription("gateway", "Gateway", "The one way in: routes each request to the organisation that serves it."));
        builder.AddTokens();
        builder.AddOrganisations();
        builder.Services.AddRateLimits(builder.Configuration);
        builder.Services.AddSingleton<IProxyConfigProvider, RegistryRoutes>();
        builder.Services.AddReverseProxy().ConfigureHttpClient((_, handler) => handler.ConnectTimeout = Unreachable.ConnectTimeout)
            .AddTransforms(TakeAnsweredRoute);
        builder.Services.AddSingleton<IDestinationResolver, DiscoveredDestinations>();
        builder.Services.AddSingleton<Readiness>();

        adjust?.Invoke(builder);
        var app = builder.Build();
        app.UseHostDefaults();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.MapLiveness();
        app.MapGet("/health/ready", (Readiness readiness, CancellationToken cancellationToken) => readiness.Answer(cancellationToken)).DisableRateLimiting();
        app.MapReverseProxy(proxy =>
        {
            proxy.UseUnreachable();
            proxy.UseLoadBalancing();
        });
        return app;
    }

    /// <summary>The route that the service answered on names the span; the caller does not get it.</summary>
    static void TakeAnsweredRoute(TransformBuilderContext proxy) => proxy.AddResponseTransform(answer =>
    {
        if (answer.ProxyResponse?.Headers.TryGetValues(AnsweredRoute.Header, out var route) == true)
            answer.HttpContext.Features.Set(new AnsweredRoute(route.First()));
        answer.HttpContext.Response.Headers.Remove(AnsweredRoute.Header);
        return ValueTask.CompletedTask;
    });
}
