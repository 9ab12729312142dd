using Geborgen.AppHost.Embedded.Protocol;

namespace Geborgen.AppHost.Embedded;

/// <summary>What one can have a resource do; Aspire's names, which the dashboard shows beside the resource.</summary>
internal static class ResourceCommands
{
    public const string Start = "start";
    public const string Stop = "stop";
    public const string Restart = "restart";

    public static IEnumerable<ResourceCommand> For(ResourceState state)
    {
        var isDown = state is ResourceState.NotStarted or ResourceState.Exited or ResourceState.Finished or ResourceState.FailedToStart;
        yield return Command(Start, "Start", "Play", shown: isDown);
        yield return Command(Stop, "Stop", "Stop", shown: !isDown);
        yield return Command(Restart, "Restart", "ArrowCounterclockwise", shown: state == ResourceState.Running);
    }

    static ResourceCommand Command(string name, string label, string icon, bool shown) => new()
    {
        Name = name,
        DisplayName = label,
        IconName = icon,
        IsHighlighted = true,
        State = shown ? ResourceCommandState.Enabled : ResourceCommandState.Hidden,
    };
}
