using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Geborgen.AppHost.Embedded;

/// <summary>Serves <see cref="ResourceService"/> to the dashboard, on loopback and for those who know the key.</summary>
internal sealed class ResourceServer : IAsyncDisposable
{
    const string KeyHeader = "x-resource-service-api-key";

    readonly int port = FreePorts.Next();
    WebApplication? server;

    public string Url => $"http://localhost:{port}";
    public string Key { get; } = RandomNumberGenerator.GetHexString(64, lowercase: true);

    public Task StartAsync(Supervision supervision, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        // To the error output, for the screen belongs to the table of resources.
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(supervision);
        builder.Services.AddGrpc();
        server = builder.Build();
        server.Use((context, next) => IsAllowed(context) ? next(context) : Refuse(context));
        server.MapGrpcService<ResourceService>();
        return server.StartAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }

    bool IsAllowed(HttpContext context) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(context.Request.Headers[KeyHeader].ToString()), Encoding.UTF8.GetBytes(Key));

    static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
