using System.Collections.Concurrent;
using System.Diagnostics;

namespace Geborgen.Support;

/// <summary>Collects what hosts of this process would send to a dashboard, and starts the trace that a test looks at.</summary>
public sealed class Spans : IDisposable
{
    /// <summary>Settings with which a host traces; nobody listens there.</summary>
    public const string Exporter = "http://127.0.0.1:9";

    static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "Test"];

    readonly ConcurrentQueue<Activity> ended = [];
    readonly ActivitySource test = new("Test");
    readonly ActivityListener listener;

    /// <summary>Begins to collect.</summary>
    public Spans()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => Sources.Contains(source.Name) || source.Name.StartsWith("Geborgen.", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>Every span so far that was not left out.</summary>
    public IEnumerable<Activity> All => ended.Where(span => span.Recorded);

    /// <summary>The spans of a trace so far.</summary>
    public IEnumerable<Activity> Of(ActivityTraceId trace) => All.Where(span => span.TraceId == trace);

    /// <summary>Starts a trace of a test's own.</summary>
    public Activity Start() => test.StartActivity("test")!;

    /// <summary>Collects no more.</summary>
    public void Dispose()
    {
        listener.Dispose();
        test.Dispose();
    }
}
