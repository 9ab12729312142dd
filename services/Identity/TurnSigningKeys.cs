using Microsoft.Extensions.Options;
using OpenIddict.Server;

namespace Geborgen.Identity;

/// <summary>Has keys before the first request, and looks every minute whether the next is due.</summary>
sealed class TurnSigningKeys(SigningKeys keys, TimeProvider time, ILogger<TurnSigningKeys> log) : BackgroundService
{
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        keys.Turn();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                keys.Turn();
            }
            catch (IOException fault)
            {
                // The present keys go on signing; the next minute tries again.
                log.LogError(fault, "The signing keys could not be turned.");
            }
        }
    }
}

/// <summary>Registration of the signing keys.</summary>
static class SigningKeysRegistration
{
    internal static void AddSigningKeys(this IServiceCollection services)
    {
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(provider => provider.GetRequiredService<SigningKeys>());
        services.AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(provider => provider.GetRequiredService<SigningKeys>());
        services.AddHostedService<TurnSigningKeys>();
    }
}
