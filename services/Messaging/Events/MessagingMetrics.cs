using System.Diagnostics.Metrics;

namespace Geborgen.Messaging.Events;

/// <summary>What an operator watches: what has not gone out, what nobody took, and how far behind the projections are.</summary>
sealed class MessagingMetrics
{
    readonly Counter<long> duplicates;
    readonly Counter<long> unknown;
    readonly Counter<long> faults;
    readonly Histogram<double> lag;

    public MessagingMetrics(IMeterFactory meters, TimeProvider clock)
    {
        var meter = meters.Create(Tracing.Name);
        meter.CreateObservableGauge("geborgen.outbox.waiting", () => Outbox.Waiting, "{event}", "Events that the broker has not confirmed.");
        meter.CreateObservableGauge("geborgen.outbox.parked", () => Outbox.Parked, "{event}", "Events that are no longer tried until somebody looks at them.");
        meter.CreateObservableGauge("geborgen.outbox.oldest_age",
            () => Outbox.Oldest is { } oldest ? (clock.GetUtcNow() - oldest).TotalSeconds : 0, "s", "Age of the oldest event that waits and is not held.");
        meter.CreateObservableGauge("geborgen.unrouted", () => Unrouted, "{message}", "Messages in the queue of what nobody listens to.");
        duplicates = meter.CreateCounter<long>("geborgen.inbox.duplicates", "{event}", "Events that arrived again.");
        unknown = meter.CreateCounter<long>("geborgen.inbox.unknown", "{event}", "Events that this version does not know.");
        faults = meter.CreateCounter<long>("geborgen.inbox.faults", "{event}", "Events that could not be applied and went to the error queue.");
        lag = meter.CreateHistogram<double>("geborgen.projection.lag", "s", "From an event to its place in a projection.");
    }

    /// <summary>As the relay saw it last.</summary>
    internal OutboxState Outbox { get; set; }

    /// <summary>As the broker said last.</summary>
    internal long Unrouted { get; set; }

    internal void Duplicates(string projection, int count) => duplicates.Add(count, Of(projection));

    internal void Unknown(string projection, int count) => unknown.Add(count, Of(projection));

    internal void Fault(string projection) => faults.Add(1, Of(projection));

    internal void Lag(string projection, TimeSpan age) => lag.Record(age.TotalSeconds, Of(projection));

    static KeyValuePair<string, object?> Of(string projection) => new("projection", projection);
}
