using System.Diagnostics;

namespace Geborgen.Messaging.Events;

/// <summary>
/// Spans that join what happens to an event into the trace in which it was raised, however it travelled: one when it is
/// published, one when it is applied. An event that was raised outside a trace has none.
/// </summary>
static class Tracing
{
    internal const string Name = "Geborgen.Messaging";

    static readonly ActivitySource Source = new(Name);

    internal static Activity? Start(ActivityKind kind, string verb, string subject, string? trace) =>
        trace is not null && Source.HasListeners() && ActivityContext.TryParse(trace, null, isRemote: true, out var parent)
            ? Source.StartActivity($"{verb} {subject}", kind, parent)
            : null;
}
