using OpenIddict.Abstractions;

namespace Geborgen.Identity;

/// <summary>Forgets logins that are over, and codes and refresh tokens once their login is over; until then a second use of one is still recognised.</summary>
sealed class ForgetTokens(IServiceProvider services, Realm realm, Logins logins, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            logins.Forget();
            await using var scope = services.CreateAsyncScope();
            var over = time.GetUtcNow() - realm.Lifetimes.Session;
            await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(over, stoppingToken);
            await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(over, stoppingToken);
        }
    }
}
