using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;

namespace Geborgen.ServiceDefaults;

/// <summary>What every host does alike.</summary>
public static class Extensions
{
    /// <summary>Largest request body in bytes (256 KB); a larger one is answered 413.</summary>
    public const int BodyLimit = 256 * 1024;

    /// <summary>
    /// Defaults of a service with an API: those of <see cref="AddHostDefaults"/>, tokens on every route, strict JSON,
    /// the caller (<see cref="CurrentUser"/>) and the conventions of the OpenAPI document.
    /// The service itself calls <c>AddValidation()</c> and <c>AddOpenApi()</c>: their generators see only the assembly that calls them.
    /// </summary>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, ServiceDescription service)
    {
        builder.AddHostDefaults(service);
        builder.AddTokens();
        builder.Services.DenyByDefault();
        builder.Services.AddStrictJson();
        builder.Services.AddApiConventions();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped(services => new CurrentUser(
            services.GetRequiredService<IHttpContextAccessor>().HttpContext?.User
            ?? throw new InvalidOperationException("There is no caller outside a request.")));
        builder.Services.Configure<InstanceOptions>(builder.Configuration.GetSection(InstanceOptions.Section));
        return builder;
    }

    /// <summary>Middleware of a service in its order, and its health routes.</summary>
    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        app.UseHostDefaults();
        app.UseHeadRequests();
        app.UseRouting();
        app.UseAnsweredRoutes();
        app.UseCors();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseConventionalPaths();
        app.UseAcceptedAnswers();
        app.UseReadableBodies();
        app.UseKnownQueries();
        app.MapHealth();
        return app;
    }

    /// <summary>
    /// Defaults of any host, with or without an API of its own: the clock, telemetry, health, limits, problem documents,
    /// headers, and resilient clients that find services by name.
    /// </summary>
    public static WebApplicationBuilder AddHostDefaults(this WebApplicationBuilder builder, ServiceDescription service)
    {
        DevelopmentOnly.RefuseElsewhere(builder);
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = QuietLogs });
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = BodyLimit;
            // Whatever bytes a header holds, such as the name of a municipality in a User-Agent: they are passed on as they came.
            server.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
        });
#pragma warning disable RS0030 // Here every host gets its clock; whoever wants to know the time takes it from there.
        builder.Services.TryAddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        builder.Services.AddSingleton(service);
        builder.AddTelemetry();
        builder.Services.AddHealthChecks();
        builder.Services.AddProblems();
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(client =>
        {
            client.AddStandardResilienceHandler(resilience =>
            {
                resilience.AttemptTimeout.Timeout = TimeSpan.FromSeconds(5);
                resilience.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(15);
                resilience.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(15);
                resilience.Retry.DisableForUnsafeHttpMethods();
            });
            client.AddServiceDiscovery();
        });
        return builder;
    }

    /// <summary>Headers and problem documents on every answer of any host.</summary>
    public static WebApplication UseHostDefaults(this WebApplication app)
    {
        app.UseStandardHeaders();
        app.UseProblems();
        return app;
    }

    /// <summary>
    /// Requests and calls are traced, not logged: their lines would hold paths and queries. Checks say themselves when they
    /// change, and not each time that they are asked.
    /// </summary>
    static readonly Dictionary<string, string?> QuietLogs = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Warning",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks"] = "None",
        // That the broker is away, and that it is back, says the health check, once.
        ["Logging:LogLevel:MassTransit"] = "Error",
        ["Logging:LogLevel:MassTransit.ReceiveTransport"] = "Warning",
        ["Logging:LogLevel:Polly"] = "Warning",
        ["Logging:LogLevel:Yarp"] = "Warning",
    };
}
