namespace Geborgen.Casework;

/// <summary>
/// The part of a sentence in which a role stands. It tells that somebody of the role reported where the role is who does the reporting, or
/// stands after "by", "from", "through" or "for". Who goes to school, calls the doctor or hears from the neighbours of a report says nothing
/// of who made it.
/// </summary>
sealed class Clause
{
    // What stands further away says nothing of it, and a text without full stops costs no more than another.
    const int Longest = 40;

    readonly List<Word> words;
    readonly int role, end;
    readonly bool isNear;

    /// <summary>Takes the clause of a sentence in which a role stands.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">Where the role begins.</param>
    /// <param name="after">Where it ends.</param>
    /// <param name="isNear">Whether those of the role are heard every day.</param>
    public Clause(List<Word> sentence, int at, int after, bool isNear)
    {
        var (start, stop) = (at, after);
        while (start > 0 && at - start < Longest && !Begins(sentence, start))
            start--;
        // "The teacher that called".
        while (stop < sentence.Count && stop - after < Longest && (stop == after || !Begins(sentence, stop)))
            stop++;
        (words, role, end, this.isNear) = (sentence[start..stop], at - start, after - start, isNear);
    }

    /// <summary>The word that says that the role reported; null where nothing does.</summary>
    public Word? WhatReports()
    {
        if (Find(Wording.Reporters) is { } reporter)
            return reporter;
        var phrase = Phrase();
        var before = phrase > 0 ? words[phrase - 1] : default;
        if (before.Text is null)
            return Done(phrase);
        if (before.IsOf(Wording.From))
            return Report(upTo: phrase - 1) ?? (IsSomebody(words[..(phrase - 1)]) ? Done(0) : null) ?? (isNear || !words.Exists(word => word.IsOf(Wording.We)) ? null : Find(Wording.Gets));
        if (before.IsOf(Wording.For) || (before.Text == "to" && phrase > 1 && words[phrase - 2].Text == "according"))
            return isNear ? null : before;
        if (before.IsOf(Wording.By))
            return Verb(Wording.Reporting) ?? AnyReport() ?? (isNear || IsToldToYou() ? null : Verb(Wording.Telling) ?? Come());
        if (before.IsOf(Wording.Beside))
            return end < words.Count && (words[end].IsOf(Wording.Relative) || (before.Text == "op" && words[end].IsOf(Wording.Impersonal))) ? Done(0) : null;
        // "De melding school".
        return before.IsOf(Wording.Reports) && before.Before != Border.Parted && words[phrase].Before == Border.Joined && before.Text != "zorgen" ? before : Done(phrase);
    }

    static bool Begins(List<Word> sentence, int at) => sentence[at].IsOf(Wording.Conjunctions)
        || (sentence[at].IsOf(Wording.Subjects) && (sentence[at].Before == Border.Parted || sentence[at - 1].Text is "en" or "and" or "maar" or "but"));

    // "Een van de leerkrachten van Sam" is one of the teachers.
    int Phrase()
    {
        var at = role;
        while (at > 0 && role - at < 4 && words[at].Before != Border.Parted && words[at - 1].IsOf(Wording.Articles))
            at--;
        return at > 1 && words[at - 1].Text is "van" or "of" or "from" or "at" or "op" && words[at - 2].IsOf(Wording.Some) ? at - 2 : at;
    }

    // Who does it stands first, or after the verb where something else does.
    Word? Done(int phrase)
    {
        if (phrase > 0 && words[0].IsOf(Wording.We))
            return null;
        return NotToCome(Verb(Wording.Reporting)) ?? Made(Wording.Reports)
            ?? (isNear || IsToldToYou() || !IsFirst(phrase) ? null : NotToCome(Verb(Wording.Telling)) ?? Made(Wording.Messages));
    }

    bool IsFirst(int phrase)
    {
        var verb = words.FindIndex(word => word.IsOf(Wording.Auxiliaries) || IsVerb(word));
        var first = words[..(verb >= 0 && verb < phrase ? verb : phrase)].Where(word => !word.IsOf(Wording.Conjunctions) || word.IsOf(Wording.Adverbs)).ToList();
        // "Het was de juf die belde."
        return first is [] or [{ Text: "het" or "it" or "dit" }] || (!first.Exists(word => word.IsOf(Wording.Subjects))
            && first.Exists(word => word.IsOf(Wording.Adverbs) || word.IsOf(Wording.Beside) || word.IsOf(Wording.By)));
    }

    // "De leidster van de opvang".
    static bool IsSomebody(List<Word> before) =>
        before.Count is 2 or 3 && before[0].IsOf(Wording.Articles) && !before.Exists(word => word.IsOf(Wording.Auxiliaries) || word.IsOf(Wording.Reports) || word.IsOf(Wording.Messages) || IsVerb(word));

    Word? Find(string[] some) => words.Find(word => word.IsOf(some)) is { Text: not null } found ? found : null;

    static bool IsVerb(Word word) => Wording.Reporting.Concat(Wording.Telling).Any(verb => word.IsOf(verb.Forms));

    // Who reads it knows what was said to them.
    bool IsToldToYou() => words.Index().Any(one => one.Item.IsOf(Wording.You) && (one.Index == 0 || !words[one.Index - 1].IsOf(Wording.Beside) && !words[one.Index - 1].IsOf(Wording.From)));

    Word? Verb(Wording.Verb[] verbs) => verbs.Select(verb => verb.In(words)).FirstOrDefault(at => at is not null) is { } at ? words[at] : null;

    Word? NotToCome(Word? verb) => verb is { } one && words.Exists(word => word.IsOf(Wording.Modals)) && !IsPast(one) ? null : verb;

    static bool IsPast(Word verb) => verb.Text.Contains("ge", StringComparison.Ordinal) || verb.Text.EndsWith("de", StringComparison.Ordinal) || verb.Text.EndsWith("te", StringComparison.Ordinal)
        || verb.Text.EndsWith("ed", StringComparison.Ordinal);

    Word? AnyReport() => Find(Wording.Reports) is { } report && !IsAbout(report) ? report : null;

    // "De melding van school", "de melding kwam van school".
    Word? Report(int upTo) =>
        words[..upTo].FindLast(word => word.IsOf(Wording.Reports) || (!isNear && word.IsOf(Wording.Messages))) is { Text: not null } report
            && (upTo - words.IndexOf(report) <= 2 || !IsAbout(report)) ? report
        : words[end..].Find(word => word.IsOf(Wording.Reports) || (!isNear && word.IsOf(Wording.Messages))) is { Text: not null } later && !IsAbout(later) ? later : null;

    Word? Come() => Find(Wording.Gets) ?? Find(Wording.Messages) ?? Find(Wording.Comes);

    // Somebody makes a report; the reader's own, or one that is spoken about, is not theirs.
    Word? Made(string[] reports)
    {
        if (words.Exists(word => word.IsOf(Wording.Gets)) || words.Exists(word => word.IsOf(Wording.Modals)))
            return null;
        var makes = words.Exists(word => word.IsOf(Wording.Makes));
        var has = words.Exists(word => word.IsOf(Wording.Haves));
        return words.Find(word => word.IsOf(reports) && !IsAbout(word) && (makes || (has && !IsKnown(word)))) is { Text: not null } report ? report : null;
    }

    bool IsKnown(Word report) => words.IndexOf(report) is var at and > 0 && words[at - 1].IsOf(Wording.Articles) && words[at - 1].Text is not ("een" or "a" or "an" or "eigen" or "own");

    bool IsAbout(Word report)
    {
        var at = words.IndexOf(report);
        if (at + 1 < words.Count && report.Text == "zorgen" && words[at + 1].Text is "voor")
            return true;
        var before = at - 1;
        while (before >= 0 && words[before].IsOf(Wording.Articles) && words[before].Text is not ("uw" or "jouw" or "your"))
            before--;
        // Somebody comes with a report of their own.
        if (before >= 0 && words[before].Text is "met" or "with" && words[at - 1].IsOf(Wording.Theirs))
            return false;
        return before >= 0 && (words[before].IsOf(Wording.Beside) || words[before].Text is "uw" or "jouw" or "your" or "geen" or "no");
    }
}
