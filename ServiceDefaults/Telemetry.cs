using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Instrumentation.Http;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// Traces, metrics and logs over OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to; nothing otherwise.
/// Spans hold routes, methods and statuses, and nothing that a caller wrote: no path, query, header or body.
/// Red means that something is wrong on our side: a refusal is an answer.
/// </summary>
static class Telemetry
{
    /// <summary>What a span of a request or a call says; whatever else a library adds is taken out.</summary>
    static readonly HashSet<string> Told =
    [
        "http.request.method", "http.response.status_code", "http.route", "url.scheme", "url.template", "server.port", "error.type", "network.protocol.version",
    ];

    /// <summary>What else a call says: the address at which a service was called is ours. That of a request is what its caller says it is.</summary>
    static readonly HashSet<string> ToldOfCalls = [.. Told, Called, "server.address"];

    const string Called = "url.full";

    internal static void AddTelemetry(this WebApplicationBuilder builder)
    {
        // Also where nobody looks: what a caller says beside the trace is not passed on to other services.
        DistributedContextPropagator.Current = new OnlyTheTrace();
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        builder.Services.AddSingleton(DistributedContextPropagator.Current);
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
                .AddProcessor(new NothingOfTheCaller())
                .AddAspNetCoreInstrumentation(Incoming)
                .AddHttpClientInstrumentation(Outgoing)
                // MassTransit's own spans would say a third time what the event's span says at its sender and its projection.
                .AddSource("Npgsql", "Geborgen.*"));
    }

    static void Incoming(AspNetCoreTraceInstrumentationOptions incoming)
    {
        incoming.Filter = context => !IsUninteresting(context.Request.Path) && !IsLeftOutByCaller(context.Request);
        incoming.EnrichWithHttpResponse = (span, answer) =>
        {
            if (answer.HttpContext.Features.Get<AnsweredRoute>() is { } answered)
                span.SetTag("http.route", answered.Route).DisplayName = $"{answer.HttpContext.Request.Method} {answered.Route}";
        };
    }

    static void Outgoing(HttpClientTraceInstrumentationOptions outgoing)
    {
        outgoing.EnrichWithHttpResponseMessage = (span, answer) =>
        {
            if (answer.Headers.TryGetValues(AnsweredRoute.Header, out var answered) && answer.RequestMessage is { } request)
            {
                span.SetTag("url.template", answered.First());
                span.DisplayName = $"{request.Method} {answered.First()}";
            }
            if ((int)answer.StatusCode is >= 400 and < 500)
                span.SetTag("error.type", null).SetStatus(ActivityStatusCode.Unset);
        };
    }

    static bool IsUninteresting(PathString path) =>
        path.StartsWithSegments("/health", StringComparison.Ordinal)
        || path.Value?.EndsWith("/openapi.json", StringComparison.Ordinal) == true
        || path.Value?.EndsWith("/docs/scalar.js", StringComparison.Ordinal) == true;

    /// <summary>What an untraced call asks for is not traced either.</summary>
    static bool IsLeftOutByCaller(HttpRequest request) => request.Headers.TraceParent.ToString().EndsWith("-00", StringComparison.Ordinal);

    /// <summary>Takes the trace over from whoever calls, and nothing that stands beside it.</summary>
    sealed class OnlyTheTrace : DistributedContextPropagator
    {
        const string Trace = "traceparent";

        /// <summary>Those that a proxy has to take out of what it passes on.</summary>
        public override IReadOnlyCollection<string> Fields { get; } = [Trace, "tracestate", "baggage", "Request-Id", "Correlation-Context"];

        public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
        {
            if (activity is { IdFormat: ActivityIdFormat.W3C, Id: { } id })
                setter?.Invoke(carrier, Trace, id);
        }

        public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState)
        {
            (traceId, traceState) = (null, null);
            getter?.Invoke(carrier, Trace, out traceId, out _);
        }

        public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
    }

    /// <summary>Takes out of spans of requests and calls what is not on the list, at their end: libraries add to them until then.</summary>
    sealed class NothingOfTheCaller : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            if (data.Source.Name is not ("Microsoft.AspNetCore" or "System.Net.Http"))
                return;
            var told = data.Kind == ActivityKind.Client ? ToldOfCalls : Told;
            foreach (var (name, value) in data.TagObjects.ToArray())
                if (!told.Contains(name))
                    data.SetTag(name, null);
                else if (name == Called)
                    data.SetTag(name, Uri.TryCreate(value as string, UriKind.Absolute, out var called) ? called.GetLeftPart(UriPartial.Authority) : null);
            data.TraceStateString = null;
        }
    }

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
