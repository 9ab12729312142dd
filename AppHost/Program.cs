using Geborgen.AppHost;
using Projects;

var builder = DistributedApplication.CreateBuilder(args);
using var machine = new Machine(builder);
machine.UsePlainHttp();
builder.Configuration["DcpPublisher:WaitForResourceCleanup"] = "true"; // Until then the prompt is not back.
builder.Configuration["Logging:LogLevel:Microsoft"] = "Warning";
builder.Configuration["Logging:LogLevel:Aspire.Hosting.Dcp"] = "Warning";
var gatewayUrl = $"http://localhost:{machine.Port("gateway")}";

// From the machine's own executables, or with --containers from images: who refers to them sees no difference.
IResourceBuilder<IResourceWithEndpoints> identity;
IResourceBuilder<IResourceWithConnectionString> rabbitmq;
Func<string, IResourceBuilder<IResourceWithConnectionString>> addDatabase;
ReferenceExpression databaseServer;
if (builder.Configuration.GetValue<bool>("containers"))
{
    var postgres = builder.AddPostgres("postgres").WithDataVolume();
    databaseServer = ReferenceExpression.Create($"Host={postgres.Resource.PrimaryEndpoint.Property(EndpointProperty.Host)};Port={postgres.Resource.PrimaryEndpoint.Property(EndpointProperty.Port)}");
    addDatabase = name => postgres.AddDatabase($"{name}-database", name);
    rabbitmq = builder.AddRabbitMQ("rabbitmq").WithManagementPlugin().WithDataVolume();
    identity = builder.AddContainer("identity", "quay.io/keycloak/keycloak", "26.4").WithArgs("start-dev", "--import-realm")
        .WithHttpEndpoint(port: machine.Port("identity"), targetPort: 8080)
        .WithBindMount(machine.InRepository("deploy/keycloak"), "/opt/keycloak/data/import", isReadOnly: true)
        .WithEnvironment("GEBORGEN_PORTAL", gatewayUrl)
        .WithEnvironment("GEBORGEN_DEVELOPMENT_SECRET", "development-only").WithEnvironment("GEBORGEN_DEVELOPMENT_CLIENTS", "true");
}
else
{
    var postgres = builder.AddLocalPostgres("postgres", machine).WithBackUp(machine);
    databaseServer = ReferenceExpression.Create($"Host=127.0.0.1;Port={$"{machine.Port("postgres")}"}");
    addDatabase = name => postgres.AddDatabase($"{name}-database", name);
    rabbitmq = builder.AddLocalRabbitMQ("rabbitmq", machine);
    // It stands in for Keycloak: the same realm files, paths and tokens.
    identity = AddProgram<Identity>("identity", "Key")
        .WithEnvironment("GEBORGEN_PORTAL", gatewayUrl).WithEnvironment("Identity__Keys", machine.InData("keys", "identity"))
        .WithEnvironment("Identity__Invitations", gatewayUrl);
}

var gateway = AddProgram<Gateway>("gateway", "Router").WithTry(machine);
IResourceBuilder<ProjectResource>[] instances =
[
    AddInstance<Intake>("intake-gm0344", "gm0344/intake", "DoorArrowRight", "gm0344", "gm0344"),
    AddInstance<Intake>("intake-gm0355", "gm0355/intake", "DoorArrowRight", "gm0355", "gm0355"),
    AddInstance<Planning>("planning-gm0344", "gm0344/planning", "TaskListSquareLtr", "gm0344", "gm0344"),
    AddInstance<Planning>("planning-gm0355", "gm0355/planning", "TaskListSquareLtr", "gm0355", "gm0355"),
    AddInstance<Investigation>("investigation", "gm0344/investigation", "Search", "rvt-utrecht", "gm0344", "gm0355"),
    AddInstance<FamilyView>("family-view", "family-view", "PeopleTeam", "rvt-utrecht", "gm0344", "gm0355"),
];
// Everyone checks tokens of the one issuer, and finds everyone by the names of the one organisation registry.
foreach (var host in instances.Append(gateway))
{
    host.WithEnvironment("services__keycloak__http__0", identity.GetEndpoint("http"))
        .WithEnvironment("Organisations__Path", machine.InRepository("deploy/organisations.json"));
    foreach (var instance in instances.Where(instance => instance != host))
        host.WithReference(instance);
}

builder.RestartWhatCrashed();
builder.EndWithOrchestrator();
if (await machine.FindHindranceAsync() is { } hindrance)
{
    Console.Error.WriteLine(hindrance);
    return 1;
}
await builder.Build().RunAsync();
return 0;

// An instance of a service, with a database of its own. All are up sooner when the broker's start is over first.
IResourceBuilder<ProjectResource> AddInstance<TProject>(string name, string path, string icon, string organisation, params string[] municipalities)
    where TProject : IProjectMetadata, new()
{
    // It works under a login of its own, which it lets in when it migrates; as the owner it does nothing else.
    var password = builder.AddParameter($"{name}-login", () => machine.Password(Path.Combine("logins", name)), secret: true).Resource;
    var instance = AddProgram<TProject>(name, icon)
        .WithReference(addDatabase(name), "databaseOwner")
        .WithEnvironment("ConnectionStrings__database", ReferenceExpression.Create($"{databaseServer};Username={name}_service;Password={password};Database={name}"))
        .WithReference(rabbitmq).WaitFor(rabbitmq)
        .WithEnvironment("Instance__Name", name).WithEnvironment("Instance__Organisation", organisation)
        .WithEnvironment("Instance__ClientSecret", "development-only")
        .WithEnvironment("Keys__Path", machine.InData("keys", name))
        .WithUrl($"{gatewayUrl}/{path}/v1/docs", "API reference")
        .WithOperatorCommands(
            typeof(TProject) == typeof(FamilyView) ? ["involvement", "skeleton"]
            : typeof(TProject) == typeof(Investigation) || typeof(TProject) == typeof(Planning) ? ["involvement", "members"]
            : ["involvement"]);
    for (var index = 0; index < municipalities.Length; index++)
        instance.WithEnvironment($"Instance__Municipalities__{index}", municipalities[index]);
    return instance;
}

IResourceBuilder<ProjectResource> AddProgram<TProject>(string name, string icon) where TProject : IProjectMetadata, new() =>
    builder.AddProject<TProject>(name).WithBuiltBinary().WithReadiness().WithIconName(icon)
        .WithHttpEndpoint(port: machine.Port(name), isProxied: false).WithoutHttpsCertificate()
        .WithEnvironment("ASPNETCORE_ENVIRONMENT", "Development");
