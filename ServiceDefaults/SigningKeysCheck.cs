using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Geborgen.ServiceDefaults;

/// <summary>Ready only with the identity provider's keys: without them every caller would be refused.</summary>
sealed class SigningKeysCheck(IOptionsMonitor<JwtBearerOptions> options, TimeProvider clock, ILogger<SigningKeysCheck> log) : ReadyCheck(clock, log)
{
    protected override async Task<HealthCheckResult> Look(CancellationToken cancellationToken)
    {
        try
        {
            var keys = await options.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager!.GetConfigurationAsync(cancellationToken);
            return keys.SigningKeys.Count > 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The identity server has no keys for tokens.");
        }
        catch (InvalidOperationException)
        {
            return HealthCheckResult.Unhealthy("The identity server does not give its keys for tokens.");
        }
    }
}
