using System.Diagnostics;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Geborgen.Architecture.Tests;

/// <summary>What the compiler refuses, it refuses everywhere; what is restored is the same everywhere.</summary>
public sealed partial class BuildTests
{
    static readonly XElement Everywhere = XElement.Parse(Repository.Read("Directory.Build.props"));

    static readonly XElement Versions = XElement.Parse(Repository.Read("Directory.Packages.props"));

    static readonly string[] OwnRules =
    [
        "TreatWarningsAsErrors", "WarningsNotAsErrors", "NoWarn", "Nullable", "AnalysisMode", "RunAnalyzers", "ManagePackageVersionsCentrally",
    ];

    public static TheoryData<string> Projects => [.. Repository.Projects.Keys];

    [Theory]
    [InlineData("P:System.TimeProvider.System")]
    [InlineData("M:System.TimeProvider.GetLocalNow")]
    [InlineData("P:System.DateTime.Today")]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTimeOffset.Now")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("M:System.Guid.NewGuid")]
    [InlineData("M:System.Threading.Thread.Sleep(System.Int32)")]
    public void Is_banned(string symbol) => Assert.Contains(
        Repository.Read("deploy/BannedSymbols.txt").Split('\n'), line => line.StartsWith(symbol + ";", StringComparison.Ordinal));

    [Fact]
    public void The_ban_is_checked_by_the_compiler_and_a_warning_is_an_error()
    {
        var after = XElement.Parse(Repository.Read("Directory.Build.targets"));
        var analyser = after.Descendants("PackageReference").Single(one => one.Attribute("Include")!.Value.EndsWith("BannedApiAnalyzers", StringComparison.Ordinal));

        Assert.Null(analyser.Attribute("Condition") ?? analyser.Parent!.Attribute("Condition"));
        Assert.Contains(after.Descendants("AdditionalFiles"), one => one.Attribute("Include")!.Value.EndsWith("deploy/BannedSymbols.txt", StringComparison.Ordinal));
        Assert.Equal("true", Everywhere.Descendants("TreatWarningsAsErrors").Single().Value);
        Assert.Null(Everywhere.Descendants("TreatWarningsAsErrors").Single().Attribute("Condition"));
        Assert.Equal("enable", Everywhere.Descendants("Nullable").Single().Value);
    }

    [Fact]
    public void The_ban_is_lifted_only_where_a_process_gets_its_clock() => Assert.Equal(
        ["ServiceDefaults/Extensions.cs", "tests/Support/MachineClock.cs"],
        Repository.Files.Where(file => Lifted().IsMatch(file.Text)).Select(file => file.Path).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_is_built_as_all_are_and_names_no_version(string name)
    {
        var project = Repository.Projects[name];

        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", project.Lock, StringComparison.Ordinal);
        Assert.Empty(OwnRules.SelectMany(project.All));
        Assert.DoesNotContain(
            project.All("PackageReference").SelectMany(package => package.Attributes().Concat<object>(package.Elements())),
            part => part.ToString()!.Contains("Version", StringComparison.Ordinal));
    }

    // The settings as built: the web projects would otherwise choose the collector that takes memory for every processor,
    // and all of them would compile code once more only to watch how it is used.
    [Fact]
    public void Every_process_runs_on_a_small_node()
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        var settings = built.Parent!.Parent!.GetDirectories().SelectMany(project => project.GetDirectories(built.Name))
            .SelectMany(folder => folder.GetFiles("Geborgen.*.runtimeconfig.json")).ToList();

        Assert.Contains(settings, file => file.Name == "Geborgen.Intake.runtimeconfig.json");
        Assert.All(settings.Select(file => File.ReadAllText(file.FullName)), text =>
        {
            Assert.DoesNotContain("\"System.GC.Server\": true", text, StringComparison.Ordinal);
            Assert.Contains("\"System.Runtime.TieredPGO\": false", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_release_is_compiled_ahead_and_all_processes_share_one_file_of_each_library()
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        Assert.SkipUnless(built.Name == "release" && OperatingSystem.IsLinux(), "Only a release for Linux is compiled ahead.");
        string[] hosts = ["FamilyView", "Gateway", "Identity", "Intake", "Investigation", "Planning"];
        var libraries = hosts.SelectMany(host => Directory.GetFiles(Path.Combine(built.Parent!.Parent!.FullName, host, built.Name), "*.dll")).ToList();

        Assert.Contains(libraries, file => Path.GetFileName(file) == "Npgsql.dll");
        Assert.All(libraries, file =>
        {
            using var image = new PEReader(File.OpenRead(file));
            Assert.NotEqual(0, image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
        });
        Assert.Single(libraries.Where(file => Path.GetFileName(file) == "OpenTelemetry.dll").Select(FileNumber).Distinct());
    }

    static string FileNumber(string file)
    {
        using var stat = Process.Start(new ProcessStartInfo("stat", ["--format=%i", file]) { RedirectStandardOutput = true })!;
        return stat.StandardOutput.ReadToEnd();
    }

    [Fact]
    public void No_folder_has_build_rules_of_its_own() => Assert.Equal(
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"],
        Repository.Files.Select(file => file.Path).Where(path => Path.GetFileName(path).StartsWith("Directory.", StringComparison.Ordinal)).Order());

    [Fact]
    public void Every_package_has_one_exact_version()
    {
        Assert.All(Versions.Descendants("PackageVersion"), package => Assert.Matches(Exact(), package.Attribute("Version")!.Value));
        Assert.Equal("true", Versions.Descendants("ManagePackageVersionsCentrally").Single().Value);
        Assert.Equal("false", Versions.Descendants("CentralPackageVersionOverrideEnabled").Single().Value);
        Assert.Equal("true", Everywhere.Descendants("RestorePackagesWithLockFile").Single().Value);
    }

    [Fact]
    public void MassTransit_stays_on_the_last_free_version() => Assert.All(
        Repository.Projects.Values.SelectMany(project => MassTransit().Matches(project.Lock)).Select(match => match.Groups["version"].Value).ToArray(),
        version => Assert.StartsWith("8.5.", version, StringComparison.Ordinal));

    [GeneratedRegex(@"RS00[3]0")]
    private static partial Regex Lifted();

    [GeneratedRegex(@"\A\[?\d+\.\d+\.\d+(-[\w.]+)?\]?\z")]
    private static partial Regex Exact();

    [GeneratedRegex("\"MassTransit[\\w.]*\": \\{\\s*\"type\": \"\\w+\",(\\s*\"requested\": \"[^\"]*\",)?\\s*\"resolved\": \"(?<version>[^\"]+)\"")]
    private static partial Regex MassTransit();
}
