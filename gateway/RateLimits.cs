using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Geborgen.Gateway;

/// <summary>How many requests a client may send. Configuration section <c>Gateway:RateLimits</c>.</summary>
sealed class RateLimitOptions
{
    /// <summary>For a client that is not named, and for each address that sends no valid token.</summary>
    public RateLimit Default { get; set; } = new();

    /// <summary>Per client id (the token's <c>azp</c>).</summary>
    public Dictionary<string, RateLimit> Clients { get; set; } = [];
}

/// <summary>The limit of one client.</summary>
sealed record RateLimit
{
    /// <summary>Requests per second that last.</summary>
    public int PerSecond { get; set; } = 200;

    /// <summary>Requests that may come at once.</summary>
    public int Burst { get; set; } = 1000;
}

/// <summary>
/// One token bucket per client, as its valid token names it, so that no client can use up another's.
/// Whoever sends no valid token shares the bucket of its address.
/// </summary>
static class RateLimits
{
    internal static void AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<RateLimitOptions>(configuration.GetSection("Gateway:RateLimits"));
        services.AddRateLimiter(_ => { });
        services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<IOptionsMonitor<RateLimitOptions>>((limiter, limits) =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, Bucket>(context => Partition(context, limits.CurrentValue));
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.Zero;
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });
    }

    static RateLimitPartition<Bucket> Partition(HttpContext context, RateLimitOptions limits)
    {
        var client = context.User.FindFirst("azp")?.Value;
        var limit = client is not null && limits.Clients.TryGetValue(client, out var own) ? own : limits.Default;
        var key = new Bucket(client, client is null ? context.Connection.RemoteIpAddress : null, limit);
        return RateLimitPartition.GetTokenBucketLimiter(key, static bucket => new TokenBucketRateLimiterOptions
        {
            TokensPerPeriod = bucket.Limit.PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            TokenLimit = bucket.Limit.Burst,
        });
    }

    /// <summary>The limit is part of the key, so that a changed limit counts at once.</summary>
    readonly record struct Bucket(string? Client, System.Net.IPAddress? Address, RateLimit Limit);
}
