using Microsoft.Extensions.Configuration;

namespace Geborgen.Load;

/// <summary>What is measured, for how long and with how much. Arguments: parts first, then <c>--name value</c>.</summary>
internal sealed record LoadOptions
{
    /// <summary>Starting and stopping, and memory at rest, as people run it.</summary>
    public const string Start = "start";

    /// <summary>Contacts per second beside pgbench, with and without telemetry.</summary>
    public const string Throughput = "throughput";

    /// <summary>Time from the answer to a POST until the family view shows it.</summary>
    public const string Visible = "visible";

    /// <summary>How fast the family view is read anew from the feed.</summary>
    public const string Rebuild = "rebuild";

    /// <summary>Reading family views and work lists with many families stored.</summary>
    public const string View = "view";

    static readonly string[] AllParts = [Start, Throughput, Visible, Rebuild, View];

    /// <summary>The parts to run.</summary>
    public IReadOnlyList<string> Parts { get; private init; } = AllParts;

    /// <summary>Seconds that each load is measured.</summary>
    public int Seconds { get; init; } = 30;

    /// <summary>Seconds of the same load before that.</summary>
    public int Warmup { get; init; } = 15;

    /// <summary>Connections that send contacts as fast as they are answered; also pgbench's clients.</summary>
    public int Connections { get; init; } = 32;

    /// <summary>Connections that read.</summary>
    public int Readers { get; init; } = 16;

    /// <summary>Families stored while reading is measured.</summary>
    public int Families { get; init; } = 100_000;

    /// <summary>Contacts per second while the time until visible is measured.</summary>
    public int Rate { get; init; } = 100;

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="InvalidOperationException">A part or an option is not known.</exception>
    public static LoadOptions Read(string[] args)
    {
        var parts = args.TakeWhile(argument => !argument.StartsWith("--", StringComparison.Ordinal)).ToList();
        if (parts.Find(part => !AllParts.Contains(part)) is { } unknown)
            throw new InvalidOperationException($"There is no part {unknown}; the parts are {string.Join(", ", AllParts)}.");
        var options = new ConfigurationBuilder().AddCommandLine([.. args.Skip(parts.Count)]).Build()
            .Get<LoadOptions>(binding => binding.ErrorOnUnknownConfiguration = true) ?? new();
        return parts.Count == 0 ? options : options with { Parts = parts };
    }
}
