using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Geborgen.Casework;

/// <summary>
/// A text as it is searched for names and sentences: by its words, whatever their case, accents, typographic forms, hidden signs and
/// possessive forms.
/// </summary>
public sealed partial class Folded
{
    // From this length a name takes the possessive s without an apostrophe ("Jans"); with a shorter one that is another word ("Bos").
    const int LongEnough = 3;

    // A short remark may happen to stand in another text; somebody's story does not.
    const int Story = 40;

    // A word of this length stands within longer words and over broken ones only where it is meant; a shorter one by chance too.
    const int Long = 7;

    const string Apostrophes = "'’‘‛ʼ`´′";

    // A hidden sign may stand within a word or instead of a space.
    readonly List<List<Word>> readings;
    readonly string unbroken;

    Folded(string text)
    {
        Text = text;
        readings = text.Any(IsHidden) ? [WordsOf(text, between: ""), WordsOf(text, between: " ")] : [WordsOf(text, between: "")];
        unbroken = Unbroken(readings[0]);
    }

    /// <summary>The text as it was written.</summary>
    public string Text { get; }

    /// <summary>Folds a text.</summary>
    public static Folded Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text);
    }

    /// <summary>
    /// Whether somebody's name stands in it, whole or by one of the words that tell who it is; a long one also within another word or
    /// broken over two.
    /// </summary>
    public bool Names(string? name)
    {
        var parts = WordsOf(name ?? "", between: "");
        return HoldsInOrder(parts) || parts.Where(IsTelling).Any(part => HoldsInOrder([part])) || HoldsUnbroken(Unbroken(parts.Where(IsTelling)))
            || (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(one => Unbroken(WordsOf(one, between: "")))
                .Any(one => !Wording.InManyNames.Contains(one) && HoldsUnbroken(one));
    }

    /// <summary>Whether it names a role, in whatever words.</summary>
    public bool NamesRole(string? role) => !string.IsNullOrWhiteSpace(role) && (Names(role) || Wording.OfRole(role).Any(HasBegun));

    /// <summary>
    /// Whether a sentence of it says that somebody of a role reported something. The word alone tells nothing: each child goes to school.
    /// </summary>
    public bool SaysWhoReported(string? role) =>
        NamesRole(role) && Sentences.Any(sentence => sentence.NamesRole(role) && sentence.TellsOfReporting(Wording.OfRole(role!)));

    /// <summary>Whether a sentence of it says that somebody lives or stays in a town. Much happens in a town that tells of nobody.</summary>
    public bool SaysWhoStaysIn(string? town) =>
        town is not null && Holds(town) && Sentences.Any(sentence => sentence.Holds(town) && Wording.OfStaying.Any(sentence.HasAll));

    /// <summary>Whether a street stands in it, also shortened, within another word or broken over two.</summary>
    public bool HoldsStreet(string street) => Holds(street) || Wording.OfStreet(Unbroken(WordsOf(street, between: ""))).Any(HoldsUnbroken);

    /// <summary>Whether a postal code stands in it, wherever it has spaces.</summary>
    public bool HoldsPostalCode(string code) => Unbroken(WordsOf(code, between: "")) is { Length: > 0 } whole && unbroken.Contains(whole, StringComparison.Ordinal);

    /// <summary>Whether a word begins so, or several one after the other.</summary>
    internal bool HasBegun(string begin)
    {
        var parts = begin.Split(' ');
        return readings.Exists(words => Enumerable.Range(0, int.Max(0, words.Count - parts.Length + 1)).Any(at =>
            Enumerable.Range(0, parts.Length).All(part => words[at + part].Begins(parts[part]))));
    }

    // "Schoolmelding" names the role and the report in one word.
    bool TellsOfReporting(IEnumerable<string> role) =>
        Wording.OfReporting.Any(HasAll) || Wording.OfReporting.Any(report => role.Any(one => HasBegun(one + report)));

    bool HasAll(string begins) => readings.Exists(words => begins.Split(' ').All(begin => words.Exists(word => word.Begins(begin))));

    // A line ends where the page does, not the sentence.
    IEnumerable<Folded> Sentences => AfterSentence().Split(Text).Select(Of);

    /// <summary>Whether some words stand in it one after the other.</summary>
    public bool Holds(string words) => HoldsInOrder(WordsOf(words, between: ""));

    /// <summary>Whether it has more than one word.</summary>
    public bool HasSeveralWords => readings.TrueForAll(words => words.Count > 1);

    /// <summary>The names in it: words with a capital that do not begin a sentence.</summary>
    public IEnumerable<string> NamesWithin => AfterSentence().Split(Text).SelectMany(sentence => NameWithin().Matches(sentence))
        .Select(name => name.Value).Where(name => WordsOf(name, between: "").Exists(IsTelling));

    /// <summary>Whether it repeats what somebody said, or a sentence of it, beside what is known already.</summary>
    public bool Repeats(string said, Folded? known = null)
    {
        ArgumentNullException.ThrowIfNull(said);
        return EndOfSentence().Split(said).Append(said).Select(sentence => WordsOf(sentence, between: ""))
            .Any(sentence => sentence.Sum(word => word.Text.Length + 1) > Story && HoldsInOrder(sentence) && known?.HoldsInOrder(sentence) != true);
    }

    static bool IsTelling(Word part) =>
        !Wording.InManyNames.Contains(part.Text) && part.Text.Length >= (part.Text.All(char.IsDigit) ? LongEnough : 2);

    bool HoldsInOrder(List<Word> parts) => parts.Count > 0 && readings.Exists(words => Places(words, parts).Any());

    bool HoldsUnbroken(string name) => name.Length >= Long && unbroken.Contains(name, StringComparison.Ordinal);

    static string Unbroken(IEnumerable<Word> words) => string.Concat(words.Select(word => word.Text));

    static IEnumerable<int> Places(List<Word> words, List<Word> parts) =>
        Enumerable.Range(0, words.Count).Where(at => StandsAt(words, at, parts));

    static bool StandsAt(List<Word> words, int at, List<Word> parts) =>
        at + parts.Count <= words.Count && Enumerable.Range(0, parts.Count).All(part => words[at + part].Is(parts[part].Text));

    static List<Word> WordsOf(string text, string between)
    {
        var words = new List<Word>();
        var (word, stem, kind) = (new StringBuilder(), 0, Kind.None);
        foreach (var sign in Letters.Of(text).SelectMany(plain => plain.Any(IsHidden) ? between : plain))
        {
            var isApostrophe = Apostrophes.Contains(sign, StringComparison.Ordinal);
            var next = isApostrophe ? kind : char.IsDigit(sign) ? Kind.Number : char.IsLetter(sign) ? Kind.Word : Kind.None;
            // "12a" and "12 A" are the same number.
            if (next != kind)
                End();
            kind = next;
            if (isApostrophe)
                stem = word.Length;
            else if (kind != Kind.None)
                word.Append(sign);
        }
        End();
        return words;

        void End()
        {
            if (word.Length > 0)
                words.Add(new(word.ToString(), stem == word.Length - 1 && word[^1] == 's' ? word.ToString(0, stem) : null));
            word.Clear();
            stem = 0;
        }
    }

    static bool IsHidden(char sign) => char.GetUnicodeCategory(sign) == UnicodeCategory.Format;

    enum Kind
    {
        None,
        Word,
        Number,
    }

    [GeneratedRegex(@"(?<=[.!?…])\s+|[\r\n]+")]
    private static partial Regex EndOfSentence();

    [GeneratedRegex(@"(?<=[.!?…])\s+")]
    private static partial Regex AfterSentence();

    [GeneratedRegex(@"(?<=\w\W+)\b\p{Lu}[\p{L}\p{M}]*")]
    private static partial Regex NameWithin();

    // The stem is what stands before a possessive 's.
    readonly record struct Word(string Text, string? Stem)
    {
        public bool Begins(string part) => part.Length <= LongEnough ? Is(part) : Text.StartsWith(part, StringComparison.Ordinal);

        public bool Is(string part) =>
            Text == part || Stem == part || (part.Length >= LongEnough && Text.Length == part.Length + 1 && Text[^1] == 's' && Text.StartsWith(part, StringComparison.Ordinal));
    }
}
