namespace Geborgen.Gateway;

/// <summary>Says in a problem document what it means for the caller when a service cannot be reached.</summary>
static class Unreachable
{
    internal static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);

    const string RetryAfterSeconds = "2";

    internal static void UseUnreachable(this IReverseProxyApplicationBuilder proxy) => proxy.Use(async (context, next) =>
    {
        await next(context);
        var response = context.Response;
        if (context.GetForwarderErrorFeature() is null || response.HasStarted)
            return;
        if (response.StatusCode == StatusCodes.Status502BadGateway)
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        if (response.StatusCode is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status504GatewayTimeout)
            response.Headers.RetryAfter = RetryAfterSeconds;
    });
}
