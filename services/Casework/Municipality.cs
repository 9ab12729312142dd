using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Geborgen.Casework;

/// <summary>
/// A municipality by its CBS code, such as <c>gm0344</c>. It is the one that is responsible, which is not always
/// where somebody lives: a residence may be secret.
/// </summary>
/// <param name="Code">The code in lower case: <c>gm</c> and four digits.</param>
public readonly partial record struct Municipality(string Code) : IParsable<Municipality>
{
    /// <inheritdoc/>
    public static Municipality Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var municipality) ? municipality : throw new FormatException("Not the code of a municipality.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Municipality result)
    {
        var valid = s is not null && Form().IsMatch(s);
        result = valid ? new Municipality(s!) : default;
        return valid;
    }

    /// <summary>The code.</summary>
    public override string ToString() => Code;

    [GeneratedRegex(@"\Agm\d{4}\z")]
    private static partial Regex Form();
}
