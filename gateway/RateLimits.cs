using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Geborgen.Gateway;

/// <summary>How many requests a client may send. Configuration section <c>Gateway:RateLimits</c>.</summary>
sealed class RateLimitOptions
{
    /// <summary>For a client that is not named, and for each address that sends no valid token.</summary>
    public ClientLimit Default { get; set; } = new();

    /// <summary>Per client id (the token's <c>azp</c>).</summary>
    public Dictionary<string, ClientLimit> Clients { get; set; } = [];
}

/// <summary>How much may come.</summary>
record RateLimit
{
    /// <summary>Requests per second that last.</summary>
    public int PerSecond { get; set; } = 200;

    /// <summary>Requests that may come at once.</summary>
    public int Burst { get; set; } = 1000;
}

/// <summary>The limit of one client.</summary>
sealed record ClientLimit : RateLimit
{
    /// <summary>The part of it that one person may take who is logged in at the client.</summary>
    public RateLimit Person { get; set; } = new() { PerSecond = 25, Burst = 250 };
}

/// <summary>
/// One token bucket per client, as its valid token names it, and within it one per person, so that nobody can use up another's turn.
/// Whoever sends no valid token shares the bucket of its address. Emergencies have buckets of their own: they don't wait behind other work.
/// </summary>
static class RateLimits
{
    const string EmergencyResponse = "emergency-response";

    internal static void AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<RateLimitOptions>(configuration.GetSection("Gateway:RateLimits"));
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptionsMonitor<RateLimitOptions>>((limiter, limits) =>
        {
            // The person first: what is refused there takes nothing of the client's.
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, Bucket>(context => OfPerson(context, limits.CurrentValue)),
                PartitionedRateLimiter.Create<HttpContext, Bucket>(context => OfClient(context, limits.CurrentValue)));
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.Zero;
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });
    }

    static RateLimitPartition<Bucket> OfPerson(HttpContext context, RateLimitOptions limits)
    {
        var user = new CurrentUser(context.User);
        var key = new Bucket(user.Client, user.Id, Address: null, IsEmergency(context.Request), LimitOf(user.Client, limits).Person);
        return user.Id.Length == 0 || user.IsSystem ? RateLimitPartition.GetNoLimiter(key) : Take(key);
    }

    static RateLimitPartition<Bucket> OfClient(HttpContext context, RateLimitOptions limits)
    {
        var client = new CurrentUser(context.User).Client;
        var address = client.Length == 0 ? context.Connection.RemoteIpAddress : null;
        return Take(new(client, Person: null, address, IsEmergency(context.Request), LimitOf(client, limits)));
    }

    static ClientLimit LimitOf(string client, RateLimitOptions limits) =>
        limits.Clients.TryGetValue(client, out var own) ? own : limits.Default;

    static bool IsEmergency(HttpRequest request) =>
        request.Headers[TokenForwarding.ProcessingActivityHeader] == EmergencyResponse
        || request.Path.Value!.Split('/').Any(part => part is "emergencies" or "emergency-access");

    static RateLimitPartition<Bucket> Take(Bucket key) => RateLimitPartition.GetTokenBucketLimiter(key, static bucket => new TokenBucketRateLimiterOptions
    {
        TokensPerPeriod = bucket.Limit.PerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        TokenLimit = bucket.Limit.Burst,
    });

    /// <summary>The limit is part of the key, so that a changed limit counts at once.</summary>
    readonly record struct Bucket(string Client, string? Person, IPAddress? Address, bool IsEmergency, RateLimit Limit);
}
