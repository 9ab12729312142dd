using System.Text.Json.Nodes;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.Extensions.Logging.Abstractions;

namespace Geborgen.Gateway.Tests;

public sealed class RegistryTests
{
    static readonly string Delivered = Path.Combine(AppContext.BaseDirectory, "organisations.json");

    [Fact]
    public void The_delivered_registry_can_be_used()
    {
        using var registry = new OrganisationRegistry(Delivered, NullLogger<OrganisationRegistry>.Instance);
        Assert.Equal(new TeamOnDuty("gm0344-intake", "gm0344"), registry.Current.IntakeOnDuty(new Municipality("gm0344")));
        Assert.Equal(new TeamOnDuty("rvt-utrecht-veiligheid", "rvt-utrecht"), registry.Current.RegionalOnDuty(new Municipality("gm0355")));
        Assert.Throws<InvalidOperationException>(() => registry.Current.IntakeOnDuty(new Municipality("gm9999")));
        Assert.Equal(["family-view", "gm0344/intake", "gm0344/investigation", "gm0344/planning", "gm0355/intake", "gm0355/investigation", "gm0355/planning"], registry.Current.Services.SelectMany(run => run.Paths).Order());
    }

    [Fact]
    public void Every_processing_activity_of_a_service_is_in_the_register()
    {
        using var registry = new OrganisationRegistry(Delivered, NullLogger<OrganisationRegistry>.Instance);
        var register = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "processing-activities.json")))!;
        var keys = register["activities"]!.AsArray().Select(activity => activity!["key"]!.GetValue<string>());
        Assert.Empty(registry.Current.Services.SelectMany(run => run.ProcessingActivities).Except(keys));
    }

    public static TheoryData<string, Action<JsonNode>> Wrong => new()
    {
        { "The municipality gm0344 is there 2 times.", registry => registry["municipalities"]![1]!["code"] = "gm0344" },
        { "utrecht is not the code of a municipality.", registry => registry["municipalities"]![0]!["code"] = "utrecht" },
        { "The team nobody is named but not there.", registry => registry["municipalities"]![0]!["dutyTeam"] = "nobody" },
        { "The service gm0344/intake is there 2 times.", registry => Service(registry, 1)["municipalities"] = new JsonArray("gm0344") },
        { "The instance intake-gm0344 is there 2 times.", registry => Service(registry, 1)["instance"] = "intake-gm0344" },
        { "The address of intake-gm0344 is not an http address.", registry => Service(registry, 0)["address"] = "intake-gm0344" },
        { "The municipality gm0001 is named but not there.", registry => Service(registry, 0)["municipalities"] = new JsonArray("gm0001") },
        { "intake-gm0344 serves no municipality.", registry => Service(registry, 0)["municipalities"] = new JsonArray() },
        { "The organisation nobody is named but not there.", registry => Service(registry, 0)["controller"] = "nobody" },
        { "In Take is not a kebab-case name.", registry => Service(registry, 0)["service"] = "In Take" },
        { "The mandate for supervisionOrder of rvdk ends before it starts.", registry => registry["mandates"]![0]!["until"] = "2014-12-31" },
        { "surprise", registry => registry["surprise"] = 1 },
        { "mandates", registry => registry.AsObject().Remove("mandates") },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void A_registry_that_would_misroute_is_refused_with_the_reason(string reason, Action<JsonNode> change)
    {
        var registry = JsonNode.Parse(File.ReadAllText(Delivered))!;
        change(registry);
        var folder = Directory.CreateTempSubdirectory("geborgen-registry-");
        try
        {
            var path = Path.Combine(folder.FullName, "organisations.json");
            File.WriteAllText(path, registry.ToJsonString());
            var refused = Assert.Throws<InvalidDataException>(() => new OrganisationRegistry(path, NullLogger<OrganisationRegistry>.Instance));
            Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static JsonNode Service(JsonNode registry, int party) => registry["parties"]![party]!["services"]![0]!;
}
