using Geborgen.Casework;

namespace Geborgen.Support;

/// <summary>Numbers for children of whom a test wants to know nothing else: each is of one child only.</summary>
public static class TestBsn
{
    // 9999xxxxx is kept for tests; those that tests write out begin with 99999.
    static int last = 999_900_000;

    /// <summary>The next number that there can be. Safe for calls from several threads at once.</summary>
    public static string Next()
    {
        string number;
        do
            number = $"{Interlocked.Increment(ref last)}";
        while (!Bsn.TryParse(number, out _));
        return number;
    }
}
