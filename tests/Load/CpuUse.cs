namespace Geborgen.Load;

/// <summary>Processor time that each part of the platform, and this process itself, had used at a moment.</summary>
internal sealed record CpuUse(IReadOnlyList<(string Group, TimeSpan Spent)> Groups)
{
    public static CpuUse Of(Platform platform)
    {
        string[] parts = ["gateway", Platform.IntakeInstance, Platform.FamilyViewInstance, "rabbitmq", "postgres"];
        return new(
        [
            .. parts.Select(part => (part, ProcessFigures.Cpu(platform.ProcessOf(part)))),
            ("load client, which also is AppHost and takes the telemetry", Environment.CpuUsage.TotalTime),
        ]);
    }

    /// <summary>What each used since an earlier moment.</summary>
    public IReadOnlyList<(string Group, TimeSpan Spent)> Since(CpuUse earlier) =>
        [.. Groups.Zip(earlier.Groups, (now, then) => (now.Group, now.Spent - then.Spent))];
}
