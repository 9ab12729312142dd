using System.Reflection;
using System.Text.RegularExpressions;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.FamilyView;
using Geborgen.Intake;
using Geborgen.Investigation;
using Geborgen.Planning;
using Geborgen.ServiceDefaults;

namespace Geborgen.Architecture.Tests;

/// <summary>Every reason for which a rule refuses has a code of its own, and a test that saw it refuse.</summary>
public sealed partial class RefusalTests
{
    const BindingFlags Static = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Each refusal by where it stands, such as <c>ContactRefusals.AlreadyTriaged</c>.</summary>
    static readonly Dictionary<string, Refusal> ByPlace = new[] { typeof(Refusal), typeof(Problems), typeof(AccessDb), typeof(CaseFileDb), typeof(IntakeDb), typeof(InvestigationDb), typeof(PlanningDb), typeof(FamilyViewDb) }
        .SelectMany(one => one.Assembly.GetTypes())
        .SelectMany(type => type.GetProperties(Static).Where(property => property.PropertyType == typeof(Refusal)).Select(property => (type, property.Name, property.GetValue(null)))
            .Concat(type.GetFields(Static).Where(field => field.FieldType == typeof(Refusal) && !field.Name.StartsWith('<')).Select(field => (type, field.Name, field.GetValue(null)))))
        .ToDictionary(one => $"{one.type.Name}.{one.Name}", one => (Refusal)one.Item3!);

    static readonly string Tests = string.Concat(Repository.Files
        .Where(file => file.IsTest && file.Path.EndsWith(".cs", StringComparison.Ordinal) && !file.Path.EndsWith(nameof(RefusalTests) + ".cs", StringComparison.Ordinal))
        .Select(file => file.Text));

    public static TheoryData<string> Places => [.. ByPlace.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_test_names_the_refusal(string place) => Assert.True(
        Tests.Contains(place, StringComparison.Ordinal) || Tests.Contains($"\"{ByPlace[place].Code}", StringComparison.Ordinal)
            || Tests.Contains($":{ByPlace[place].Code}\"", StringComparison.Ordinal),
        $"No test asserts {place}, {ByPlace[place].Code}.");

    [Theory]
    [MemberData(nameof(Places))]
    public void Its_code_is_its_own_and_kebab_case(string place)
    {
        Assert.Matches(KebabCase(), ByPlace[place].Code);
        Assert.Equal(place, Assert.Single(ByPlace, other => other.Value.Code == ByPlace[place].Code).Key);
        Assert.NotEmpty(ByPlace[place].Title);
        Assert.NotEmpty(ByPlace[place].Detail);
    }

    [GeneratedRegex(@"\A[a-z]+(-[a-z0-9]+)*\z")]
    private static partial Regex KebabCase();
}
