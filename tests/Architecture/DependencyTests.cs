using System.Reflection;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Contracts;
using Geborgen.FamilyView;
using Geborgen.Intake;
using Geborgen.Investigation;
using Geborgen.Messaging;
using Geborgen.Planning;
using Geborgen.ServiceDefaults;

namespace Geborgen.Architecture.Tests;

/// <summary>Who may know whom.</summary>
public sealed class DependencyTests
{
    /// <summary>Every product project with all that it may reference.</summary>
    static readonly Dictionary<string, string[]> Graph = new()
    {
        ["Contracts"] = [],
        ["Casework"] = ["Contracts"],
        ["ServiceDefaults"] = ["Casework"],
        ["Messaging"] = ["Contracts", "Casework", "ServiceDefaults"],
        ["Access"] = ["Messaging"],
        ["CaseFiles"] = ["Access"],
        ["Intake"] = ["CaseFiles"],
        ["Investigation"] = ["CaseFiles"],
        ["Planning"] = ["CaseFiles"],
        ["FamilyView"] = ["CaseFiles"],
        ["Identity"] = ["ServiceDefaults"],
        ["Gateway"] = ["ServiceDefaults"],
        ["AppHost"] = ["FamilyView", "Gateway", "Identity", "Intake", "Investigation", "Planning"],
    };

    static readonly Assembly[] Product =
    [
        typeof(DomainEvent).Assembly, typeof(Aggregate).Assembly, typeof(Api).Assembly, typeof(ServiceDb).Assembly, typeof(AccessDb).Assembly, typeof(CaseFileDb).Assembly,
        typeof(IntakeDb).Assembly, typeof(InvestigationDb).Assembly, typeof(PlanningDb).Assembly, typeof(FamilyViewDb).Assembly,
    ];

    static readonly Assembly[] Bus = [typeof(MassTransit.IBus).Assembly, typeof(RabbitMQ.Client.IConnection).Assembly];

    public static TheoryData<string> ProductProjects =>
        [.. Repository.Projects.Where(project => !project.Value.File.IsTest).Select(project => project.Key)];

    [Theory]
    [MemberData(nameof(ProductProjects))]
    public void A_project_references_no_more_than_the_layout_says(string project) =>
        Assert.Empty(Repository.Projects[project].References.Except(Graph[project]));

    [Theory]
    [InlineData("Contracts", "Casework")]
    [InlineData("Casework", "Messaging")]
    [InlineData("Messaging", "Access")]
    [InlineData("Access", "CaseFiles")]
    [InlineData("CaseFiles", "Intake", "Investigation", "Planning", "FamilyView")]
    public void Each_layer_stands_on_the_one_below(string below, params string[] layer) =>
        Assert.All(layer, project => Assert.Contains(below, Repository.Projects[project].References));

    [Fact]
    public void Messaging_knows_of_the_domain_only_that_something_happened_and_that_a_rule_can_refuse() => Assert.Equal(
        [typeof(Aggregate), typeof(DomainEvent), typeof(EventCatalogue), typeof(Refusal), typeof(Versioned)],
        typeof(ServiceDb).Assembly.GetTypes().SelectMany(Code.TypesOf).Distinct()
            .Where(used => used.Assembly == typeof(Aggregate).Assembly || used.Assembly == typeof(DomainEvent).Assembly).OrderBy(used => used.Name));

    [Theory]
    [InlineData("Contracts")]
    [InlineData("Casework")]
    public void What_all_services_share_needs_no_package(string project)
    {
        Assert.Empty(Repository.Projects[project].Packages);
        Assert.Empty(Repository.Projects[project].All("FrameworkReference"));
    }

    [Fact]
    public void Only_messaging_touches_the_bus()
    {
        var names = Bus.Select(assembly => assembly.GetName().Name).Append("MassTransit.RabbitMqTransport").ToArray();

        Assert.Equal(
            [typeof(ServiceDb).Assembly],
            Product.Where(assembly => assembly.GetReferencedAssemblies().Any(used => names.Contains(used.Name))));
        Assert.Equal(["Messaging"], Repository.Projects
            .Where(project => !project.Value.File.IsTest && project.Value.Packages.Any(package => package.StartsWith("MassTransit", StringComparison.Ordinal)))
            .Select(project => project.Key));
    }

    [Fact]
    public void No_service_offers_types_of_the_bus_to_others() => Assert.DoesNotContain(
        typeof(ServiceDb).Assembly.GetExportedTypes(), type => Code.Signatures(type).Any(used => Bus.Contains(used.Assembly)));
}
