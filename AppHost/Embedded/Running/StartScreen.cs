using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using Spectre.Console;

namespace Geborgen.AppHost.Embedded;

/// <summary>
/// What the person who started it sees: a live table until everything is ready, then the addresses, then a line for
/// each change. Without a terminal, lines only.
/// </summary>
internal sealed class StartScreen(Supervision supervision, IAnsiConsole console)
{
    readonly Stopwatch since = Stopwatch.StartNew();
    readonly Dictionary<string, string> told = [];

    public async Task ShowAsync(CancellationToken cancellation)
    {
        try
        {
            await TellAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Nothing runs any more.
        }
    }

    async Task TellAsync(CancellationToken cancellation)
    {
        await using var changes = supervision.Board.WatchAsync(cancellation).GetAsyncEnumerator(cancellation);
        if (console.Profile.Out.IsTerminal)
            await console.Live(Table()).StartAsync(async live =>
            {
                while (!supervision.IsReady && await changes.MoveNextAsync())
                {
                    Remember(changes.Current);
                    live.UpdateTarget(Table());
                }
                live.UpdateTarget(Table());
            });
        else
        {
            // Nobody's window to wrap at.
            console.Profile.Width = 1_000;
            while (!supervision.IsReady && await changes.MoveNextAsync())
                Tell(changes.Current);
        }

        ShowAddresses();
        while (await changes.MoveNextAsync())
            Tell(changes.Current);
    }

    void Tell(ResourceSnapshot snapshot)
    {
        if (Remember(snapshot))
            console.MarkupLineInterpolated($"{since.Elapsed:hh\\:mm\\:ss} {snapshot.Name}: {Words(snapshot)}");
    }

    // Only what a person would notice: a process number alone is no news.
    bool Remember(ResourceSnapshot snapshot)
    {
        var words = Words(snapshot);
        var isNews = snapshot.State is not (ResourceState.NotStarted or ResourceState.Waiting) && told.GetValueOrDefault(snapshot.Name) != words;
        told[snapshot.Name] = words;
        return isNews;
    }

    static string Words(ResourceSnapshot snapshot) => snapshot switch
    {
        { State: ResourceState.Running, Healthy: true } => "healthy",
        { State: ResourceState.Running, Healthy: false } when snapshot.Detail.Length > 0 => $"running, {snapshot.Detail}",
        { State: ResourceState.FailedToStart } => $"failed to start: {snapshot.Detail}",
        { State: ResourceState.Exited } when snapshot.Detail.Length > 0 => snapshot.Detail,
        _ => snapshot.State.ToString().ToLowerInvariant(),
    };

    Table Table()
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Resource", "State", "Address");
        foreach (var resource in supervision.Resources)
        {
            var snapshot = supervision.Board[resource.Name];
            var colour = snapshot switch
            {
                { IsReady: true } => "green",
                { State: ResourceState.FailedToStart or ResourceState.Exited } => "red",
                _ => "yellow",
            };
            table.AddRow(Markup.Escape(resource.Name), $"[{colour}]{Markup.Escape(Words(snapshot))}[/]", Markup.Escape(Address(resource)));
        }
        return table;
    }

    static string Address(Resource resource) => resource.Url?.GetLeftPart(UriPartial.Authority) ?? "";

    void ShowAddresses()
    {
        console.MarkupLineInterpolated($"Ready in {since.Elapsed.TotalSeconds:0.0} s.");
        foreach (var resource in supervision.Resources)
            if (resource.Url is { } url)
                console.WriteLine($"  {resource.Name,-16} {(resource is DashboardResource ? url.ToString() : Address(resource))}");
        console.WriteLine("Ctrl-C stops everything.");
    }
}
