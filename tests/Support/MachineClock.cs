namespace Geborgen.Support;

/// <summary>
/// The clock of the machine, for tests and measurements of processes that run by it. Which day it shows, nobody knows: a
/// test that goes by it may depend on no day.
/// </summary>
public static class MachineClock
{
    /// <summary>The present moment.</summary>
#pragma warning disable RS0030 // The one place outside the product that looks.
    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
#pragma warning restore RS0030
}
