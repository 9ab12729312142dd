using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Geborgen.Load;

/// <summary>
/// How long after the answer to a POST the worker on duty sees the contact in the family view, while contacts come at
/// a steady rate. Of every few contacts one is followed, by reading its family again and again, with a breath in between:
/// each reading is a decision and a logged row, and reading without end would measure the readers.
/// </summary>
internal static class VisibleInView
{
    const int FollowOneIn = 5;
    const double Goal = 250;

    static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(10);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(Platform platform, LoadOptions options, Report report, CancellationToken cancellation)
    {
        using var caseSystem = Caller.CaseSystem(platform, options.Connections);
        using var lotte = Caller.Lotte(platform, options.Connections);
        var contacts = new Contacts();
        await RunAsync(options.Warmup);
        var (times, took) = await RunAsync(options.Seconds);
        report.Add($"from answer to visible in the family view, at {options.Rate * options.Seconds / took.TotalSeconds:0} contacts/s",
            $"{times.Describe()}", $"p99 ≤ {Goal} ms", times.Within(0.99) <= Goal);

        async Task<(Times, TimeSpan)> RunAsync(int seconds)
        {
            List<Task<double?>> sent = [];
            var since = Stopwatch.StartNew();
            for (var number = 0; number < seconds * options.Rate; number++)
            {
                if (TimeSpan.FromSeconds((double)number / options.Rate) - since.Elapsed is var wait && wait > TimeSpan.Zero)
                    await Task.Delay(wait, cancellation);
                sent.Add(SendAsync(number % FollowOneIn == 0));
            }
            var times = await Task.WhenAll(sent);
            return (new([.. times.OfType<double>()]), since.Elapsed);
        }

        async Task<double?> SendAsync(bool follow)
        {
            var answer = await caseSystem.PostContactAsync(contacts.Next(), cancellation);
            return follow ? (await UntilVisibleAsync(lotte, answer, cancellation)).TotalMilliseconds : null;
        }
    }

    static async Task<TimeSpan> UntilVisibleAsync(Caller lotte, byte[] answer, CancellationToken cancellation)
    {
        var since = Stopwatch.StartNew();
        using var json = JsonDocument.Parse(answer);
        var contact = Encoding.ASCII.GetBytes(json.RootElement.GetProperty("id").GetString()!);
        var family = $"/family-view/v1/families/{json.RootElement.GetProperty("familyId").GetString()}";
        while (await lotte.ReadAsync(family, cancellation) is not { } view || view.AsSpan().IndexOf(contact) < 0)
        {
            if (since.Elapsed > Patience)
                throw new InvalidOperationException($"{family} did not show its contact within {Patience.TotalSeconds} s.");
            await Task.Delay(Breath, cancellation);
        }
        return since.Elapsed;
    }
}
