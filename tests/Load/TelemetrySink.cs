using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Geborgen.Load;

/// <summary>
/// Takes telemetry over OTLP and throws it away: the platform pays for producing and sending all of it, and what a
/// dashboard would pay for keeping it is left out.
/// </summary>
internal sealed class TelemetrySink : IAsyncDisposable
{
    /// <summary>For a platform without telemetry, whatever AppHost says.</summary>
    public static readonly IReadOnlyDictionary<string, string> Off = new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "" };

    // gRPC: one message that is not compressed and has no bytes, which is an export answer that refuses nothing.
    static readonly byte[] EmptyAnswer = new byte[5];

    readonly WebApplication server;
    long received;

    TelemetrySink(WebApplication server) => this.server = server;

    /// <summary>Bytes that have arrived.</summary>
    public long Received => Interlocked.Read(ref received);

    /// <summary>In place of the dashboard that AppHost names.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = server.Urls.Single(),
    };

    public static async Task<TelemetrySink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        var sink = new TelemetrySink(server);
        server.MapPost("/{**method}", sink.TakeAsync);
        await server.StartAsync();
        return sink;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    async Task TakeAsync(HttpContext context)
    {
        while (true)
        {
            var read = await context.Request.BodyReader.ReadAsync(context.RequestAborted);
            Interlocked.Add(ref received, read.Buffer.Length);
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                break;
        }
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(EmptyAnswer, context.RequestAborted);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}
