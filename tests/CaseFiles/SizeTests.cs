using Geborgen.Support;

namespace Geborgen.CaseFiles.Tests;

/// <summary>A case file is a mechanism, a service is its rules.</summary>
public class SizeTests
{
    const int Most = 150;

    [Fact]
    public void A_service_with_all_that_a_case_file_can_do_is_small()
    {
        var files = Directory.GetFiles(Path.Combine(WorkingCopy.Root, "tests", "CaseFiles", "Errands"), "*.cs");
        var lines = files.SelectMany(File.ReadLines).Count(line => line.Trim() is not "" and var code && !code.StartsWith("using ", StringComparison.Ordinal));

        Assert.InRange(files.Length, 1, 2);
        Assert.InRange(lines, 1, Most);
    }
}
