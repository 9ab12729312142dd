namespace Geborgen.Casework;

/// <summary>
/// The one door by which words reach a member of the family, and the one policy on what does not pass. When something is written it
/// says so to who writes; what became secret later is held back when it is read.
/// </summary>
/// <param name="secrets">What is kept from the reader; asked for when the first text comes.</param>
public sealed class FamilyDoor(IEnumerable<Secret> secrets)
{
    readonly Lazy<List<Secret>> secrets = new(() => [.. secrets]);

    /// <summary>Why a text is not written for the reader, with the place and the words that tell who reported; null where it is.</summary>
    public Refusal? WhyNot(string? text, string place) => ToldBy(text) switch
    {
        null => null,
        { IsReporter: true } told => At(told.Words is { } words ? $"{place}: “{words}”" : place, StatementRefusals.GivesReporterAway),
        // Who tries out addresses is not told which of them it is.
        _ => At(place, StatementRefusals.GivesSecretAway),
    };

    /// <summary>What a text would give away to the reader; null where that is nothing.</summary>
    public GivenAway? ToldBy(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || secrets.Value.Count == 0)
            return null;
        var folded = Folded.Of(text);
        return secrets.Value.Select(one => one.ToldBy(folded)).FirstOrDefault(told => told is not null);
    }

    /// <summary>A text for the reader; null where there is none, and where it tells what is kept from the reader.</summary>
    public ForFamily? Let(string? text) => text is null || ToldBy(text) is not null ? null : new(text);

    /// <summary>A text that always stands there; empty where it tells what is kept from the reader.</summary>
    public ForFamily LetOrEmpty(string text) => Let(text) ?? new("");

    /// <summary>
    /// What the reader said. Nobody's own words are kept from them; what somebody else wrote down under the reader's name passes as any text.
    /// </summary>
    /// <param name="said">The words.</param>
    /// <param name="writtenBy">The account that wrote them.</param>
    /// <param name="reader">The reader's account.</param>
    public ForFamily Own(string said, string? writtenBy, string reader) => writtenBy == reader ? new(said) : LetOrEmpty(said);

    static Refusal At(string place, Refusal refusal) => refusal with { Detail = $"In {place}: {refusal.Detail}" };
}

/// <summary>What a text would give away to a member of the family.</summary>
/// <param name="IsReporter">Whether it is who reported; else it is something else that is kept.</param>
/// <param name="Words">The words of the text that tell it; null where they are not known.</param>
public sealed record GivenAway(bool IsReporter, string? Words = null);

/// <summary>Something that is kept from a member of the family.</summary>
/// <param name="ToldBy">What a text gives away of it; null where it does not tell it.</param>
public sealed record Secret(Func<Folded, GivenAway?> ToldBy)
{
    /// <summary>The name of a reporter.</summary>
    public static Secret Reporter(string? name) => OfReporter(text => text.Naming(name));

    /// <summary>What a reporter is to the family, where each word of it would tell who it is.</summary>
    public static Secret ReporterRole(string? role) => OfReporter(text => text.NamingRole(role));

    /// <summary>That a reporter was somebody of a role. What people of that role do every day tells of nobody.</summary>
    public static Secret ReportBy(string? role) => OfReporter(text => text.TellingReportBy(role));

    /// <summary>Where somebody lives: the street or the postal code alone tells it, the town where a sentence says that somebody is there.</summary>
    public static Secret Address(string? street, string? postalCode, string? town) =>
        Other(text => text.TellingStreet(street) ?? text.TellingPostalCode(postalCode) ?? text.TellingTown(town));

    /// <summary>
    /// How a place was described, and whom or what that names. A single word such as "home" tells nobody where it is, nor does the name of
    /// somebody whom the family knows to be a part of it.
    /// </summary>
    public static Secret Place(string? description, IReadOnlyCollection<string> members)
    {
        var told = Folded.Of(description ?? "");
        var names = told.NamesWithin.Except(members, StringComparer.OrdinalIgnoreCase).ToList();
        return Other(text => text.Repeats(told.Text) || (told.HasSeveralWords && text.Holds(told.Text)) ? told.Text
            : names.Select(name => text.Naming(name) ?? text.TellingTown(name)).FirstOrDefault(found => found is not null));
    }

    /// <summary>What somebody said, sentence by sentence, without the sentences of it that the reader knows.</summary>
    public static Secret Words(string said, string? known = null)
    {
        var knows = known is null ? null : Folded.Of(known);
        return Other(text => text.Repeats(said, knows) ? said : null);
    }

    static Secret OfReporter(Func<Folded, string?> telling) => new(text => telling(text) is { } words ? new GivenAway(IsReporter: true, words) : null);

    static Secret Other(Func<Folded, string?> telling) => new(text => telling(text) is { } words ? new GivenAway(IsReporter: false, words) : null);
}

/// <summary>What is kept from a member of the family on a day, or from whoever of the family it is.</summary>
/// <param name="reader">The member; null for anybody of the family.</param>
/// <param name="today">The day.</param>
public delegate IEnumerable<Secret> KeptSecrets(Guid? reader, DateOnly today);
