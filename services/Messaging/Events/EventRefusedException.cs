using System.Diagnostics;
using Geborgen.Casework;

namespace Geborgen.Messaging.Events;

/// <summary>
/// A projection could not apply an event. Says only what kind of fault it was: the text of an exception can hold what a
/// family said, and this one goes to logs and to the error queue.
/// </summary>
sealed class EventRefusedException(Exception cause, string? trace) : Exception($"The event could not be applied: {cause.GetType().Name}.")
{
    /// <summary>The type of the fault.</summary>
    internal string Cause { get; } = cause.GetType().FullName!;

    /// <summary>The id of the trace in which the event was raised.</summary>
    internal string? TraceId { get; } =
        ActivityContext.TryParse(trace, null, out var context) ? context.TraceId.ToString() : null;

    /// <summary>The code of the rule that refused, if it was one.</summary>
    internal string? Code { get; } = (cause as RefusedException)?.Refusal.Code;
}

/// <summary>A rule refuses what an event asks for.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.Title)
{
    /// <summary>Why.</summary>
    public Refusal Refusal { get; } = refusal;
}
