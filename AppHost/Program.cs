// What runs, and against what.
using Geborgen.AppHost;
using Microsoft.Extensions.Configuration;
using Projects;

var builder = DistributedApplication.CreateBuilder(args);
using var machine = new Machine(builder);

var gatewayUrl = $"http://localhost:{machine.Port("gateway")}";
// From the machine's own executables, or with --containers from images: what refers to them sees no difference.
var inContainers = builder.Configuration.GetValue<bool>("containers");
var addDatabase = inContainers ? AddPostgresImage() : AddPostgresExecutable();
IResourceBuilder<IResourceWithConnectionString> rabbitmq = inContainers
    ? builder.AddRabbitMQ("rabbitmq").WithManagementPlugin()
    : builder.AddLocalRabbitMQ("rabbitmq", machine);
IResourceBuilder<IResourceWithEndpoints> identity = inContainers ? AddKeycloak() : AddIdentity();

var gateway = AddHost<Gateway>("gateway", "Router").WithTry(machine);
IResourceBuilder<ProjectResource>[] instances =
[
    AddInstance<Intake>("intake-gm0344", "intake", "DoorArrowRight", "gm0344", "gm0344"),
    AddInstance<Intake>("intake-gm0355", "intake", "DoorArrowRight", "gm0355", "gm0355"),
    AddInstance<Investigation>("investigation", "investigation", "Search", "rvt-utrecht", "gm0344", "gm0355"),
    AddInstance<FamilyView>("family-view", "family-view", "PeopleTeam", "rvt-utrecht", "gm0344", "gm0355"),
];
// Everyone finds everyone by the names that the organisation registry uses.
foreach (var host in instances.Append(gateway))
    foreach (var instance in instances.Where(instance => instance != host))
        host.WithReference(instance);

builder.RestartWhatCrashed();
if (await machine.FindHindranceAsync() is { } hindrance)
{
    Console.Error.WriteLine(hindrance);
    return 1;
}
await builder.Build().RunAsync();
return 0;

// An instance of a service, with a database of its own. It waits by itself for what is not there yet.
IResourceBuilder<ProjectResource> AddInstance<TProject>(string name, string service, string icon, string organisation, params string[] municipalities)
    where TProject : IProjectMetadata, new()
{
    var instance = AddHost<TProject>(name, icon)
        .WithReference(addDatabase(name), "database")
        .WithReference(rabbitmq)
        .WithEnvironment("Instance__Name", name)
        .WithEnvironment("Instance__Organisation", organisation)
        .WithEnvironment("Instance__ClientSecret", "development-only")
        .WithEnvironment("Keys__Path", machine.InData("keys", name))
        .WithUrl($"{gatewayUrl}/{(service == "family-view" ? "" : $"{municipalities[0]}/")}{service}/v1/docs", "API reference")
        .WithOperatorCommands();
    for (var index = 0; index < municipalities.Length; index++)
        instance.WithEnvironment($"Instance__Municipalities__{index}", municipalities[index]);
    return instance;
}

// A program of ours: checks tokens of the one issuer and reads the one registry.
IResourceBuilder<ProjectResource> AddHost<TProject>(string name, string icon) where TProject : IProjectMetadata, new() =>
    AddProgram<TProject>(name, icon)
        .WithEnvironment("services__keycloak__http__0", identity.GetEndpoint("http"))
        .WithEnvironment("Organisations__Path", machine.InRepository("deploy", "organisations.json"));

IResourceBuilder<ProjectResource> AddProgram<TProject>(string name, string icon) where TProject : IProjectMetadata, new() =>
    builder.AddProject<TProject>(name)
        .WithBuiltBinary()
        .WithEnvironment("ASPNETCORE_ENVIRONMENT", "Development")
        .WithHttpEndpoint(port: machine.Port(name), isProxied: false)
        .WithoutHttpsCertificate()
        .WithReadiness()
        .WithIconName(icon);

Func<string, IResourceBuilder<IResourceWithConnectionString>> AddPostgresExecutable()
{
    var server = builder.AddLocalPostgres("postgres", machine).WithBackUp(machine);
    return name => server.AddDatabase($"{name}-database", name);
}

Func<string, IResourceBuilder<IResourceWithConnectionString>> AddPostgresImage()
{
    var server = builder.AddPostgres("postgres").WithDataVolume();
    return name => server.AddDatabase($"{name}-database", name);
}

// Identity stands in for Keycloak: the same realm files, paths and tokens.
IResourceBuilder<ProjectResource> AddIdentity() => AddProgram<Identity>("identity", "Key")
    .WithEnvironment("GEBORGEN_PORTAL", gatewayUrl)
    .WithEnvironment("Identity__Keys", machine.InData("keys", "identity"));

IResourceBuilder<ContainerResource> AddKeycloak() => builder.AddContainer("identity", "quay.io/keycloak/keycloak", "26.4")
    .WithHttpEndpoint(port: machine.Port("identity"), targetPort: 8080)
    .WithBindMount(machine.InRepository("deploy", "keycloak"), "/opt/keycloak/data/import", isReadOnly: true)
    .WithEnvironment("GEBORGEN_PORTAL", gatewayUrl)
    .WithEnvironment("GEBORGEN_DEVELOPMENT_SECRET", "development-only")
    .WithEnvironment("GEBORGEN_DEVELOPMENT_CLIENTS", "true")
    .WithArgs("start-dev", "--import-realm")
    .WithIconName("Key");
