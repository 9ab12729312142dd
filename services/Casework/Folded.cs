using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Geborgen.Casework;

/// <summary>
/// A text as it is searched for names and sentences: by its words, whatever their case, accents, typographic forms, hidden signs and
/// possessive forms. What it is asked for it answers with the words that tell it, as they were written, or null.
/// </summary>
public sealed partial class Folded
{
    // A short remark may happen to stand in another text; somebody's story does not.
    const int Story = 40;

    // A word of this length stands within longer words and over broken ones only where it is meant; a shorter one by chance too.
    const int Long = 7;

    // Of a name one letter tells nothing, nor do the digits of a day.
    const int LongEnough = 2, LongNumber = 3;

    // Between the parts of one word, as people break it.
    static readonly SearchValues<char> Joining = SearchValues.Create(" \t\r\n-\u00A0\u2010\u2011./_'’");

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
    /// Where somebody's name stands in it, whole or by one of the words that tell who it is; a long one also within another word or broken over
    /// two. A word of every day tells it with a capital within a sentence or after a title ("Ben", not "ben"); what organisations, regions and
    /// roles are called, and what stands in a field for want of a name, tells of nobody by itself.
    /// </summary>
    public string? Naming(string? name)
    {
        var parts = WordsOf(name ?? "", between: "");
        var own = parts.Where(one => !Wording.Particles.Contains(one.Text)).ToList();
        var telling = own.Where(IsTelling).ToList();
        return (own.Count > 1 && InOrder(parts) is { } whole && (telling.Count > 0 || whole.Any(char.IsUpper)) ? whole : null)
            ?? readings.Select(words => NamedIn(words, [.. own.Where(part => !Wording.Titles.Contains(part.Text) && IsLong(part))])).FirstOrDefault(found => found is not null)
            ?? (telling.Count == 0 ? null : WithinWords(Unbroken(own.Where(part => IsTelling(part) || Wording.IsOrdinary(part)))))
            ?? (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(piece => WordsOf(piece, between: ""))
                .Where(piece => piece.Exists(IsTelling)).Select(piece => WithinWords(Unbroken(piece))).FirstOrDefault(found => found is not null);
    }

    /// <summary>Where some words stand in it one after the other.</summary>
    public bool Holds(string words) => InOrder(WordsOf(words, between: "")) is not null;

    /// <summary>Whether it has more than one word.</summary>
    public bool HasSeveralWords => readings.TrueForAll(words => words.Count > 1);

    /// <summary>The names in it: words with a capital that do not begin a sentence.</summary>
    public IEnumerable<string> NamesWithin => readings[0].Where(word => word is { HasCapital: true, Before: not Border.Sentence } && IsLong(word)
        && !Wording.Particles.Contains(word.Text) && !Wording.Titles.Contains(word.Text)).Select(word => word.Stem ?? Written(word));

    /// <summary>Whether it repeats what somebody said, or a sentence of it, beside what is known already.</summary>
    public bool Repeats(string said, Folded? known = null)
    {
        ArgumentNullException.ThrowIfNull(said);
        return EndOfSentence().Split(said).Append(said).Select(sentence => WordsOf(sentence, between: ""))
            .Any(sentence => sentence.Sum(word => word.Text.Length + 1) > Story && InOrder(sentence) is not null && known?.InOrder(sentence) is null);
    }

    string? NamedIn(List<Word> words, List<Word> parts)
    {
        foreach (var (at, word) in words.Index())
            if (parts.Exists(part => word.Is(part) && (IsTelling(part) || IsAfterTitle(words, at)
                || (Wording.IsOrdinary(part) && !Wording.IsGeneric(part) && word.HasCapital && (word.Before != Border.Sentence || IsWhoTells(words, at))))))
                return Written(word);
        return null;
    }

    static bool IsTelling(Word part) => IsLong(part) && !Wording.Particles.Contains(part.Text) && !Wording.Titles.Contains(part.Text) && !Wording.IsOrdinary(part) && !Wording.IsGeneric(part);

    static bool IsLong(Word part) => part.Text.Length >= (part.Text.All(char.IsDigit) ? LongNumber : LongEnough);

    static bool IsAfterTitle(List<Word> words, int at)
    {
        var before = at - 1;
        while (before >= 0 && at - before <= 3 && Wording.Particles.Contains(words[before].Text))
            before--;
        return before >= 0 && Wording.Titles.Contains(words[before].Text) && words[before + 1].Before != Border.Sentence;
    }

    static bool IsWhoTells(List<Word> words, int at) =>
        at + 1 < words.Count && words[at + 1].Before == Border.Joined && Wording.Reporting.Concat(Wording.Telling).Any(verb => verb.Apart is null && words[at + 1].IsOf(verb.Forms));

    string? InOrder(List<Word> parts) => parts.Count == 0 ? null : readings
        .SelectMany(words => Enumerable.Range(0, int.Max(0, words.Count - parts.Count + 1))
            .Where(at => Enumerable.Range(0, parts.Count).All(part => words[at + part].Is(parts[part])))
            .Select(at => Written(words[at], words[at + parts.Count - 1])))
        .FirstOrDefault();

    string? WithinWords(string name) => name.Length >= Long && unbroken.Contains(name, StringComparison.Ordinal) ? name : null;

    string Written(Word word) => Text[word.Start..word.End];

    string Written(Word first, Word last) => Text[first.Start..last.End];

    static string Unbroken(IEnumerable<Word> words) => string.Concat(words.Select(word => word.Text));

    internal static List<Word> WordsOf(string text, string between)
    {
        var words = new List<Word>();
        var (word, german, stem, kind, start, end, capital) = (new StringBuilder(), new StringBuilder(), 0, Kind.None, 0, 0, false);
        var at = 0;
        foreach (var sign in text.EnumerateRunes())
        {
            foreach (var plain in IsHidden(sign) ? between : Letters.Of(sign))
            {
                var isApostrophe = Apostrophes.Contains(plain, StringComparison.Ordinal);
                var next = isApostrophe ? kind : char.IsDigit(plain) ? Kind.Number : char.IsLetter(plain) ? Kind.Word : Kind.None;
                // "12a" and "12 A" are the same number.
                if (next != kind)
                    End();
                kind = next;
                if (isApostrophe)
                    stem = word.Length;
                else if (kind != Kind.None)
                {
                    if (word.Length == 0)
                        (start, capital) = (at, Letters.IsCapital(sign));
                    word.Append(plain);
                    german.Append(plain);
                    end = at + sign.Utf16SequenceLength;
                }
            }
            if (Letters.IsUmlaut(sign) && german.Length > 0)
                german.Append(german[^1] is 'a' or 'o' or 'u' ? "e" : "");
            at += sign.Utf16SequenceLength;
        }
        End();
        return words;

        void End()
        {
            if (word.Length > 0)
                words.Add(new(
                    word.ToString(), german.ToString(), stem == word.Length - 1 && word[^1] == 's' ? word.ToString(0, stem) : null, capital, start, end,
                    words.Count == 0 ? Border.Sentence : BorderOf(words[^1], text.AsSpan(words[^1].End..start), text[start])));
            word.Clear();
            german.Clear();
            stem = 0;
        }
    }

    // A full stop ends a sentence where a space follows, then no small letter, and it does not belong to an abbreviation. A line ends where the
    // page does, a paragraph with what it says.
    static Border BorderOf(Word before, ReadOnlySpan<char> gap, char next) =>
        Paragraph().IsMatch(gap) || (HasStop(gap) && (gap.IndexOfAny('!', '?') >= 0 || (!char.IsLower(next) && !IsAbbreviation(before)))) ? Border.Sentence
        : gap.IndexOfAnyExcept(Joining) < 0 ? Border.Joined
        : IsOnlyHidden(gap) ? Border.Joined : Border.Parted;

    static bool HasStop(ReadOnlySpan<char> gap) => gap.IndexOfAny(".!?…") is var stop and >= 0 && gap[stop..].IndexOfAny(" \t\r\n\u00A0") >= 0;

    static bool IsAbbreviation(Word word) => (word.Text.Length == 1 && char.IsLetter(word.Text[0])) || Wording.Abbreviations.Contains(word.Text);

    static bool IsOnlyHidden(ReadOnlySpan<char> gap)
    {
        foreach (var sign in gap)
            if (!char.IsWhiteSpace(sign) && CharUnicodeInfo.GetUnicodeCategory(sign) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.DashPunctuation))
                return false;
        return true;
    }

    static bool IsHidden(char sign) => char.GetUnicodeCategory(sign) == UnicodeCategory.Format;

    static bool IsHidden(Rune sign) => Rune.GetUnicodeCategory(sign) == UnicodeCategory.Format;

    enum Kind
    {
        None,
        Word,
        Number,
    }

    [GeneratedRegex(@"(?<=[.!?…])\s+|[\r\n]+")]
    private static partial Regex EndOfSentence();

    [GeneratedRegex(@"\n\s*\n|\r\s*\r")]
    private static partial Regex Paragraph();
}
