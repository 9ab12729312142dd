using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Instrumentation.Http;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// Traces, metrics and logs over OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to; nothing otherwise.
/// Spans hold routes and ids, never a query or a body, and no path but of a route of ours: another can hold anything.
/// Red means that something is wrong on our side: a refusal is an answer.
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
                .AddProcessor(new NoLooseCalls())
                .AddAspNetCoreInstrumentation(Incoming)
                .AddHttpClientInstrumentation(Outgoing)
                // MassTransit's own spans would say a third time what the event's span says at its sender and its projection.
                .AddSource("Npgsql", "Geborgen.*"));
    }

    static void Incoming(AspNetCoreTraceInstrumentationOptions incoming)
    {
        incoming.Filter = context => !IsUninteresting(context.Request.Path) && !IsLeftOutByCaller(context.Request);
        incoming.EnrichWithHttpRequest = (span, _) => span.SetTag("url.query", null);
        incoming.EnrichWithHttpResponse = (span, answer) =>
        {
            if (answer.HttpContext.Features.Get<AnsweredRoute>() is { } answered)
                span.SetTag("http.route", answered.Route).DisplayName = $"{answer.HttpContext.Request.Method} {answered.Route}";
            else
                span.SetTag("url.path", null);
        };
    }

    static void Outgoing(HttpClientTraceInstrumentationOptions outgoing)
    {
        outgoing.EnrichWithHttpRequestMessage = (span, request) => span.SetTag("url.full", request.RequestUri?.GetLeftPart(UriPartial.Authority));
        outgoing.EnrichWithHttpResponseMessage = (span, answer) =>
        {
            if (answer.Headers.TryGetValues(AnsweredRoute.Header, out var answered) && answer.RequestMessage is { } request)
            {
                span.SetTag("url.template", answered.First()).SetTag("url.full", request.RequestUri?.GetLeftPart(UriPartial.Path));
                span.DisplayName = $"{request.Method} {answered.First()}";
            }
            if ((int)answer.StatusCode is >= 400 and < 500)
                span.SetTag("error.type", null).SetStatus(ActivityStatusCode.Unset);
        };
    }

    static bool IsUninteresting(PathString path) =>
        path.StartsWithSegments("/health", StringComparison.Ordinal)
        || path.Value?.EndsWith("/openapi.json", StringComparison.Ordinal) == true;

    /// <summary>What an untraced call asks for is not traced either.</summary>
    static bool IsLeftOutByCaller(HttpRequest request) => request.Headers.TraceParent.ToString().EndsWith("-00", StringComparison.Ordinal);

    /// <summary>
    /// Leaves out the calls, to a database or over HTTP, that belong to no request and no event, or to one that is left
    /// out: what a service does by itself all the time would fill the traces.
    /// </summary>
    sealed class NoLooseCalls : BaseProcessor<Activity>
    {
        public override void OnStart(Activity data)
        {
            if (data.Kind != ActivityKind.Client || data.Parent is { Recorded: true })
                return;
            data.IsAllDataRequested = false;
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }
}
