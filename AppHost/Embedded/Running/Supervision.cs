using Aspire.Hosting.ApplicationModel;

namespace Geborgen.AppHost.Embedded;

/// <summary>All resources of the model, each with its supervisor, and the board where their states stand.</summary>
internal sealed class Supervision : IAsyncDisposable
{
    readonly Dictionary<Resource, Supervisor> supervisors;
    readonly Dictionary<Resource, Task> stops = [];

    public Supervision(IReadOnlyList<Resource> resources, TimeProvider time)
    {
        Resources = resources;
        CreatedAt = time.GetUtcNow();
        supervisors = resources.ToDictionary(resource => resource, resource => new Supervisor(resource, Board, time));
        foreach (var resource in resources)
            Board.Publish(new(resource.Name, ResourceState.NotStarted));
    }

    public IReadOnlyList<Resource> Resources { get; }
    public ResourceBoard Board { get; } = new();
    public DateTimeOffset CreatedAt { get; }

    /// <summary>Whether each resource runs in good health or has done what it was for.</summary>
    public bool IsReady => Board.All.All(snapshot => snapshot.IsReady);

    public Supervisor SupervisorOf(Resource resource) => supervisors[resource];

    public void Start()
    {
        foreach (var supervisor in supervisors.Values)
            supervisor.Start();
    }

    /// <summary>Stops everything, each resource after those that waited for it.</summary>
    public Task StopAsync() => Task.WhenAll(Resources.Select(StopAfterDependentsAsync));

    public async ValueTask DisposeAsync()
    {
        foreach (var (resource, supervisor) in supervisors)
        {
            supervisor.Dispose();
            await resource.DisposeAsync();
        }
    }

    Task StopAfterDependentsAsync(Resource resource)
    {
        if (stops.TryGetValue(resource, out var already))
            return already;
        var dependents = Resources.Where(other => other.Waits.Any(wait => wait.Resource == resource));
        var dependentsStopped = Task.WhenAll(dependents.Select(StopAfterDependentsAsync));
        return stops[resource] = StopAsync();

        async Task StopAsync()
        {
            await dependentsStopped;
            await supervisors[resource].StopAsync();
        }
    }
}
