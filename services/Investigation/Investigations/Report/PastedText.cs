using System.Text.RegularExpressions;

namespace Geborgen.Investigation.Investigations;

/// <summary>Finds words of a statement that were written into something else instead of pointing to it.</summary>
static partial class PastedText
{
    // A short remark may happen to stand in a sentence of the report; somebody's story does not.
    const int LongEnough = 40;

    /// <summary>Whether a text holds a statement, or a sentence of one, however it is spaced and in whatever case.</summary>
    public static bool Repeats(IEnumerable<string> texts, IEnumerable<string> statements)
    {
        var written = texts.Select(Plain).ToList();
        return statements.SelectMany(Pieces).Any(piece =>
            piece.Length >= LongEnough && written.Exists(text => text.Contains(piece, StringComparison.OrdinalIgnoreCase)));
    }

    static IEnumerable<string> Pieces(string statement) =>
        EndOfSentence().Split(statement).Append(statement).Select(piece => Plain(piece).TrimEnd('.', '!', '?', ' '));

    static string Plain(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex(@"(?<=[.!?…])\s+|[\r\n]+")]
    private static partial Regex EndOfSentence();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
