using Geborgen.Gateway;
using Geborgen.ServiceDefaults;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.ServiceDiscovery;

var builder = WebApplication.CreateBuilder(args);
builder.AddHostDefaults(new ServiceDescription("gateway", "Gateway", "The one way in: routes each request to the organisation that serves it."));
builder.AddTokens();
builder.AddOrganisations();
builder.Services.AddRateLimits(builder.Configuration);
builder.Services.AddSingleton<IProxyConfigProvider, RegistryRoutes>();
builder.Services.AddReverseProxy().ConfigureHttpClient((_, handler) => handler.ConnectTimeout = Unreachable.ConnectTimeout);
builder.Services.AddSingleton<IDestinationResolver, DiscoveredDestinations>();
builder.Services.AddSingleton<Readiness>();

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
app.Run();
