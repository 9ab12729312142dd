using System.Diagnostics;
using System.Text.Json;
using Geborgen.Support;

namespace Geborgen.EndToEnd.Tests;

[Collection<OnOnePlatform>]
public sealed class TryScriptTests(Platform platform)
{
    static readonly string Deploy = Path.Combine(WorkingCopy.Root, "deploy");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_thing_that_a_newcomer_does_shows_each_family_as_a_worker_reads_it_and_a_working_day()
    {
        await platform.WaitUntilReadyAsync();
        var info = new ProcessStartInfo("bash", [Path.Combine(Deploy, "try.sh")])
        {
            Environment = { ["GEBORGEN_PORT_BASE"] = $"{platform.FirstPort}" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var script = Process.Start(info)!;
        var output = script.StandardOutput.ReadToEndAsync(Ct);
        var errors = script.StandardError.ReadToEndAsync(Ct);
        await script.WaitForExitAsync(Ct);

        Assert.True(script.ExitCode == 0, $"{await output}{await errors}");
        foreach (var sample in Directory.EnumerateFiles(Path.Combine(Deploy, "samples"), "*.json"))
        {
            using var contact = JsonDocument.Parse(await File.ReadAllTextAsync(sample, Ct));
            Assert.Contains(contact.RootElement.GetProperty("statements")[0].GetProperty("text").GetString()!, await output, StringComparison.Ordinal);
        }
        foreach (var shown in new[] { "steun uit het netwerk: loopt", "verklaring: betwist", "ik het rooster niet kan kiezen", "onderzoek (eerste): vrijwillige hulp", "spoed: ontvangen",
            "Een gewone ochtend: Milan staat alleen op.", "melder (mening) [betwist]", "Conclusie: vrijwillige hulp." })
            Assert.Contains(shown, await output, StringComparison.Ordinal);
    }
}
