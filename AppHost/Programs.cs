using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Geborgen.AppHost;

/// <summary>How our own programs run: as they were built, and healthy by their own word.</summary>
static class Programs
{
    // Aspire itself asks again only after up to five seconds.
    static readonly TimeSpan UntilAskedAgain = TimeSpan.FromMilliseconds(250), Patience = TimeSpan.FromSeconds(5);
    static readonly HttpClient Client = new() { Timeout = Patience };

    /// <summary>Runs what was built with this program instead of asking the SDK to build and run it.</summary>
    public static IResourceBuilder<ProjectResource> WithBuiltBinary(this IResourceBuilder<ProjectResource> program) =>
        program.WithAnnotation(new ExecutableAnnotation { Command = "dotnet", WorkingDirectory = Path.GetDirectoryName(program.Resource.BuiltBinary())! })
            .WithArgs(program.Resource.BuiltBinary());

    /// <summary>A release is one folder; a build has a folder for each project, beside ours.</summary>
    public static string BuiltBinary(this ProjectResource program)
    {
        var project = Path.GetFileNameWithoutExtension(program.GetProjectMetadata().ProjectPath);
        var own = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var released = Path.Combine(own.FullName, $"Geborgen.{project}.dll");
        return File.Exists(released) ? released : Path.Combine(own.Parent!.Parent!.FullName, project, own.Name, $"Geborgen.{project}.dll");
    }

    /// <summary>Healthy when <c>/health/ready</c> says so, else with what it says.</summary>
    public static IResourceBuilder<ProjectResource> WithReadiness(this IResourceBuilder<ProjectResource> program)
    {
        var (check, endpoint) = ($"{program.Resource.Name}-ready", program.GetEndpoint("http"));
        program.ApplicationBuilder.Services.AddHealthChecks().AddAsyncCheck(check, async ct =>
        {
            for (var since = Stopwatch.GetTimestamp(); ; await Task.Delay(UntilAskedAgain, ct))
                if (await AskAsync(new Uri($"{endpoint.Url}/health/ready"), ct) is var answer
                    && (answer.Status == HealthStatus.Healthy || Stopwatch.GetElapsedTime(since) > Patience))
                    return answer;
        });
        return program.WithHealthCheck(check);
    }

    static async Task<HealthCheckResult> AskAsync(Uri address, CancellationToken ct)
    {
        try
        {
            using var answer = await Client.GetAsync(address, ct);
            var said = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
            var status = said.GetProperty("status").GetString();
            return status is "healthy" or "ready" ? HealthCheckResult.Healthy()
                : new(status == "degraded" ? HealthStatus.Degraded : HealthStatus.Unhealthy, said.GetRawText());
        }
        catch (Exception e) when (e is HttpRequestException || e is TaskCanceledException && !ct.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("It does not answer.");
        }
    }
}
