using System.Text;

namespace Geborgen.Casework;

/// <summary>The words of a name as two spellings of it are compared: without accents, capitals and the small words before a Dutch family name.</summary>
public static class NameWords
{
    /// <summary>The words of a name, in their order; none of one that is not known.</summary>
    public static IReadOnlyList<string> Of(string? name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var sign in $"{name} ".EnumerateRunes())
        {
            var plain = Letters.Of(sign);
            if (plain.Length > 0 && plain.All(char.IsLetterOrDigit))
                word.Append(plain);
            else if (plain.Length > 0 && word.Length > 0)
            {
                words.Add($"{word}");
                word.Clear();
            }
        }
        return words.FindAll(one => !Wording.Particles.Contains(one));
    }
}
