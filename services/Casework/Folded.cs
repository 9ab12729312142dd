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
    // A street and its number may have a word such as "number" between them.
    const int WordsBetween = 2;

    // From this length a name takes the possessive s without an apostrophe ("Jans"); with a shorter one that is another word ("Bos").
    const int LongEnough = 3;

    // A short remark may happen to stand in another text; somebody's story does not.
    const int Story = 40;

    const string Apostrophes = "'’‘‛ʼ`´′";

    // Words that many names share tell of nobody.
    static readonly HashSet<string> InManyNames =
    [
        "aan", "al", "and", "at", "bij", "da", "de", "den", "der", "des", "di", "dr", "du", "een", "el", "en", "for", "het", "in", "la", "le", "mr", "of",
        "on", "op", "te", "ten", "ter", "the", "to", "uit", "van", "von", "voor",
    ];

    // How words begin that say that somebody reported something or was the first to know.
    static readonly string[] OfReporting =
    [
        "aangaf", "aangeg", "aankaart", "aangekaart", "alarm", "alert", "attendeer", "belde", "belt", "bericht", "bezorgd", "called", "concern", "contacted", "doorgeg",
        "gebeld", "gehoord", "gemaild", "gemeld", "geschreven", "gezegd", "gezien", "heard", "hoorde", "informed", "ingelicht", "mailde", "meegedeeld", "meld", "mention",
        "noticed", "notif", "ongerust", "opgemerkt", "phoned", "report", "said", "saw", "say", "schreef", "signal", "tells", "tipte", "told", "vernomen", "verontrust", "vertel",
        "waarschuw", "warned", "worr", "wrote", "zag", "zeg", "zei", "zorgen", "zorgm",
    ];

    // A hidden sign may stand within a word or instead of a space.
    readonly List<List<Word>> readings;

    Folded(string text)
    {
        Text = text;
        readings = text.Any(IsHidden) ? [WordsOf(text, between: ""), WordsOf(text, between: " ")] : [WordsOf(text, between: "")];
    }

    /// <summary>The text as it was written.</summary>
    public string Text { get; }

    /// <summary>Folds a text.</summary>
    public static Folded Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text);
    }

    /// <summary>Whether somebody's name stands in it, whole or by one of the words that tell who it is.</summary>
    public bool Names(string? name)
    {
        var parts = WordsOf(name ?? "", between: "");
        return HoldsInOrder(parts) || parts.Where(IsTelling).Any(part => HoldsInOrder([part]));
    }

    /// <summary>
    /// Whether a sentence of it says that somebody of a role reported something. The word alone tells nothing: each child goes to school.
    /// </summary>
    public bool SaysWhoReported(string? role) =>
        Names(role) && AfterSentence().Split(Text).Select(Of).Any(sentence => sentence.Names(role) && sentence.TellsOfReporting);

    bool TellsOfReporting =>
        readings.Exists(words => words.Exists(word => OfReporting.Any(begin => word.Text.StartsWith(begin, StringComparison.Ordinal))));

    /// <summary>Whether some words stand in it one after the other.</summary>
    public bool Holds(string words) => HoldsInOrder(WordsOf(words, between: ""));

    /// <summary>Whether it has more than one word.</summary>
    public bool HasSeveralWords => readings.TrueForAll(words => words.Count > 1);

    /// <summary>Whether it repeats what somebody said, or a sentence of it, beside what is known already.</summary>
    public bool Repeats(string said, Folded? known = null)
    {
        ArgumentNullException.ThrowIfNull(said);
        return EndOfSentence().Split(said).Append(said).Select(sentence => WordsOf(sentence, between: ""))
            .Any(sentence => sentence.Sum(word => word.Text.Length + 1) > Story && HoldsInOrder(sentence) && known?.HoldsInOrder(sentence) != true);
    }

    /// <summary>Whether a street stands in it with a house number.</summary>
    public bool HoldsAddress(string street, string houseNumber)
    {
        var (named, number) = (WordsOf(street, between: ""), WordsOf(houseNumber, between: ""));
        return named.Count > 0 && number.Count > 0 && readings.Exists(words => Places(words, named).Any(at =>
            Enumerable.Range(at + named.Count, WordsBetween + 1).Any(next => StandsAt(words, next, number))));
    }

    static bool IsTelling(Word part) =>
        !InManyNames.Contains(part.Text) && part.Text.Length >= (part.Text.All(char.IsDigit) ? LongEnough : 2);

    bool HoldsInOrder(List<Word> parts) => parts.Count > 0 && readings.Exists(words => Places(words, parts).Any());

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

    // A line ends where the page does, not the sentence.
    [GeneratedRegex(@"(?<=[.!?…])\s+")]
    private static partial Regex AfterSentence();

    // The stem is what stands before a possessive 's.
    readonly record struct Word(string Text, string? Stem)
    {
        public bool Is(string part) =>
            Text == part || Stem == part || (part.Length >= LongEnough && Text.Length == part.Length + 1 && Text[^1] == 's' && Text.StartsWith(part, StringComparison.Ordinal));
    }
}
