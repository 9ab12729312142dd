using Geborgen.Casework;

namespace Geborgen.Support;

/// <summary>
/// The day on which the tests of a project play, with every server in their process
/// (<c>deploy/decisions/2026-11-29-tests-have-a-day-of-their-own.md</c>). <c>GEBORGEN_TEST_DAY</c> chooses another for a run.
/// </summary>
public static class TestDay
{
    /// <summary>The environment variable that chooses the day of a run.</summary>
    public const string Variable = "GEBORGEN_TEST_DAY";

    /// <summary>The day of those who have none of their own.</summary>
    public const string Ordinary = "weekday";

    /// <summary>
    /// An ordinary working day, and those on which a rule that forgets the calendar is found out. None lies before
    /// 23 November 2026: what a test tells of as past, may be written down with its date.
    /// </summary>
    public static IReadOnlyDictionary<string, DateTimeOffset> All { get; } = new Dictionary<string, DateTimeOffset>
    {
        [Ordinary] = At(2026, 11, 24, 10, 0, 1),
        ["sunday"] = At(2026, 11, 29, 11, 0, 1),
        // In summer it is still yesterday in UTC.
        ["kings-day"] = At(2027, 4, 27, 0, 30, 2),
        ["easter-monday"] = At(2027, 3, 29, 14, 0, 2),
        // Minutes before the clock goes from 2:00 to 3:00.
        ["night-of-spring"] = At(2027, 3, 28, 1, 58, 1),
        // Minutes before the clock goes from 3:00 back to 2:00, so that half past two comes twice.
        ["night-of-autumn"] = At(2027, 10, 31, 2, 58, 2),
        ["leap-day"] = At(2028, 2, 29, 9, 0, 1),
        // Minutes before it is the next year.
        ["new-years-eve"] = At(2026, 12, 31, 23, 58, 1),
    };

    /// <summary>Which project plays on which day, so that every run has seen all of them; others play on an ordinary working day.</summary>
    public static IReadOnlyDictionary<string, string> OfProject { get; } = new Dictionary<string, string>
    {
        ["Geborgen.Intake.Tests"] = "kings-day",
        ["Geborgen.Investigation.Tests"] = "sunday",
        ["Geborgen.Architecture.Tests"] = "easter-monday",
        ["Geborgen.Messaging.Tests"] = "night-of-spring",
        ["Geborgen.Access.Tests"] = "night-of-spring",
        ["Geborgen.FamilyView.Tests"] = "night-of-autumn",
        ["Geborgen.Identity.Tests"] = "leap-day",
        ["Geborgen.ServiceDefaults.Tests"] = "new-years-eve",
    };

    /// <summary>The one clock of these tests.</summary>
    public static TestClock Clock { get; } = new(All[Chosen]);

    /// <summary>The present moment of these tests.</summary>
    public static DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>The date in the Netherlands at that moment.</summary>
    public static DateOnly Today => WorkingDays.DateOf(Now);

    static string Chosen => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } day
        ? day
        : OfProject.GetValueOrDefault(System.Reflection.Assembly.GetEntryAssembly()!.GetName().Name!, Ordinary);

    static DateTimeOffset At(int year, int month, int day, int hour, int minute, int offset) =>
        new(year, month, day, hour, minute, 0, TimeSpan.FromHours(offset));
}
