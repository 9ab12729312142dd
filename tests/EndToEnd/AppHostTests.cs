using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Geborgen.Support;

namespace Geborgen.EndToEnd.Tests;

/// <summary>What an operator's machine does to the whole platform. It runs beside another one, with ports and data of its own.</summary>
public sealed class AppHostTests : IDisposable
{
    static readonly TimeSpan ToStart = TimeSpan.FromMinutes(10), ToEnd = TimeSpan.FromMinutes(1);

    readonly TemporaryFolder folder = new("apphost");
    readonly int firstPort = FreePorts.Next(Platform.PortsOfAPlatform);
    readonly Callers callers;

    public AppHostTests() => callers = new(firstPort);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_kill_9_of_AppHost_nothing_stays_and_a_start_half_a_second_later_has_what_was_accepted()
    {
        Guid contact;
        await using (var killed = AppHostProcess.Start(folder.Path, firstPort))
        {
            await ReadyAsync(killed);
            contact = await RegisterAsync();
            killed.Kill();
            await Task.Delay(TimeSpan.FromMilliseconds(500), Ct);

            await using var second = AppHostProcess.Start(folder.Path, firstPort);
            await ReadyAsync(second);
            await Eventually.IsTrueAsync("the team on duty finds the contact", ToEnd, ct => IsThereAsync(contact, ct));

            second.Interrupt();
            Assert.True(await second.EndAsync(Ct) == 0, second.Output);
            await EndedAsync(second);
        }
    }

    [Fact]
    public async Task When_Aspires_orchestrator_is_killed_everything_ends_with_a_word_and_nothing_stays()
    {
        await using var run = AppHostProcess.Start(folder.Path, firstPort);
        await ReadyAsync(run);

        Processes.Send(Processes.Kill, Processes.Mentioning($"--monitor\0{run.Id}\0"));

        Assert.Equal(1, await run.EndAsync(Ct));
        Assert.Contains("Aspire's orchestrator has ended", run.Output, StringComparison.Ordinal);
        await EndedAsync(run);
    }

    [Fact]
    public async Task A_second_run_with_the_same_data_is_refused()
    {
        await using var held = new FileStream(Path.Combine(folder.Path, "running.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        await RefusedAsync($"Geborgen already runs with the data in {folder.Path}.");
    }

    [Fact]
    public async Task A_port_that_another_program_has_is_named_with_what_it_is_for()
    {
        using var other = new TcpListener(IPAddress.Loopback, firstPort + 1);
        other.Start();

        await RefusedAsync($"Port {firstPort + 1} for identity is taken by another program.");
    }

    [Fact]
    public async Task A_full_disk_is_said()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can make a small disk.");
        using var mounted = Process.Start("mount", ["-t", "tmpfs", "-o", "size=10M", "tmpfs", folder.Path])!;
        await mounted.WaitForExitAsync(Ct);
        try
        {
            await RefusedAsync($"The disk of {folder.Path} is full");
        }
        finally
        {
            using var unmounted = Process.Start("umount", [folder.Path])!;
            await unmounted.WaitForExitAsync(Ct);
        }
    }

    public void Dispose()
    {
        callers.Dispose();
        folder.Dispose();
    }

    async Task RefusedAsync(string word)
    {
        await using var run = AppHostProcess.Start(folder.Path, firstPort);

        Assert.Equal(1, await run.EndAsync(Ct));
        Assert.Contains(word, run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Left);
    }

    Task ReadyAsync(AppHostProcess run) => Eventually.IsTrueAsync("the platform is ready", ToStart, async ct =>
    {
        Assert.False(run.HasEnded, run.Output);
        // Until it says so, what answers is what another run left behind.
        return run.Output.Contains("Login to the dashboard", StringComparison.Ordinal) && await callers.ReadinessAsync(ct) == HttpStatusCode.OK;
    });

    static Task EndedAsync(AppHostProcess run) => Eventually.IsTrueAsync("nothing stays", ToEnd, _ => Task.FromResult(run.Left.Count == 0));

    async Task<Guid> RegisterAsync()
    {
        using var answer = await callers.SendAsync(
            "gm0344-case-system", HttpMethod.Post, "/gm0344/intake/v1/contacts", Ct, CaseSystem.Concern("Een melding."), ("Idempotency-Key", CaseSystem.NewKey()));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await CaseSystem.IdsAsync(answer, Ct)).Contact;
    }

    async Task<bool> IsThereAsync(Guid contact, CancellationToken ct)
    {
        using var answer = await callers.SendAsync(
            "lotte", HttpMethod.Get, $"/gm0344/intake/v1/contacts/{contact}", ct);
        return answer.StatusCode == HttpStatusCode.OK;
    }
}
