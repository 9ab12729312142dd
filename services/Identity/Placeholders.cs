using System.Text.RegularExpressions;

namespace Geborgen.Identity;

/// <summary>
/// Placeholders of an import file as Keycloak fills them in from the environment: <c>${A}</c>, <c>${A,B}</c> (the first that is set)
/// and <c>${A:text}</c>. One without any value is refused: Keycloak would leave it as it stands, a secret that everyone can read.
/// </summary>
static partial class Placeholders
{
    /// <exception cref="RealmException">A placeholder has neither value nor default.</exception>
    internal static string Fill(string text, IConfiguration configuration) => Placeholder().Replace(text, match =>
        match.Groups["names"].Value.Split(',').Select(name => configuration[name]).FirstOrDefault(value => value is not null)
        ?? (match.Groups["default"].Success ? match.Groups["default"].Value
            : throw new RealmException($"No value for the placeholder {match.Value}.")));

    [GeneratedRegex(@"\$\{(?<names>[A-Z0-9_,]+)(:(?<default>[^}]*))?\}")]
    private static partial Regex Placeholder();
}
