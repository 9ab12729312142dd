namespace Geborgen.Casework;

/// <summary>A word of a text, folded.</summary>
/// <param name="Text">The word without case, accents and signs.</param>
/// <param name="German">The same with the letters that are written for an umlaut: "mueller".</param>
/// <param name="Stem">What stands before a possessive 's; null where none does.</param>
/// <param name="HasCapital">Whether it begins with a capital.</param>
/// <param name="Start">Where it begins in the text as it was written.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Before">How it is parted from the word before.</param>
readonly record struct Word(string Text, string German, string? Stem, bool HasCapital, int Start, int End, Border Before)
{
    // From this length a name takes the possessive s without an apostrophe ("Jans"); with a shorter one that is another word ("Bos").
    const int LongEnough = 3;

    /// <summary>Whether a word of a name is this one, also in its possessive form, and whichever way it is spelled.</summary>
    public bool Is(Word part) => IsSpelled(part.Text) || (part.German != part.Text && IsSpelled(part.German));

    bool IsSpelled(string part) => Stem == part || IsAs(Text, part) || (German != Text && IsAs(German, part));

    // "Dijk" and "Dyk" are the same name.
    static bool IsAs(string mine, string part) => IsPossessive(mine, part) || IsPossessive(WithY(mine), WithY(part));

    static bool IsPossessive(string mine, string part) =>
        mine == part || (part.Length >= LongEnough && mine.Length == part.Length + 1 && mine[^1] == 's' && mine.StartsWith(part, StringComparison.Ordinal));

    static string WithY(string word) => word.Replace("ij", "y", StringComparison.Ordinal);
}

/// <summary>How a word is parted from the one before.</summary>
enum Border
{
    /// <summary>By a space, a hyphen or nothing: together they can be one word.</summary>
    Joined,

    /// <summary>By another sign.</summary>
    Parted,

    /// <summary>By the end of a sentence.</summary>
    Sentence,
}
