using System.Diagnostics;

namespace Geborgen.Messaging.Events;

/// <summary>
/// Spans that join what happens to events into the trace in which they were raised, however they travelled: one when they
/// are published, one when they are applied. Those of one save share a span. An event that was raised outside a trace has
/// none.
/// </summary>
static class Tracing
{
    internal const string Name = "Geborgen.Messaging";

    /// <summary>The tag that names all events of a span; its own name has room for one.</summary>
    const string Events = "geborgen.events";

    static readonly ActivitySource Source = new(Name);

    internal static Activity? Start(ActivityKind kind, string verb, IReadOnlyList<string> events, string? trace)
    {
        if (trace is null || !Source.HasListeners() || !ActivityContext.TryParse(trace, null, isRemote: true, out var parent)
            || !parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded))
            return null;
        var more = events.Count > 1 ? $" and {events.Count - 1} more" : "";
        return Source.StartActivity($"{verb} {events[0]}{more}", kind, parent)?.SetTag(Events, string.Join(' ', events));
    }
}
