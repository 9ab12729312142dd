using Geborgen.CaseFiles;
using Geborgen.Casework;

namespace Geborgen.Intake.Contacts;

/// <summary>
/// A contact as a member of the family reads it: how far it is, the own words, and what was decided. No words of others, no
/// names of workers.
/// </summary>
/// <param name="Id">The contact.</param>
/// <param name="Kind">What kind of contact it is.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="Status">How far it is.</param>
/// <param name="SentByYou">Whether the reader sent it.</param>
/// <param name="OwnStatements">What the reader said, the oldest first; empty until a worker tied the account to a member of the family, unless the reader sent them.</param>
/// <param name="SharedStatements">What others said and was shared with the reader.</param>
/// <param name="Decision">
/// What was decided to follow; null while nothing was, and for who is not a parent or a child of twelve or older and did not call for help.
/// </param>
/// <param name="Terms">The terms that run and are the reader's to know, the first to run out first.</param>
public sealed record OwnContact(
    Guid Id, ContactKind Kind, DateTimeOffset ReceivedAt, ContactStatus Status, bool SentByYou,
    IReadOnlyList<OwnStatement> OwnStatements, IReadOnlyList<SharedStatement> SharedStatements, OwnContact.Decided? Decision, IReadOnlyList<OwnTerm> Terms)
{
    /// <summary>What was decided, for the family.</summary>
    /// <param name="Id">The decision, to which a remedy refers.</param>
    /// <param name="Outcome">What follows.</param>
    /// <param name="Explanation">Why, in plain language (level B1); null where it would tell what is kept from the reader; a worker then tells it.</param>
    /// <param name="LegalBasis">The law or rule that it rests on.</param>
    /// <param name="Remedy">What the reader can do who disagrees.</param>
    /// <param name="RemedyUntil">
    /// The last day on which that is done, counted from when the reader was told, or from when it was decided where nobody had to be
    /// told; null where the law sets none, and while the reader was not told.
    /// </param>
    /// <param name="At">When it was decided.</param>
    public sealed record Decided(
        Guid Id, TriageOutcome Outcome, ForFamily? Explanation, string LegalBasis, Remedy Remedy, DateOnly? RemedyUntil, DateTimeOffset At);

    internal static OwnContact Of(Contact contact, OwnReader reader, TimeLimits limits, DateOnly today)
    {
        var door = contact.DoorTo(reader.PersonId, today);
        return new(
            contact.Id, contact.Kind, contact.ReceivedAt, contact.Status, contact.Sender == reader.Account,
            [.. contact.OwnOf(reader.PersonId, reader.Account).OrderBy(said => said.StatedAt).ThenBy(said => said.Place).ThenBy(said => said.Id).Select(said => OwnStatement.Of(said, door, reader.Account))],
            reader is { IsMember: true, PersonId: { } addressed } ? SharedStatement.In(contact, addressed, reader.Account, today) : [],
            reader.HearsDecisions && contact.Triage is { } triage ? DecidedOf(contact, triage, reader.PersonId, limits, door) : null,
            [.. contact.Clocks.Where(clock => (reader.PersonId is not null || contact.Sender == reader.Account) && clock.StoppedAt is null && clock.Term == Contact.TriageTerm).Select(clock => OwnTerm.Of(clock, door))]);
    }

    static Decided DecidedOf(Contact contact, TriageDecision triage, Guid? reader, TimeLimits limits, FamilyDoor door)
    {
        // Nobody can object to what was kept from them.
        DateTimeOffset? known = !contact.MustBeTold ? triage.At : reader is { } person && contact.ToldAt(person) is { } told ? (told > triage.At ? told : triage.At) : null;
        return new(
            triage.DecisionId, triage.Outcome, door.Let(triage.Decision.Explanation),
            triage.Decision.LegalBasis, triage.Decision.Remedy,
            Geborgen.Casework.Decision.LastDay(triage.Decision.RemedyTerm, known, limits),
            triage.At);
    }
}

/// <summary>A term that runs, as a member of the family reads it.</summary>
/// <param name="Name">The key of the term.</param>
/// <param name="StartedAt">The moment from which it counts.</param>
/// <param name="DueAt">When it runs out.</param>
/// <param name="PausedAt">Since when it waits; null while it runs.</param>
/// <param name="PausedUntil">The last day on which it waits; null while it runs.</param>
/// <param name="PauseExplanation">Why it waits or waited; null when it never did, and where that would tell what is kept from the reader.</param>
public sealed record OwnTerm(
    string Name, DateTimeOffset StartedAt, DateTimeOffset DueAt, DateTimeOffset? PausedAt, DateOnly? PausedUntil, ForFamily? PauseExplanation)
{
    internal static OwnTerm Of(Clock clock, FamilyDoor door) => new(clock.Term, clock.StartedAt, clock.DueAt, clock.PausedAt, clock.PausedUntil, door.Let(clock.PauseExplanation));

    internal static OwnTerm Of(TimeLimit limit, DateTimeOffset since) => new(limit.Term, since, limit.DueAt(since), null, null, null);
}
