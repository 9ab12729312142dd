using System.Text.RegularExpressions;
using Geborgen.Support;

namespace Geborgen.Architecture.Tests;

/// <summary>
/// What time it is, everything learns from the clock that it was given; what the compiler can't see of that is looked for here.
/// </summary>
public sealed partial class TimeTests
{
    /// <summary>A migration runs once, on what is there; the measurements of speed run by the machine's clock; here are the words to look for.</summary>
    static bool May(SourceFile file) => file.Path.Contains("/Migrations/", StringComparison.Ordinal)
        || file.Path.StartsWith("tests/Load/", StringComparison.Ordinal) || Path.GetFileName(file.Path) == "TimeTests.cs";

    [Fact]
    public void Nobody_asks_the_database_what_time_it_is() => Assert.Empty(
        Repository.Files.Where(file => Path.GetExtension(file.Path) is ".cs" or ".sql" && !May(file))
            .SelectMany(file => file.Lines(AsksTheDatabase().IsMatch)));

    [Theory]
    [InlineData("select now()")]
    [InlineData("where due_at < CLOCK_TIMESTAMP ( )")]
    [InlineData("set day = current_date where")]
    public void Asking_the_database_is_found(string sql) => Assert.Matches(AsksTheDatabase(), sql);

    [Fact]
    public void Tests_have_one_clock_that_runs_and_one_that_stands() => Assert.Equal(
        ["tests/Support/TestClock.cs"], Repository.Files.Where(file => file.IsTest && OwnClock().IsMatch(file.Text)).Select(file => file.Path));

    [Fact]
    public void Every_kind_of_day_is_that_of_a_project_whose_servers_run_in_its_tests()
    {
        Assert.Equal(TestDay.All.Keys.Order(), TestDay.OfProject.Values.Append(TestDay.Ordinary).Distinct().Order());
        Assert.All(TestDay.OfProject.Keys, project => Assert.Contains(project["Geborgen.".Length..], Repository.Projects.Keys));
    }

    [GeneratedRegex(@"\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(\s*\)|\b(current_date|current_time|current_timestamp|localtime|localtimestamp)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex AsksTheDatabase();

    [GeneratedRegex(@":\s*TimeProvider\b")]
    private static partial Regex OwnClock();
}
