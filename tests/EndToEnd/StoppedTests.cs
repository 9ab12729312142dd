using System.Net;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.EndToEnd.Tests;

/// <summary>What somebody stops on the dashboard stays stopped, and works again when it is started.</summary>
[Collection<OnOnePlatform>]
public sealed class StoppedTests(Platform platform)
{
    const string Postgres = "postgres", RabbitMQ = "rabbitmq";

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
        await States.WaitForResourceAsync("intake-gm0344-database", KnownResourceStates.Exited, Ct);
        await Eventually.IsTrueAsync("the gateway says so", TimeSpan.FromMinutes(1), async ct => await platform.ReadinessAsync(ct) == HttpStatusCode.ServiceUnavailable);

        await CommandAsync(KnownResourceCommands.StartCommand);
        await platform.WaitUntilReadyAsync();
        await States.WaitForResourceAsync("intake-gm0344-database", KnownResourceStates.Running, Ct);
        var (_, after) = await utrecht.SendAsync(CaseSystem.Concern("Na de pauze."), CaseSystem.NewKey(), Ct);
        await platform.SeeFamilyAsync("lotte", before);
        await platform.SeeFamilyAsync("lotte", after);
    }

    [Fact]
    public async Task RabbitMQ_stopped_alone_ends_as_it_was_asked_to_and_works_again_when_it_is_started()
    {
        await platform.WaitUntilReadyAsync();

        await CommandAsync(KnownResourceCommands.StopCommand, RabbitMQ);
        var stopped = await States.WaitForResourceAsync(RabbitMQ, state => KnownResourceStates.TerminalStates.Contains(state.Snapshot.State?.Text), Ct);
        Assert.Equal(0, stopped.Snapshot.ExitCode);
        var (_, family) = await new CaseSystem(platform, "gm0344").SendAsync(CaseSystem.Concern("Zonder post."), CaseSystem.NewKey(), Ct);
        await CommandAsync(KnownResourceCommands.StartCommand, RabbitMQ);

        await platform.WaitUntilReadyAsync();
        await platform.SeeFamilyAsync("lotte", family);
    }

    async Task CommandAsync(string command, string resource = Postgres)
    {
        var state = await States.WaitForResourceAsync(resource, _ => true, Ct);
        var done = await platform.Application.Services.GetRequiredService<ResourceCommandService>().ExecuteCommandAsync(state.ResourceId, command, Ct);
        Assert.True(done.Success, done.Message);
    }
}
