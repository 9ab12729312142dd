using System.Text.Json;
using Geborgen.AppHost.Embedded;
using Geborgen.Support;

namespace Geborgen.AppHost.Tests;

public sealed class AspireModeTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_app_model_compiles_against_the_signatures_of_Aspire()
    {
        using var folder = new TemporaryFolder("aspire");
        var project = Path.Combine(folder.Path, "Model.csproj");
        await File.WriteAllTextAsync(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NoWarn>CS9113</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
                <Compile Include="{Repository.Root}/AppHost/Program.cs" />
                <Compile Include="{Repository.Root}/AppHost/Aspire/*.cs" />
                <Compile Include="{Repository.Root}/tests/AppHost/AspireSignatures.cs" />
              </ItemGroup>
            </Project>
            """, Cancellation);

        var (code, output) = await Tool.TryAsync([Repository.Dotnet, "build", project, "--nologo", "-nodeReuse:false"], Cancellation, folder.Path);

        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task With_the_packages_nothing_of_the_local_implementation_is_compiled()
    {
        using var evaluated = await EvaluateAsync("true");

        Assert.DoesNotContain(Items(evaluated, "Compile"), file => file.StartsWith("Embedded/", StringComparison.Ordinal));
        Assert.Contains("Program.cs", Items(evaluated, "Compile"));
        Assert.Contains("Aspire/TokenServer.cs", Items(evaluated, "Compile"));
        Assert.Equal(
            ["Aspire.Hosting.AppHost", "Aspire.Hosting.Keycloak", "Aspire.Hosting.PostgreSQL", "Aspire.Hosting.RabbitMQ"],
            Items(evaluated, "PackageReference").Where(name => !name.Contains("Analyzers", StringComparison.Ordinal)).Order());
        Assert.Equal("false", evaluated.RootElement.GetProperty("Properties").GetProperty("RestorePackagesWithLockFile").GetString());
    }

    [Fact]
    public async Task Without_them_no_Aspire_package_is_asked_for()
    {
        using var evaluated = await EvaluateAsync("");

        Assert.DoesNotContain(Items(evaluated, "Compile"), file => file.StartsWith("Aspire/", StringComparison.Ordinal));
        Assert.DoesNotContain(Items(evaluated, "PackageReference"), name => name.StartsWith("Aspire.", StringComparison.Ordinal));
        Assert.Equal("true", evaluated.RootElement.GetProperty("Properties").GetProperty("RestorePackagesWithLockFile").GetString());
    }

    static async Task<JsonDocument> EvaluateAsync(string useAspirePackages) => JsonDocument.Parse(await Tool.RunAsync(
        [
            Repository.Dotnet, "msbuild", Path.Combine(Repository.Root, "AppHost", "AppHost.csproj"), "-nodeReuse:false",
            $"-p:UseAspirePackages={useAspirePackages}", "-getItem:Compile,PackageReference", "-getProperty:RestorePackagesWithLockFile,UseAspirePackages",
        ], Cancellation));

    static IEnumerable<string> Items(JsonDocument evaluated, string kind) =>
        evaluated.RootElement.GetProperty("Items").GetProperty(kind).EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!);
}
