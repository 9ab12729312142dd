namespace Geborgen.Casework;

/// <content>How a text tells where somebody is.</content>
public sealed partial class Folded
{
    /// <summary>
    /// Where a street stands in it. The word of its name that ends as streets do tells which it is, however it is shortened or broken in two:
    /// people leave out "Lange", "Burgemeester" and "1e". One that is a word of every day ("Markt") does with a capital or a number.
    /// </summary>
    public string? TellingStreet(string? street)
    {
        // Some write the number in the same field.
        var name = WordsOf(street ?? "", between: "");
        if (name.Count == 0)
            return null;
        if (name.FindIndex(1, one => char.IsDigit(one.Text[0])) is var number and > 0)
            name = name[..number];
        var words = name.Select(word => word.Text).ToList();
        // "Oude Gracht" is "Oudegracht" too.
        if (words.Count > 1 && Wording.EndsStreets(words[^1]))
            words = [.. words[..^2], words[^2] + words[^1]];
        var telling = words.SelectMany(Wording.OfStreet).ToList();
        return telling.Select(RunOf).FirstOrDefault(found => found is not null)
            ?? telling.Where(one => one.Length >= Long).Select(WithinAWord).FirstOrDefault(found => found is not null)
            ?? (name.Count > 1 ? WholeStreet(name) : null)
            ?? (telling.Count > 0 || Wording.Particles.Contains(name[^1].Text) ? null : AsAName(name[^1]));
    }

    /// <summary>Where a postal code stands in it, wherever it has spaces.</summary>
    public string? TellingPostalCode(string? code) => string.Concat(WordsOf(code ?? "", between: "").Select(word => word.Text)) is { Length: > 0 } whole ? RunOf(whole) : null;

    /// <summary>
    /// Where a sentence says that somebody lives or stays in a town. Much happens in a town that tells of nobody: an appointment, an office that
    /// is open.
    /// </summary>
    public string? TellingTown(string? town)
    {
        var name = WordsOf(town ?? "", between: "");
        return name.Count == 0 ? null : Sentences
            .SelectMany(sentence => Enumerable.Range(0, int.Max(0, sentence.Count - name.Count + 1)).Where(at => StandsAt(sentence, at)).Select(at => (sentence, at)))
            .Where(found => SaysWhoStays(found.sentence, found.at)).Select(found => Written(found.sentence[found.at])).FirstOrDefault();

        bool StandsAt(List<Word> sentence, int at) => Enumerable.Range(0, name.Count).All(part => sentence[at + part].Is(name[part]))
            && (name.Count > 1 || !Wording.IsOrdinary(name[0]) || (sentence[at].HasCapital && at > 0));
    }

    static bool SaysWhoStays(List<Word> sentence, int town) => sentence.Exists(word => word.IsOf(Wording.Staying))
        || (!sentence.Exists(word => word.IsOf(Wording.Elsewhere))
            && (sentence.Exists(word => word.IsOf(Wording.Being)) || (town > 0 && sentence[town - 1].IsOf(Wording.Towards))));

    // "1e" and "Eerste", "St." and "Sint" are the same.
    string? WholeStreet(List<Word> name)
    {
        var parts = name.Where(word => word.Text is not ("e" or "ste")).Select(word => Wording.Written(word.Text).Concat(Wording.OfStreet(word.Text)).ToArray()).ToList();
        return readings.SelectMany(words => words.Where(word => word.Text is not ("e" or "ste")).ToList() is var plain
                ? Enumerable.Range(0, int.Max(0, plain.Count - parts.Count + 1))
                    .Where(at => Enumerable.Range(0, parts.Count).All(part => parts[part].Contains(plain[at + part].Text)))
                    .Select(at => Written(plain[at], plain[at + parts.Count - 1]))
                : []).FirstOrDefault();
    }

    string? AsAName(Word name) => readings.SelectMany(words => words.Index().Where(one => one.Item.Is(name)
            && ((one.Item.HasCapital && one.Item.Before != Border.Sentence) || (one.Index + 1 < words.Count && words[one.Index + 1] is { Before: Border.Joined } next && char.IsDigit(next.Text[0])))))
        .Select(one => Written(one.Item)).FirstOrDefault();

    // Words that together are written so: "Kerk-straat", "3512-A B".
    string? RunOf(string whole) => readings.SelectMany(words => Enumerable.Range(0, words.Count).Select(at => RunAt(words, at, whole))).FirstOrDefault(found => found is not null);

    string? RunAt(List<Word> words, int at, string whole)
    {
        for (var (end, length) = (at, 0); end < words.Count && (end == at || words[end].Before == Border.Joined); end++)
        {
            if (string.CompareOrdinal(whole, length, words[end].Text, 0, words[end].Text.Length) != 0)
                return null;
            length += words[end].Text.Length;
            if (length == whole.Length)
                return Written(words[at], words[end]);
        }
        return null;
    }

    string? WithinAWord(string whole) => readings.SelectMany(words => words).Where(word => word.Text.Contains(whole, StringComparison.Ordinal)).Select(Written).FirstOrDefault();
}
