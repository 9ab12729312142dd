using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.FamilyView;
using Geborgen.Intake;
using Geborgen.Investigation;
using Geborgen.Planning;
using Geborgen.ServiceDefaults;

namespace Geborgen.Architecture.Tests;

/// <summary>Every term of the APIs stands in the glossary, in Dutch and with its meaning.</summary>
public sealed partial class GlossaryTests
{
    const string File = "deploy/glossary.md";

    /// <summary>The terms per heading, each with its Dutch and its meaning.</summary>
    static readonly ILookup<string, string[]> Terms = Read();

    public static TheoryData<string> Enums => [.. Domain().Select(type => type.Name).Distinct()];

    [Fact]
    public void Every_relation_has_an_entry() => Covers("Relations", Relations.All);

    [Fact]
    public void Every_time_limit_has_an_entry() =>
        Covers("Time limits", JsonNode.Parse(Repository.Read("deploy/time-limits.json"))!.AsArray().Select(limit => (string)limit!["term"]!));

    [Fact]
    public void Every_processing_activity_has_an_entry() => Covers("Processing activities",
        JsonNode.Parse(Repository.Read("deploy/processing-activities.json"))!["activities"]!.AsArray().Select(activity => (string)activity!["key"]!));

    [Fact]
    public void Every_role_has_an_entry() => Covers("People and parties",
        typeof(Roles).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetValue(null)!));

    [Theory, MemberData(nameof(Enums))]
    public void Every_value_of_an_enumeration_has_an_entry(string name) =>
        Covers(name, Domain().Where(type => type.Name == name).SelectMany(Enum.GetNames).Select(CamelCaseOf));

    [Fact]
    public void Every_entry_has_its_Dutch_and_its_meaning_and_stands_once_under_its_heading()
    {
        Assert.All(Terms.SelectMany(heading => heading), row => Assert.DoesNotContain(row, string.IsNullOrWhiteSpace));
        Assert.All(Terms, heading => Assert.Distinct(heading.Select(row => row[0])));
    }

    static void Covers(string heading, IEnumerable<string> terms) =>
        Assert.Empty(terms.Distinct().Except(Terms[heading].Select(row => row[0])));

    static IEnumerable<Type> Domain() =>
        new[] { typeof(Refusal), typeof(IntakeDb), typeof(InvestigationDb), typeof(PlanningDb), typeof(FamilyViewDb), typeof(AccessAction), typeof(SourceStatus) }
            .SelectMany(type => type.Assembly.GetTypes()).Where(type => type.IsEnum && type.IsVisible);

    static string CamelCaseOf(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    static ILookup<string, string[]> Read()
    {
        var heading = "";
        var rows = new List<(string Heading, string[] Row)>();
        foreach (var line in Repository.Read(File).Split('\n'))
            if (Heading().Match(line) is { Success: true } match)
                heading = match.Groups["name"].Value;
            else if (Entry().Match(line) is { Success: true } entry)
                rows.Add((heading, [entry.Groups["term"].Value, entry.Groups["dutch"].Value.Trim(), entry.Groups["meaning"].Value.Trim()]));
        return rows.ToLookup(one => one.Heading, one => one.Row);
    }

    [GeneratedRegex(@"^#+ `?(?<name>[^`(]*[^`( ])")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\| `(?<term>[^`]+)` \|(?<dutch>[^|]*)\|(?<meaning>[^|]*)\|$")]
    private static partial Regex Entry();
}
