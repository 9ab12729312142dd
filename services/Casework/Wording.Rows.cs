namespace Geborgen.Casework;

/// <content>How the words of a row are found in a text.</content>
static partial class Wording
{
    const int LongEnough = 3;

    /// <summary>What people of one kind are called.</summary>
    internal sealed record RoleWords(string Words, bool IsNear = false)
    {
        readonly string[][] phrases = [.. List(Words).Select(one => one.Split(' '))];

        /// <summary>How many words from a place on name the role; 0 where none does.</summary>
        public int LengthAt(IReadOnlyList<Word> words, int at) => phrases
            .Where(phrase => at + phrase.Length <= words.Count && Enumerable.Range(0, phrase.Length).All(one => IsWord(words[at + one].Text, phrase[one])))
            .Select(phrase => phrase.Length).DefaultIfEmpty().Max();

        /// <summary>Whether a word is one for it without others.</summary>
        public bool StandsAlone(string word) => Array.Exists(phrases, phrase => phrase.Length == 1 && IsWord(word, phrase[0]));

        /// <summary>What is written in one word after a word for it: "melding" of "schoolmelding".</summary>
        public string? AfterIt(string word) => phrases.Where(phrase => phrase.Length == 1).Select(phrase => phrase[0].Trim('*'))
            .Where(begin => begin.Length > LongEnough && word.Length > begin.Length && word.StartsWith(begin, StringComparison.Ordinal))
            .Select(begin => word[begin.Length..]).FirstOrDefault(rest => IsReport(rest) || (rest[0] == 's' && rest.Length > 1 && IsReport(rest[1..])));

        // A record says what somebody is in words that a letter does not use: "schoolteam", "medewerker kinderopvang".
        internal bool IsNamedBy(IReadOnlyList<Word> role) => Enumerable.Range(0, role.Count).Any(at => LengthAt(role, at) > 0)
            || role.Any(one => Array.Exists(phrases, phrase => phrase is [{ Length: > LongEnough } begin] && one.Text.StartsWith(begin.Trim('*'), StringComparison.Ordinal)));

        static bool IsReport(string word) => Reports.Concat(Messages).Any(report => Is(word, report));

        static bool IsWord(string word, string pattern) => Is(word, pattern)
            || (pattern[0] == '*' ? Endings.Any(ending => word.EndsWith(pattern[1..] + ending, StringComparison.Ordinal))
                : pattern[^1] != '*' && word.StartsWith(pattern, StringComparison.Ordinal) && Endings.Contains(word[pattern.Length..]));
    }

    /// <summary>A verb by its forms, with what belongs to it and can stand apart.</summary>
    /// <param name="Forms">Its forms.</param>
    /// <param name="Apart">What belongs to it; null where nothing does.</param>
    /// <param name="InAnyOrder">Whether that may stand before it as well, as in "op de hoogte gesteld".</param>
    internal sealed record Verb(string[] Forms, string? Apart, bool InAnyOrder)
    {
        /// <summary>The place of a form of it in a clause, or null.</summary>
        public int? In(IReadOnlyList<Word> clause) => Enumerable.Range(0, clause.Count).Where(at => StandsAt(clause, at)).Select(at => (int?)at).FirstOrDefault();

        internal static Verb Of(string row) =>
            row.Split(": ") is [var particle, var parted] ? new(parted.Split(' '), particle, InAnyOrder: false)
            : row.Split("! ") is [var noun, var idiom] ? new(idiom.Split(' '), noun, InAnyOrder: true)
            : new(row.Split(' '), null, InAnyOrder: false);

        bool StandsAt(IReadOnlyList<Word> clause, int at) =>
            Apart is null ? clause[at].IsOf(Forms)
            : InAnyOrder ? clause[at].IsOf(Forms) && clause.Any(one => one.Text == Apart)
            : (clause[at].IsOf(Forms) && Enumerable.Range(at + 1, clause.Count - at - 1).Any(next => IsParticle(clause, next)))
                || (clause[at].Text.StartsWith(Apart, StringComparison.Ordinal) && Array.Exists(Forms, form => Is(clause[at].Text[Apart.Length..], form)))
                || (clause[at].Text == Apart && at + 2 < clause.Count && clause[at + 1].Text == "te" && clause[at + 2].IsOf(Forms));

        // "Gaf een boek aan Sam" gives something to somebody; "gaf aan dat" says something.
        bool IsParticle(IReadOnlyList<Word> clause, int at) => clause[at].Text == Apart && (at + 1 == clause.Count || !clause[at + 1].IsOf(Articles) || Conjunctions.Contains(clause[at + 1].Text));
    }
}
