using Aspire.Hosting.ApplicationModel;
using Geborgen.AppHost.Embedded;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>Collects what is to run. The part of Aspire's interface of this name that Program.cs uses.</summary>
internal interface IDistributedApplicationBuilder
{
    IConfiguration Configuration { get; }

    /// <summary>The folder of the app model's project; relative paths start there.</summary>
    string AppHostDirectory { get; }

    /// <summary>Ours, not Aspire's: where an embedded run keeps its things.</summary>
    DataFolder Data { get; }

    DistributedApplication Build();

    /// <summary>Ours, not Aspire's: takes a resource into the model.</summary>
    IResourceBuilder<T> Add<T>(string name, Func<LineLog, T> make) where T : Resource;
}

/// <summary>A resource while the model is being written.</summary>
internal interface IResourceBuilder<out T> where T : IResource
{
    IDistributedApplicationBuilder ApplicationBuilder { get; }
    T Resource { get; }
}

internal sealed class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    readonly List<Resource> resources = [];

    public DistributedApplicationBuilder(string[] args)
    {
        Configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        Data = new(Path.GetFullPath(Configuration["GEBORGEN_DATA"] ?? ".data", Repository.Root));
    }

    public IConfiguration Configuration { get; }
    public string AppHostDirectory { get; } = Path.Combine(Repository.Root, "AppHost");
    public DataFolder Data { get; }

    public DistributedApplication Build() => new(resources, Data, Configuration);

    public IResourceBuilder<T> Add<T>(string name, Func<LineLog, T> make) where T : Resource
    {
        if (resources.Any(resource => resource.Name == name))
            throw new InvalidOperationException($"Two resources are called {name}.");
        var resource = make(new(Data.In("logs", $"{name}.log")));
        resources.Add(resource);
        return new ResourceBuilder<T>(this, resource);
    }

    sealed record ResourceBuilder<T>(IDistributedApplicationBuilder ApplicationBuilder, T Resource) : IResourceBuilder<T> where T : Resource;
}
