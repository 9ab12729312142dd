using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// Traces, metrics and logs over OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to; nothing otherwise.
/// Spans hold routes and ids, never a query or a body.
/// </summary>
static class Telemetry
{
    internal static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;

        builder.Logging.AddOpenTelemetry(logs => logs.IncludeFormattedMessage = true);
        builder.Services.AddOpenTelemetry()
            .UseOtlpExporter()
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter("Npgsql", "MassTransit", "Geborgen.*"))
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(incoming =>
                {
                    incoming.Filter = context => !IsUninteresting(context.Request.Path);
                    incoming.EnrichWithHttpRequest = (span, _) => span.SetTag("url.query", null);
                })
                .AddHttpClientInstrumentation(outgoing =>
                {
                    outgoing.FilterHttpRequestMessage = request => !IsUninteresting(request.RequestUri?.AbsolutePath);
                    outgoing.EnrichWithHttpRequestMessage = (span, request) =>
                        span.SetTag("url.full", request.RequestUri?.GetLeftPart(UriPartial.Path));
                })
                // MassTransit's own spans would say a third time what the event's span says at its sender and its projection.
                .AddSource("Npgsql", "Geborgen.*"));
    }

    static bool IsUninteresting(PathString path) =>
        path.StartsWithSegments("/health", StringComparison.Ordinal)
        || path.Value?.EndsWith("/openapi.json", StringComparison.Ordinal) == true;
}
