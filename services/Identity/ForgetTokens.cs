using OpenIddict.Abstractions;

namespace Geborgen.Identity;

/// <summary>Forgets codes and refresh tokens once their login is over; until then a second use of one is still recognised.</summary>
sealed class ForgetTokens(IServiceProvider services, Realm realm, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await using var scope = services.CreateAsyncScope();
            var over = time.GetUtcNow() - realm.Lifetimes.Session;
            await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(over, stoppingToken);
            await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(over, stoppingToken);
        }
    }
}
