using Aspire.Hosting;
using Geborgen.Support;

namespace Geborgen.AppHost.Tests;

public sealed class ModelTests : IDisposable
{
    readonly TemporaryFolder folder = new("model");
    readonly IDistributedApplicationBuilder builder;

    public ModelTests() => builder = DistributedApplication.CreateBuilder(["--GEBORGEN_DATA", folder.Path]);

    [Fact]
    public void A_project_finds_its_database_broker_and_neighbours_in_its_environment()
    {
        var database = builder.AddPostgres("postgres").AddDatabase("orders-database", "orders");
        var broker = builder.AddRabbitMQ("rabbitmq");
        var neighbour = builder.AddProject("family-view", "../services/FamilyView/FamilyView.csproj").WithHttpEndpoint(port: 21990);
        var project = builder.AddProject("intake", "../services/Intake/Intake.csproj")
            .WithHttpEndpoint(port: 21991)
            .WithReference(database, "database")
            .WithReference(broker)
            .WithReference(neighbour)
            .WithEnvironment("services__keycloak__http__0", neighbour.GetEndpoint("http"))
            .WithEnvironment("Instance__Name", "intake");

        Assert.Equal(new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = "http://localhost:21991",
            ["ConnectionStrings__database"] = database.Resource.ConnectionString,
            ["ConnectionStrings__rabbitmq"] = broker.Resource.ConnectionString,
            ["services__family-view__http__0"] = "http://localhost:21990",
            ["FAMILY_VIEW_HTTP"] = "http://localhost:21990",
            ["services__keycloak__http__0"] = "http://localhost:21990",
            ["Instance__Name"] = "intake",
        }, project.Resource.Environment);
        Assert.Contains("Database=orders", database.Resource.ConnectionString, StringComparison.Ordinal);
        Assert.StartsWith("amqp://", broker.Resource.ConnectionString, StringComparison.Ordinal);
    }

    [Fact]
    public void Telemetry_goes_where_the_dashboard_listens_with_its_key()
    {
        var project = builder.AddProject("intake", "../services/Intake/Intake.csproj").Resource;
        Assert.DoesNotContain("OTEL_EXPORTER_OTLP_ENDPOINT", project.Environment.Keys);

        project.Telemetry = new("http://localhost:4317", "key");

        Assert.Equal("http://localhost:4317", project.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        Assert.Equal("grpc", project.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"]);
        Assert.Equal("x-otlp-api-key=key", project.Environment["OTEL_EXPORTER_OTLP_HEADERS"]);
        Assert.Equal("intake", project.Environment["OTEL_SERVICE_NAME"]);
        Assert.Equal($"service.instance.id={project.InstanceId}", project.Environment["OTEL_RESOURCE_ATTRIBUTES"]);
    }

    [Fact]
    public void Passwords_are_made_per_data_folder_and_readable_by_their_owner_only()
    {
        var first = builder.AddPostgres("postgres").Resource.ConnectionString;
        using var otherFolder = new TemporaryFolder("model");
        var second = DistributedApplication.CreateBuilder(["--GEBORGEN_DATA", otherFolder.Path]).AddPostgres("postgres").Resource.ConnectionString;

        Assert.NotEqual(PasswordIn(first), PasswordIn(second));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder.Path, "postgres", "password")));
    }

    [Fact]
    public void Two_resources_of_one_name_are_refused()
    {
        builder.AddPostgres("store");

        Assert.Throws<InvalidOperationException>(() => builder.AddRabbitMQ("store"));
    }

    public void Dispose() => folder.Dispose();

    static string PasswordIn(string connectionString) =>
        connectionString.Split(';').Single(part => part.StartsWith("Password=", StringComparison.Ordinal));
}
