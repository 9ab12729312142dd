using System.Text.RegularExpressions;

namespace Geborgen.Intake.Contacts;

/// <summary>Who reported a concern.</summary>
/// <param name="Role">What they are to the family, such as <c>school</c>, <c>police</c>, <c>neighbour</c>.</param>
/// <param name="Name">Their name, if they gave it.</param>
/// <param name="Shielded">Whether they ask to keep their name apart; a wish that is followed until it is decided on.</param>
/// <param name="Anonymous">Whether they are unknown to us too, and can't be asked anything again.</param>
public sealed partial record Reporter(string Role, string? Name, bool Shielded, bool Anonymous)
{
    // Words that many names share, and shorter ones, give nobody away.
    static readonly HashSet<string> InManyNames = new(["van", "den", "der", "ten", "ter", "het", "een", "voor"], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a text holds a word of the name, or of the role where the family is told another one. What gives somebody
    /// away without naming them is for a worker to see.
    /// </summary>
    public bool IsNamedIn(string text, string? roleForFamily)
    {
        var telling = WordsOf(Name ?? "");
        if (!string.Equals(roleForFamily, Role, StringComparison.OrdinalIgnoreCase))
            telling.UnionWith(WordsOf(Role));
        return telling.Overlaps(WordsOf(text));
    }

    static HashSet<string> WordsOf(string text) => Words().Matches(text).Select(word => word.Value)
        .Where(word => !InManyNames.Contains(word)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]{3,}")]
    private static partial Regex Words();
}
