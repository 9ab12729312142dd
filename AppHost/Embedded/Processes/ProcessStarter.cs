using System.Collections.Concurrent;

namespace Geborgen.AppHost.Embedded;

/// <summary>
/// Starts every child from one thread that lives as long as we do. Linux ties the parent-death signal to the thread
/// that started the child: from a pool thread, a child would be told to end as soon as the pool shrinks.
/// </summary>
internal static class ProcessStarter
{
    static readonly BlockingCollection<Action> Work = [];

    static ProcessStarter() => new Thread(Loop) { IsBackground = true, Name = "process starter" }.Start();

    public static Task RunAsync(Action start)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
                start();
                done.SetResult();
            }
#pragma warning disable CA1031 // Whatever goes wrong belongs to the caller, who awaits it.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                done.SetException(exception);
            }
        });
        return done.Task;
    }

    static void Loop()
    {
        foreach (var start in Work.GetConsumingEnumerable())
            start();
    }
}
