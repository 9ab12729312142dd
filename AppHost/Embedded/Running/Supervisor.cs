using Aspire.Hosting.ApplicationModel;

namespace Geborgen.AppHost.Embedded;

/// <summary>
/// Keeps one resource running: waits for what it needs, starts it, watches its health, and starts it again when it
/// ends by itself, after 1 second at first and at most 30.
/// </summary>
internal sealed class Supervisor(Resource resource, ResourceBoard board, TimeProvider time) : IDisposable
{
    static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    static readonly TimeSpan CheckWhileStarting = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan CheckWhileHealthy = TimeSpan.FromSeconds(5);

    readonly Lock gate = new();
    CancellationTokenSource stopping = new();
    Task life = Task.CompletedTask;
    ResourceSnapshot state = new(resource.Name, ResourceState.NotStarted);

    /// <summary>Starts it; does nothing when it is already on its way.</summary>
    public void Start()
    {
        lock (gate)
        {
            if (!life.IsCompleted)
                return;
            stopping.Dispose();
            stopping = new();
            life = LiveAsync(stopping.Token);
        }
    }

    /// <summary>Stops it in good order and leaves it stopped.</summary>
    public Task StopAsync()
    {
        lock (gate)
        {
            stopping.Cancel();
            return life;
        }
    }

    public void Dispose() => stopping.Dispose();

    async Task LiveAsync(CancellationToken cancellation)
    {
        // What follows belongs to no caller; Start returns at once.
        await Task.Yield();
        try
        {
            Publish(new(resource.Name, ResourceState.Waiting));
            foreach (var (awaited, completed) in resource.Waits)
                await board.WaitForAsync(awaited.Name, other => completed ? other.State == ResourceState.Finished : other.IsReady, cancellation);
            await KeepRunningAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            if (state.State != ResourceState.Waiting)
                await StopResourceAsync();
            else
                Publish(new(resource.Name, ResourceState.NotStarted));
        }
    }

    async Task StopResourceAsync()
    {
        Publish(state with { State = ResourceState.Stopping, Healthy = null, Detail = "" });
        await resource.StopAsync();
        Publish(state with { State = ResourceState.Exited, ProcessId = null, StoppedAt = time.GetUtcNow() });
    }

    async Task KeepRunningAsync(CancellationToken cancellation)
    {
        for (var pause = FirstPause; ;)
        {
            var begun = time.GetTimestamp();
            var code = await RunAsync(cancellation);
            if (resource.RunsOnce && code == 0)
            {
                Publish(state with { State = ResourceState.Finished, ExitCode = 0, Detail = "", StoppedAt = time.GetUtcNow() });
                return;
            }
            if (time.GetElapsedTime(begun) > LongestPause)
                pause = FirstPause;
            Publish(state with
            {
                State = code is null ? ResourceState.FailedToStart : ResourceState.Exited,
                Healthy = false,
                ExitCode = code,
                Detail = (code is null ? state.Detail : $"ended with code {code}") + $"; starts again in {pause.TotalSeconds:0} s",
                StoppedAt = time.GetUtcNow(),
            });
            await Task.Delay(pause, time, cancellation);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            state = state with { Restarts = state.Restarts + 1 };
        }
    }

    /// <summary>Runs it once, to its end; null when it did not start.</summary>
    async Task<int?> RunAsync(CancellationToken cancellation)
    {
        Publish(state with { State = ResourceState.Starting, Healthy = null, Detail = "", ExitCode = null, ProcessId = null, StartedAt = time.GetUtcNow(), StoppedAt = null });
        try
        {
            await resource.LaunchAsync(cancellation);
        }
#pragma warning disable CA1031 // Whatever kept it from starting is shown and tried again; the others go on.
        catch (Exception e) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            resource.Log.Write(new(e.Message, IsError: true));
            state = state with { Detail = e.Message };
            return null;
        }
        Publish(state with { State = ResourceState.Running, ProcessId = resource.ProcessId });
        while (!resource.Exited.IsCompleted)
        {
            var fault = resource.RunsOnce ? null : await resource.FindFaultAsync(cancellation);
            if (!resource.Exited.IsCompleted)
                Publish(state with { Healthy = resource.RunsOnce ? null : fault is null, Detail = fault ?? "" });
            using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await Task.WhenAny(resource.Exited, Task.Delay(fault is null ? CheckWhileHealthy : CheckWhileStarting, time, pause.Token));
            await pause.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
        }
        return await resource.Exited;
    }

    void Publish(ResourceSnapshot snapshot) => board.Publish(state = snapshot);
}
