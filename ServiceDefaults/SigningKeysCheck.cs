using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Geborgen.ServiceDefaults;

/// <summary>Ready only with the identity provider's keys: without them every caller would be refused.</summary>
sealed class SigningKeysCheck(IOptionsMonitor<JwtBearerOptions> options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var keys = await options.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager!.GetConfigurationAsync(cancellationToken);
        return keys.SigningKeys.Count > 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
    }
}
