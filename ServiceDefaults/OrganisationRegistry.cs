using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// The organisation registry as it stands now. It follows its file: a change that cannot be used is reported
/// and the last good content stays.
/// </summary>
public sealed class OrganisationRegistry : IDisposable
{
    static readonly JsonSerializerOptions Strict = Json();

    readonly string path;
    readonly ILogger log;
    readonly PhysicalFileProvider folder;
    readonly IDisposable watch;

    /// <exception cref="InvalidDataException">The file cannot be used.</exception>
    public OrganisationRegistry(string path, ILogger<OrganisationRegistry> log)
    {
        this.path = Path.GetFullPath(path);
        this.log = log;
        folder = new PhysicalFileProvider(Path.GetDirectoryName(this.path)!);
        // Watched before it is read, so that no change is missed in between.
        watch = ChangeToken.OnChange(() => folder.Watch(Path.GetFileName(this.path)), Reload);
        Current = Read(this.path);
    }

    /// <summary>The last content that could be used.</summary>
    public Organisations Current { get; private set; }

    /// <summary>Raised when <see cref="Current"/> changed.</summary>
    public event Action? Changed;

    /// <inheritdoc/>
    public void Dispose()
    {
        watch.Dispose();
        folder.Dispose();
    }

    void Reload()
    {
        try
        {
            Current = Read(path);
        }
        catch (Exception unusable) when (unusable is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            log.LogError("The organisation registry changed and cannot be used; the last good one stays. {Reason}", unusable.Message);
            return;
        }
        log.LogInformation("The organisation registry changed: {Services} services for {Municipalities} municipalities.",
            Current.Services.Count(), Current.Municipalities.Count);
        Changed?.Invoke();
    }

    static Organisations Read(string path)
    {
        Organisations registry;
        try
        {
            registry = JsonSerializer.Deserialize<Organisations>(File.ReadAllBytes(path), Strict)
                ?? throw new InvalidDataException($"{path} is empty.");
        }
        catch (JsonException unreadable)
        {
            throw new InvalidDataException($"{path}: {unreadable.Message}", unreadable);
        }
        return OrganisationRules.Violations(registry) is { Count: > 0 } violations
            ? throw new InvalidDataException($"{path}: {string.Join(' ', violations)}")
            : registry;
    }

    static JsonSerializerOptions Json()
    {
        var options = new JsonSerializerOptions();
        StrictJson.Apply(options);
        return options;
    }
}

/// <summary>Where a host finds the organisation registry.</summary>
public static class OrganisationRegistryHosting
{
    /// <summary>
    /// Adds <see cref="OrganisationRegistry"/>. Its file is <c>Organisations:Path</c>; in Development,
    /// without that, the nearest <c>deploy/organisations.json</c> upward. A host without a usable registry does not start.
    /// </summary>
    public static WebApplicationBuilder AddOrganisations(this WebApplicationBuilder builder)
    {
        var path = builder.Configuration["Organisations:Path"]
            ?? (builder.Environment.IsDevelopment() ? Upward(builder.Environment.ContentRootPath) : null)
            ?? throw new InvalidOperationException("The organisation registry is missing (Organisations:Path).");
        builder.Services.AddActivatedSingleton(services =>
            new OrganisationRegistry(path, services.GetRequiredService<ILogger<OrganisationRegistry>>()));
        return builder;
    }

    static string? Upward(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "deploy", "organisations.json") is var path && File.Exists(path))
                return path;
        return null;
    }
}
