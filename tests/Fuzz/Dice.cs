using System.Globalization;

namespace Geborgen.Fuzz.Tests;

/// <summary>
/// Chance that can be repeated. Each request has dice of its own, of the run's seed, the service and the request's number.
/// <c>GEBORGEN_FUZZ_SEED</c> takes another seed, <c>GEBORGEN_FUZZ_REQUESTS</c> another number of requests.
/// </summary>
sealed class Dice(int seed)
{
    readonly Random random = new(seed);

    public static int Seed { get; } = Of("GEBORGEN_FUZZ_SEED", 344);

    public static int Requests { get; } = Of("GEBORGEN_FUZZ_REQUESTS", 20_000);

    public static Dice For(int lane, int number) => new(unchecked((Seed * 31 + lane) * 1_000_003 + number));

    /// <summary>Whether something happens that happens so often in a hundred.</summary>
    public bool Percent(int chance) => random.Next(100) < chance;

    public int Below(int end) => random.Next(end);

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    public Guid NewId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }

    static int Of(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : otherwise;
}
