namespace Geborgen.AppHost.Embedded;

/// <summary>Who takes the telemetry of our programs, and with which key.</summary>
internal sealed record TelemetryTarget(string Endpoint, string Key)
{
    /// <summary>OpenTelemetry's own settings, with the values that Aspire gives: all traces, exported every second.</summary>
    public IEnumerable<KeyValuePair<string, string>> EnvironmentOf(string service, string instance) =>
    [
        new("OTEL_EXPORTER_OTLP_ENDPOINT", Endpoint),
        new("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"),
        new("OTEL_EXPORTER_OTLP_HEADERS", $"x-otlp-api-key={Key}"),
        new("OTEL_SERVICE_NAME", service),
        new("OTEL_RESOURCE_ATTRIBUTES", $"service.instance.id={instance}"),
        new("OTEL_BLRP_SCHEDULE_DELAY", "1000"),
        new("OTEL_BSP_SCHEDULE_DELAY", "1000"),
        new("OTEL_METRIC_EXPORT_INTERVAL", "1000"),
        new("OTEL_TRACES_SAMPLER", "always_on"),
        new("OTEL_METRICS_EXEMPLAR_FILTER", "trace_based"),
    ];
}
