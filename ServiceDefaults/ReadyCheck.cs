using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// A check of our own. It says in a sentence what is the matter, without anything of a person, an address or an exception,
/// so that <c>/health/ready</c> may show it; and it writes that down when it changes, not each time that somebody asks.
/// What is not there yet just after the start is on its way, and no error.
/// </summary>
public abstract class ReadyCheck(TimeProvider clock, ILogger log) : IHealthCheck
{
    static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(1);

    readonly long started = clock.GetTimestamp();
    bool wasHealthy;
    LogLevel written = LogLevel.None;

    /// <summary>Looks.</summary>
    protected abstract Task<HealthCheckResult> Look(CancellationToken cancellationToken);

    async Task<HealthCheckResult> IHealthCheck.CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var result = await Look(cancellationToken);
        lock (log)
            Write(context.Registration.Name, result);
        return result;
    }

    void Write(string name, HealthCheckResult result)
    {
        wasHealthy |= result.Status == HealthStatus.Healthy;
        var level = result.Status switch
        {
            HealthStatus.Healthy => LogLevel.None,
            _ when !wasHealthy && clock.GetElapsedTime(started) < OnItsWay => LogLevel.Information,
            HealthStatus.Degraded => LogLevel.Warning,
            _ => LogLevel.Error,
        };
        if (level == written)
            return;
        written = level;
        log.Log(level == LogLevel.None ? LogLevel.Information : level, "{Check} is {Status}. {Reason}", name, Health.Name(result.Status), result.Description ?? "");
    }
}

/// <summary>Adds checks of our own.</summary>
public static class ReadyChecks
{
    /// <summary>Tag of the checks whose description is a reason that may be shown.</summary>
    internal const string Reasoned = "reasoned";

    /// <summary>Adds a check that <c>/health/ready</c> asks.</summary>
    public static void AddReadyCheck<TCheck>(this IServiceCollection services, string name) where TCheck : ReadyCheck
    {
        services.AddSingleton<TCheck>();
        services.AddHealthChecks().AddCheck<TCheck>(name, tags: [Health.Ready, Reasoned]);
    }

    /// <summary>The reasons of what is not healthy, by name.</summary>
    public static Dictionary<string, string> Reasons(this HealthReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Entries.Where(entry => entry.Value is { Status: not HealthStatus.Healthy, Exception: null, Description: not null }
                && entry.Value.Tags.Contains(Reasoned))
            .ToDictionary(entry => entry.Key, entry => entry.Value.Description!);
    }
}
