using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Geborgen.Support;

namespace Geborgen.AppHost.Tests;

/// <summary>What runs where there is a container engine; on a machine without one it can be described, not run.</summary>
public sealed class ContainersTests
{
    [Fact]
    public async Task Everybody_refers_to_images_as_to_the_executables_of_the_machine()
    {
        using var data = new TemporaryFolder("containers");

        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            ["--containers=true", $"--GEBORGEN_DATA={data.Path}", $"--GEBORGEN_PORT_BASE={FreePorts.Next(inARow: 20)}"],
            TestContext.Current.CancellationToken);

        Assert.Equal(
            ["identity runs quay.io/keycloak/keycloak", "postgres runs library/postgres", "rabbitmq runs library/rabbitmq"],
            builder.Resources.OfType<ContainerResource>()
                .Select(one => $"{one.Name} runs {one.Annotations.OfType<ContainerImageAnnotation>().Last().Image}").Order(StringComparer.Ordinal));
        var instances = builder.Resources.OfType<ProjectResource>().Where(one => one.Name is not "gateway").ToList();
        Assert.Equal(6, instances.Count);
        Assert.All(instances, instance => Assert.Superset(new HashSet<string> { $"{instance.Name}-database", "rabbitmq" }, ReferencesOf(instance)));
    }

    static HashSet<string> ReferencesOf(ProjectResource instance) =>
        [.. instance.Annotations.OfType<ResourceRelationshipAnnotation>().Where(one => one.Type == "Reference").Select(one => one.Resource.Name)];
}
