// What runs, and against what. Embedded (default) and genuine Aspire compile this same file.
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Geborgen.AppHost;

var builder = DistributedApplication.CreateBuilder(args);
var firstPort = int.Parse(builder.Configuration["GEBORGEN_PORT_BASE"] ?? "8080", null);
var gatewayUrl = $"http://localhost:{firstPort}";
var data = InRepository(builder.Configuration["GEBORGEN_DATA"] ?? ".data");

var postgres = builder.AddPostgres("postgres");
var rabbitmq = builder.AddRabbitMQ("rabbitmq");
var identity = builder.AddTokenServer("identity", firstPort + 1)
    .WithEnvironment("GEBORGEN_PORTAL", gatewayUrl);

var gateway = ConfigureHost(builder.AddProject("gateway", "../gateway/Gateway.csproj"))
    .WithHttpEndpoint(port: firstPort);

IResourceBuilder<ProjectResource>[] instances =
[
    AddInstance("intake-gm0344", "../services/Intake/Intake.csproj", "gm0344", "gm0344"),
    AddInstance("intake-gm0355", "../services/Intake/Intake.csproj", "gm0355", "gm0355"),
    AddInstance("investigation", "../services/Investigation/Investigation.csproj", "rvt-utrecht", "gm0344", "gm0355"),
    AddInstance("family-view", "../services/FamilyView/FamilyView.csproj", "rvt-utrecht", "gm0344", "gm0355"),
];

// Everyone finds everyone by the names that the organisation registry uses.
foreach (var host in instances.Append(gateway))
{
    host.WithHttpHealthCheck("/health/ready").WaitFor(identity);
    foreach (var instance in instances.Where(instance => instance != host))
        host.WithReference(instance);
}

builder.Build().Run();

// An instance of a service: its own database, migrated before it starts.
IResourceBuilder<ProjectResource> AddInstance(string name, string project, string organisation, params string[] municipalities)
{
    var database = postgres.AddDatabase($"{name}-database", name);
    var migration = ConfigureInstance(builder.AddProject($"{name}-migration", project)).WithArgs("--migrate");
    return ConfigureInstance(builder.AddProject(name, project))
        .WithHttpEndpoint()
        .WaitFor(rabbitmq)
        .WaitForCompletion(migration);

    IResourceBuilder<ProjectResource> ConfigureInstance(IResourceBuilder<ProjectResource> instance)
    {
        ConfigureHost(instance)
            .WithReference(database, "database")
            .WithReference(rabbitmq)
            .WaitFor(database)
            .WithEnvironment("Instance__Name", name)
            .WithEnvironment("Instance__Organisation", organisation)
            .WithEnvironment("Instance__ClientSecret", "development-only")
            .WithEnvironment("Keys__Path", Path.Combine(data, "keys", name));
        for (var index = 0; index < municipalities.Length; index++)
            instance.WithEnvironment($"Instance__Municipalities__{index}", municipalities[index]);
        return instance;
    }
}

// Every host checks tokens of the one issuer and reads the one registry.
IResourceBuilder<ProjectResource> ConfigureHost(IResourceBuilder<ProjectResource> host) => host
    .WithEnvironment("services__keycloak__http__0", identity.GetEndpoint("http"))
    .WithEnvironment("Organisations__Path", InRepository("deploy/organisations.json"));

string InRepository(string path) => Path.GetFullPath(Path.Combine("..", path), builder.AppHostDirectory);
