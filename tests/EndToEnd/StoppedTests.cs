using System.Net;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.EndToEnd.Tests;

/// <summary>What somebody stops on the dashboard stays stopped, and works again when it is started.</summary>
public sealed class StoppedTests(Platform platform)
{
    const string Postgres = "postgres";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    ResourceNotificationService States => platform.Application.Services.GetRequiredService<ResourceNotificationService>();

    [Fact]
    public async Task PostgreSQL_stopped_alone_stays_stopped_and_everything_works_again_when_it_is_started()
    {
        await platform.WaitUntilReadyAsync();
        var utrecht = new CaseSystem(platform, "gm0344");
        var (_, before) = await utrecht.SendAsync(CaseSystem.Concern("Voor de pauze."), CaseSystem.NewKey(), Ct);

        await CommandAsync(KnownResourceCommands.StopCommand);
        await States.WaitForResourceAsync(Postgres, state => KnownResourceStates.TerminalStates.Contains(state.Snapshot.State?.Text), Ct);
        await Eventually.IsTrueAsync("the gateway says so", TimeSpan.FromMinutes(1), async ct => await platform.ReadinessAsync(ct) == HttpStatusCode.ServiceUnavailable);

        await CommandAsync(KnownResourceCommands.StartCommand);
        await platform.WaitUntilReadyAsync();
        await States.WaitForResourceHealthyAsync("intake-gm0344-database", Ct);
        var (_, after) = await utrecht.SendAsync(CaseSystem.Concern("Na de pauze."), CaseSystem.NewKey(), Ct);
        await platform.SeeFamilyAsync("lotte", before);
        await platform.SeeFamilyAsync("lotte", after);
    }

    async Task CommandAsync(string command)
    {
        var state = await States.WaitForResourceAsync(Postgres, _ => true, Ct);
        var done = await platform.Application.Services.GetRequiredService<ResourceCommandService>().ExecuteCommandAsync(state.ResourceId, command, Ct);
        Assert.True(done.Success, done.Message);
    }
}
