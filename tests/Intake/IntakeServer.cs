using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Messaging;
using Geborgen.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: AssemblyFixture(typeof(TestIdentity))]
[assembly: AssemblyFixture(typeof(Geborgen.Intake.Tests.IntakeServer))]

namespace Geborgen.Intake.Tests;

/// <summary>
/// Intake of Utrecht on a real port and a real database, with real tokens. The broker is away all the time: that keeps
/// nobody from registering an emergency.
/// </summary>
public sealed class IntakeServer(PostgresServer postgres, TestIdentity identity) : IAsyncLifetime
{
    readonly TemporaryFolder keys = new("keys");
    Factory? factory;

    public string Database { get; private set; } = "";


    public HttpClient Anonymous { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await postgres.CreateDatabaseAsync("intake", TestContext.Current.CancellationToken);
        factory = new Factory(new()
        {
            ["environment"] = "Development",
            ["ConnectionStrings:database"] = Database,
            ["ConnectionStrings:rabbitmq"] = "amqp://nobody:nobody@127.0.0.1:1",
            ["Instance:Name"] = "intake-gm0344",
            ["Instance:Organisation"] = "gm0344",
            ["Instance:Municipalities:0"] = "gm0344",
            ["Keys:Path"] = keys.Path,
            ["services:keycloak:http:0"] = identity.Server.ToString(),
        });
        factory.UseKestrel(0);
        factory.StartServer();
        Anonymous = factory.CreateClient();
    }

    public async Task<HttpClient> As(string user) => With(await identity.UserTokenAsync(user));

    public async Task<HttpClient> AsClient(string client) => With(await identity.ClientTokenAsync(client));

    public IntakeDb Open() => factory!.Services.CreateScope().ServiceProvider.GetRequiredService<IntakeDb>();

    public async ValueTask DisposeAsync()
    {
        if (factory is not null)
            await factory.DisposeAsync();
        keys.Dispose();
    }

    HttpClient With(string token)
    {
        var client = factory!.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        client.DefaultRequestHeaders.Add("Processing-Activity", "safety-assessment");
        return client;
    }

    sealed class Factory(Dictionary<string, string> settings) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
        }
    }
}
