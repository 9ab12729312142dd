using System.Text.RegularExpressions;

namespace Geborgen.Architecture.Tests;

/// <summary>What stands in the files themselves.</summary>
public sealed partial class TextTests
{
    const int LongestFile = 300;

    /// <summary>Numbers by which the 11-test itself is tested: the example of the documentation, and one that starts with a zero.</summary>
    static readonly string[] Examples = ["123456782", "010000008"];

    [Fact]
    public void No_file_of_the_product_is_too_long_to_read_at_once() => Assert.DoesNotContain(
        Repository.ProductCode, file => file.Text.Count(sign => sign == '\n') > LongestFile);

    [Fact]
    public void No_test_is_passed_over() => Assert.Empty(Matching(PassedOver()));

    [Fact]
    public void Nothing_speaks_of_one_machine_or_of_a_list_of_tasks() => Assert.Empty(Matching(Workshop()));

    [Fact]
    public void Nothing_is_left_to_do_later() => Assert.Empty(Matching(Later()));

    [Fact]
    public void No_citizen_service_number_could_be_somebodys() => Assert.Empty(
        from file in Repository.Files
        where !file.Path.EndsWith("packages.lock.json", StringComparison.Ordinal)
        from Match number in NineDigits().Matches(file.Text)
        where PassesElevenTest(number.Value) && !number.Value.StartsWith("9999", StringComparison.Ordinal)
        where !(Path.GetFileName(file.Path) is "BsnTests.cs" or "TextTests.cs" && Examples.Contains(number.Value))
        select $"{file.Path}: {number.Value}");

    [Theory]
    [InlineData("123456782", true)]
    [InlineData("123456789", false)]
    [InlineData("000000000", false)]
    public void A_number_is_found_by_its_eleven_test(string digits, bool passes) => Assert.Equal(passes, PassesElevenTest(digits));

    static IEnumerable<string> Matching(Regex regex) => Repository.Files.SelectMany(file => file.Lines(regex.IsMatch));

    static bool PassesElevenTest(string digits) => digits.Any(digit => digit != '0')
        && digits.Select((digit, index) => (digit - '0') * (index == 8 ? -1 : 9 - index)).Sum() % 11 == 0;

    [GeneratedRegex(@"\bSkip\s*=")]
    private static partial Regex PassedOver();

    [GeneratedRegex(@"/(work|tmp|home|root)/|\b[Ii]ssue #?\d|\(#\d+\)")]
    private static partial Regex Workshop();

    [GeneratedRegex(@"\b(TO[D]O|FIX[M]E)\b")]
    private static partial Regex Later();

    [GeneratedRegex(@"(?<![\w.+/-])[0-9]{9}(?![\w+/-])")]
    private static partial Regex NineDigits();
}
