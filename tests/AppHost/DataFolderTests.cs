using System.Diagnostics;
using Geborgen.Support;
using Npgsql;

namespace Geborgen.AppHost.Tests;

/// <summary>What PostgreSQL's script does with a folder that is somebody else's.</summary>
public sealed class DataFolderTests : IDisposable
{
    readonly TemporaryFolder folder = new("data-folder");

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_ordinary_user_runs_PostgreSQL_as_well()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Without root everything here is run by an ordinary user.");
        var (script, port) = (Path.Combine(folder.Path, "start.sh"), FreePorts.Next());
        File.Copy(Script, script);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "password"), "secret", Cancellation);
        using var given = Process.Start("chown", ["-R", "nobody", folder.Path])!;
        await given.WaitForExitAsync(Cancellation);

        using var server = Process.Start("setpriv", ["--reuid=nobody", "--regid=nogroup", "--clear-groups", "bash", script, folder.Path, $"{port}"])!;
        await AnswersAsync($"Host=127.0.0.1;Port={port};Username=postgres;Password=secret;Pooling=false", server);
        Processes.Send(Processes.Terminate, server.Id);
        await server.WaitForExitAsync(Cancellation);

        Assert.Equal(0, server.ExitCode);
    }

    [Fact]
    public async Task Data_of_a_PostgreSQL_that_is_not_installed_are_left_as_they_are_with_a_word()
    {
        var version = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "data")).FullName, "PG_VERSION");
        await File.WriteAllTextAsync(version, "9", Cancellation);

        using var server = Process.Start(new ProcessStartInfo("bash", [Script, folder.Path, $"{FreePorts.Next()}"]) { RedirectStandardError = true })!;
        var said = await server.StandardError.ReadToEndAsync(Cancellation);
        await server.WaitForExitAsync(Cancellation);

        Assert.Equal((1, "9"), (server.ExitCode, await File.ReadAllTextAsync(version, Cancellation)));
        Assert.Contains("PostgreSQL 9 is not installed", said, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    static string Script => Path.Combine(WorkingCopy.Root, "AppHost", "start-postgres.sh");

    static async Task AnswersAsync(string connectionString, Process server)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (true)
            try
            {
                Assert.False(server.HasExited);
                await using var command = source.CreateCommand("select 1");
                await command.ExecuteScalarAsync(patience.Token);
                return;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(200, patience.Token);
            }
    }
}
