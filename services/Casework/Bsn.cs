using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Geborgen.Casework;

/// <summary>
/// A citizen service number (burgerservicenummer) that passes the 11-test. Passing does not mean that it was ever
/// issued, and people without one exist: the unborn, and people from abroad.
/// </summary>
public readonly partial record struct Bsn
{
    const int Length = 9;

    Bsn(string digits) => Digits = digits;

    /// <summary>The nine digits.</summary>
    public string Digits { get; }

    /// <summary>Reads nine digits, or eight with the leading zero left out.</summary>
    /// <returns>False for anything else, for zeros only, and when the 11-test fails.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Bsn bsn)
    {
        bsn = default;
        if (text is not { Length: Length or Length - 1 } || !text.All(char.IsAsciiDigit))
            return false;
        var digits = text.PadLeft(Length, '0');
        if (!PassesElevenTest(digits))
            return false;
        bsn = new Bsn(digits);
        return true;
    }

    /// <summary>Whether a text holds nine digits that pass the 11-test, also with a point, dash, stroke or space between them.</summary>
    public static bool IsIn(string text) =>
        NineDigits().Matches(text).Any(number => TryParse(string.Concat(number.Value.Where(char.IsAsciiDigit)), out _));

    /// <summary>Nothing: a number that identifies somebody must not end up in a log by accident.</summary>
    public override string ToString() => "(bsn)";

    // The weights run from 9 down to 2; the last digit counts as minus one.
    static bool PassesElevenTest(string digits)
    {
        var sum = -(digits[^1] - '0');
        for (var i = 0; i < Length - 1; i++)
            sum += (Length - i) * (digits[i] - '0');
        return sum % 11 == 0 && digits.Any(digit => digit != '0');
    }

    [GeneratedRegex(@"(?<![0-9][ ./_-]?)[0-9](?:[ ./_-]?[0-9]){8}(?![ ./_-]?[0-9])")]
    private static partial Regex NineDigits();
}
