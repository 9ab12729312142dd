namespace Geborgen.Casework;

/// <summary>
/// The one door by which words reach a member of the family, and the one policy on what does not pass. When something is written it
/// says so to who writes; what became secret later is held back when it is read.
/// </summary>
/// <param name="secrets">What is kept from the reader; asked for when the first text comes.</param>
public sealed class FamilyDoor(IEnumerable<Secret> secrets)
{
    readonly Lazy<List<Secret>> secrets = new(() => [.. secrets]);

    /// <summary>Why a text is not written for the reader, with the place where it stands; null where it is.</summary>
    public Refusal? WhyNot(string? text, string place) =>
        GivenAwayBy(text) switch
        {
            GivenAway.Nothing => null,
            GivenAway.Reporter => At(place, StatementRefusals.GivesReporterAway),
            _ => At(place, StatementRefusals.GivesSecretAway),
        };

    /// <summary>What a text would give away to the reader.</summary>
    public GivenAway GivenAwayBy(string? text) =>
        ToldBy(text) is not { } secret ? GivenAway.Nothing : secret.IsReporter ? GivenAway.Reporter : GivenAway.Secret;

    /// <summary>A text for the reader; null where there is none, and where it tells what is kept from the reader.</summary>
    public ForFamily? Let(string? text) => text is null || ToldBy(text) is not null ? null : new(text);

    /// <summary>A text that always stands there; empty where it tells what is kept from the reader.</summary>
    public ForFamily LetOrEmpty(string text) => Let(text) ?? new("");

    /// <summary>What the reader said: nobody's own words are kept from them.</summary>
    public static ForFamily Own(string said) => new(said);

    Secret? ToldBy(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || secrets.Value.Count == 0)
            return null;
        var folded = Folded.Of(text);
        return secrets.Value.Find(one => one.IsToldBy(folded));
    }

    static Refusal At(string place, Refusal refusal) => refusal with { Detail = $"In {place}: {refusal.Detail}" };
}

/// <summary>What a text would give away to a member of the family.</summary>
public enum GivenAway
{
    /// <summary>Nothing that is kept.</summary>
    Nothing,

    /// <summary>Who reported.</summary>
    Reporter,

    /// <summary>Something else that is kept.</summary>
    Secret,
}

/// <summary>Something that is kept from a member of the family.</summary>
/// <param name="IsReporter">Whether it is who reported.</param>
/// <param name="IsToldBy">Whether a text tells it.</param>
public sealed record Secret(bool IsReporter, Func<Folded, bool> IsToldBy)
{
    /// <summary>The name of a reporter.</summary>
    public static Secret Reporter(string? name) => new(IsReporter: true, text => text.Names(name));

    /// <summary>What a reporter is to the family, where each word of it would tell who it is.</summary>
    public static Secret ReporterRole(string? role) => new(IsReporter: true, text => text.NamesRole(role));

    /// <summary>That a reporter was somebody of a role. What people of that role do every day tells of nobody.</summary>
    public static Secret ReportBy(string? role) => new(IsReporter: true, text => text.SaysWhoReported(role));

    /// <summary>Where somebody lives: the street or the postal code alone tells it, the town where a sentence says that somebody is there.</summary>
    public static Secret Address(string? street, string? postalCode, string? town) => new(IsReporter: false, text =>
        (!string.IsNullOrWhiteSpace(street) && text.HoldsStreet(street))
        || (!string.IsNullOrWhiteSpace(postalCode) && text.HoldsPostalCode(postalCode))
        || text.SaysWhoStaysIn(town));

    /// <summary>
    /// How a place was described, and whom or what that names. A single word such as "home" tells nobody where it is, nor does the name of
    /// somebody whom the family knows to be a part of it.
    /// </summary>
    public static Secret Place(string? description, IReadOnlyCollection<string> members) => new(IsReporter: false, text =>
        description is not null && (text.Repeats(description)
            || Folded.Of(description) is var told && ((told.HasSeveralWords && text.Holds(description)) || told.NamesWithin.Except(members, StringComparer.OrdinalIgnoreCase).Any(text.Names))));

    /// <summary>What somebody said, sentence by sentence, without the sentences of it that the reader knows.</summary>
    public static Secret Words(string said, string? known = null)
    {
        var knows = known is null ? null : Folded.Of(known);
        return new(IsReporter: false, text => text.Repeats(said, knows));
    }
}

/// <summary>What is kept from a member of the family on a day, or from whoever of the family it is.</summary>
/// <param name="reader">The member; null for anybody of the family.</param>
/// <param name="today">The day.</param>
public delegate IEnumerable<Secret> KeptSecrets(Guid? reader, DateOnly today);
