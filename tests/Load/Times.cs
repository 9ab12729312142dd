using System.Globalization;

namespace Geborgen.Load;

/// <summary>How long things took, in milliseconds.</summary>
internal sealed class Times
{
    readonly double[] sorted;

    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Times(double[] milliseconds)
    {
        if (milliseconds.Length == 0)
            throw new InvalidOperationException("Nothing was measured; measure longer.");
        sorted = milliseconds;
        Array.Sort(sorted);
    }

    /// <summary>The time within which this share (0 to 1) was done.</summary>
    public double Within(double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];

    /// <summary>The middle and one of the slow ones, for people.</summary>
    public string Describe(double slow = 0.99) =>
        string.Create(CultureInfo.InvariantCulture, $"p50 {Within(0.5):0.0} ms, p{slow * 100:0} {Within(slow):0.0} ms");
}
