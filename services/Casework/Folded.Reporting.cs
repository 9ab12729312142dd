namespace Geborgen.Casework;

/// <content>How a text tells who reported.</content>
public sealed partial class Folded
{
    IEnumerable<List<Word>> Sentences => readings.SelectMany(SentencesOf);

    /// <summary>Where it names a role, in whatever words.</summary>
    public string? NamingRole(string? role) => Wording.OfRole(role).SelectMany(row => readings.SelectMany(words => RolesIn(words, row).Select(one => Written(words[one.At], words[one.End - 1]))))
        .FirstOrDefault();

    /// <summary>
    /// Where a sentence of it says that somebody of a role reported something. The word alone tells nothing: each child goes to school. It
    /// tells where that somebody does it, or it was done by, through or for that somebody.
    /// </summary>
    public string? TellingReportBy(string? role)
    {
        var rows = Wording.OfRole(role).ToList();
        return rows.Count == 0 ? null : Sentences.SelectMany(sentence => rows.SelectMany(row => RolesIn(sentence, row).Select(one => Told(sentence, row, one.At, one.End))))
            .FirstOrDefault(found => found is not null);
    }

    string? Told(List<Word> sentence, Wording.RoleWords row, int at, int end)
    {
        var said = Written(sentence[at], sentence[end - 1]);
        if (row.AfterIt(sentence[at].Text) is not null)
            return said;
        if (row.LengthAt(sentence, at) == 0)
            return null;
        return new Clause(sentence, at, end, row.IsNear).WhatReports() is { } word ? $"{said} … {Written(word)}" : null;
    }

    static IEnumerable<(int At, int End)> RolesIn(List<Word> words, Wording.RoleWords row) => Enumerable.Range(0, words.Count)
        .Select(at => (At: at, End: at + int.Max(row.LengthAt(words, at), row.AfterIt(words[at].Text) is null ? 0 : 1))).Where(one => one.End > one.At);

    static IEnumerable<List<Word>> SentencesOf(List<Word> words)
    {
        for (var (start, at) = (0, 1); at <= words.Count; at++)
            if (at == words.Count || words[at].Before == Border.Sentence)
            {
                yield return words[start..at];
                start = at;
            }
    }
}
