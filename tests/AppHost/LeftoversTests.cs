using System.Diagnostics;
using Geborgen.AppHost.Embedded;
using Geborgen.Support;

namespace Geborgen.AppHost.Tests;

public sealed class LeftoversTests : IDisposable
{
    readonly TemporaryFolder folder = new("leftovers");

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ours_are_ended_with_their_children_and_a_stranger_in_our_folder_is_not()
    {
        using var stranger = Process.Start(new ProcessStartInfo("sleep", "1000") { WorkingDirectory = folder.Path })!;
        // One that left its session and lost its parent, as a daemon does.
        using var ours = await ChildProcess.StartAsync(new("sh", ["-c", "setsid sleep 1000 & setsid sleep 1000 & wait"], folder.Path));
        while (Leftovers.Find(folder.Path).Count < 3)
            await Task.Delay(20, Cancellation);

        Assert.Equal(3, await Leftovers.EndAsync(folder.Path, Cancellation));

        Assert.Empty(Leftovers.Find(folder.Path));
        Assert.False(stranger.HasExited);
        stranger.Kill();
    }

    [Fact]
    public async Task What_belongs_to_another_folder_of_a_similar_name_is_left_alone()
    {
        using var other = new TemporaryFolder("leftovers");
        using var theirs = await ChildProcess.StartAsync(new("sleep", ["1000"], other.Path));

        Assert.Equal(0, await Leftovers.EndAsync(other.Path[..^1], Cancellation));

        Assert.False(theirs.Exited.IsCompleted);
        theirs.Kill();
        await theirs.Exited;
    }

    public void Dispose() => folder.Dispose();
}
