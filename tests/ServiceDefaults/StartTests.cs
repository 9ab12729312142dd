using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Geborgen.ServiceDefaults.Tests;

public sealed class StartTests
{
    static readonly ServiceDescription Service = new("sample", "Sample", "Shows every convention.");

    static WebApplicationBuilder Builder(string environment, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)));
        return builder;
    }

    [Fact]
    public void Outside_development_a_development_secret_is_refused_by_its_name_only()
    {
        var settings = ("ConnectionStrings:database", "Host=db;Password=development-only");
        var refused = Assert.Throws<InvalidOperationException>(() => Builder("Production", settings).AddHostDefaults(Service));
        Assert.Contains("ConnectionStrings:database", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Host=db", refused.Message, StringComparison.Ordinal);
        Builder("Development", settings).AddHostDefaults(Service);
    }

    [Fact]
    public void Outside_development_tokens_of_an_unprotected_identity_provider_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() => Builder("Production", ("services:keycloak:http:0", "http://127.0.0.1:8081")).AddServiceDefaults(Service));
        Builder("Production", ("services:keycloak:https:0", "https://identity.example")).AddServiceDefaults(Service);
    }

    [Fact]
    public void A_service_without_an_identity_provider_does_not_start() =>
        Assert.Throws<InvalidOperationException>(() => Builder("Development").AddServiceDefaults(Service));
}
