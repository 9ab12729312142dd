using Aspire.Hosting.ApplicationModel;
using Geborgen.AppHost.Embedded.Protocol;
using Google.Protobuf.WellKnownTypes;
using Model = Aspire.Hosting.ApplicationModel;
using Wire = Geborgen.AppHost.Embedded.Protocol;

namespace Geborgen.AppHost.Embedded;

/// <summary>A resource in the dashboard's words.</summary>
internal static class ResourceDescription
{
    /// <summary>The name by which the dashboard joins a resource with its telemetry: service name and instance id.</summary>
    public static string WireName(Model.Resource resource) =>
        resource is ProjectResource project ? $"{resource.Name}-{project.InstanceId}" : resource.Name;

    public static Wire.Resource Of(Model.Resource resource, ResourceSnapshot snapshot, DateTimeOffset createdAt)
    {
        var described = new Wire.Resource
        {
            Name = WireName(resource),
            Uid = WireName(resource),
            DisplayName = resource.Name,
            ResourceType = resource.Kind,
            State = snapshot.State.ToString(),
            StateStyle = Style(snapshot),
            // The dashboard drops the whole list without a word when one resource has no such time.
            CreatedAt = createdAt.ToTimestamp(),
        };
        if (snapshot.StartedAt is { } started)
            described.StartedAt = started.ToTimestamp();
        if (snapshot.StoppedAt is { } stopped)
            described.StoppedAt = stopped.ToTimestamp();
        described.Environment.AddRange(resource.Environment.Select(entry => new EnvironmentVariable { Name = entry.Key, Value = entry.Value, IsFromSpec = true }));
        described.Properties.AddRange(Properties(resource, snapshot));
        described.Commands.AddRange(ResourceCommands.For(snapshot.State));
        described.Relationships.AddRange(Relationships(resource));
        if (resource.Url is { } url)
            described.Urls.Add(new Url { EndpointName = "http", FullUrl = url.ToString(), IsInactive = snapshot.State != ResourceState.Running, DisplayProperties = new() { DisplayName = "" } });
        if (!resource.RunsOnce)
            described.HealthReports.Add(Health(snapshot));
        return described;
    }

    static HealthReport Health(ResourceSnapshot snapshot)
    {
        var report = new HealthReport { Key = "ready", Description = snapshot.Detail, Exception = "" };
        if (snapshot.Healthy is { } healthy)
            report.Status = healthy ? HealthStatus.Healthy : HealthStatus.Unhealthy;
        return report;
    }

    static string Style(ResourceSnapshot snapshot) => snapshot switch
    {
        { State: ResourceState.Running or ResourceState.Finished } => "success",
        { State: ResourceState.FailedToStart } or { State: ResourceState.Exited, ExitCode: not (null or 0) } => "error",
        _ => "info",
    };

    static IEnumerable<ResourceProperty> Properties(Model.Resource resource, ResourceSnapshot snapshot)
    {
        if (resource.Parent is { } parent)
            yield return Property("resource.parentName", WireName(parent));
        if (resource is ProjectResource project)
            yield return Property("project.path", project.Project);
        if (snapshot.ProcessId is { } id)
            yield return new() { Name = resource is ProjectResource ? "executable.pid" : "process.id", Value = Value.ForNumber(id) };
        if (snapshot.ExitCode is { } code)
            yield return new() { Name = "resource.exitCode", Value = Value.ForNumber(code) };
        // The dashboard tells by these which server a client's span went to; databases share their server's address.
        if (resource is { ConnectionString: { } connection, Parent: null })
            yield return new() { Name = "resource.connectionString", Value = Value.ForString(connection), IsSensitive = true };
        if (snapshot.Restarts > 0)
            yield return new() { Name = "restarts", DisplayName = "Restarts", Value = Value.ForNumber(snapshot.Restarts) };
    }

    static ResourceProperty Property(string name, string value) => new() { Name = name, Value = Value.ForString(value) };

    static IEnumerable<ResourceRelationship> Relationships(Model.Resource resource)
    {
        foreach (var reference in resource.References)
            yield return new() { ResourceName = reference, Type = "Reference" };
        foreach (var (awaited, _) in resource.Waits)
            yield return new() { ResourceName = awaited.Name, Type = "WaitFor" };
        if (resource.Parent is { } parent)
            yield return new() { ResourceName = parent.Name, Type = "Parent" };
    }
}
