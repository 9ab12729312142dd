using Geborgen.Casework;
using Geborgen.Contracts.Intake;

namespace Geborgen.Intake.Contacts;

// What somebody else than the family reported: those concerned are told, and who reported it is open unless decided otherwise.
public sealed partial class Contact
{
    /// <summary>The term within which those concerned are told about a report.</summary>
    public const string TellingTerm = "tellingThoseConcerned";

    /// <summary>
    /// The term until the day on which it is looked at again whether a reporter's identity is kept from the family, and the longest
    /// time that may lie before that day.
    /// </summary>
    public const string ShieldReviewTerm = "reporterShieldReview";

    /// <summary>What is decided on when a reporter's identity is kept from the family or not.</summary>
    public const string ShieldingKind = "reporterShield";

    /// <summary>The term within which a reporter's wish to be kept apart is decided on where those concerned had to be told before that.</summary>
    public const string ShieldDecisionTerm = "reporterShieldDecision";

    /// <summary>The longest time for which telling is postponed at once.</summary>
    public const string PostponementTerm = "tellingPostponement";

    readonly List<Telling> tellings = [];
    readonly List<TellingPostponement> postponements = [];
    readonly List<ReporterShielding> shieldings = [];

    /// <summary>Who was told about the report, and how.</summary>
    public IReadOnlyList<Telling> Tellings => tellings;

    /// <summary>For how long and why telling waited.</summary>
    public IReadOnlyList<TellingPostponement> Postponements => postponements;

    /// <summary>What was decided on the reporter's identity, the first decision first.</summary>
    public IReadOnlyList<ReporterShielding> Shieldings => shieldings;

    /// <summary>Whether those concerned must be told: somebody spoke of a concern or danger, whether or not it was written down who.</summary>
    public bool MustBeTold => IsReport(Kind);

    /// <summary>
    /// Whether it is a call for help that somebody of the family sent, whether or not it is known yet who that is: what it led to is kept from the
    /// others of the family like what a report led to, until they were told. What a system of the municipality passes on of somebody who phoned is none.
    /// </summary>
    public bool IsOwnCall => Kind == ContactKind.SelfReferral && Sender is not null && (Channel == ContactChannel.Web || Callers.Any());

    /// <summary>The persons whose own words it was sent with.</summary>
    public IEnumerable<Guid> Callers => Statements.Where(one => one.WrittenBy == Sender).Select(one => one.PersonId).OfType<Guid>();

    /// <summary>Those who must be told and were not yet, as the family is now.</summary>
    public IEnumerable<Guid> NotTold => MustBeTold ? mustHear.Where(one => !Knows(one)) : [];

    /// <summary>What counts about the reporter's identity, or null while nothing was decided.</summary>
    public ReporterShielding? Shielding => shieldings.MaxBy(one => one.At);

    /// <summary>Whether the reporter asked to be kept apart and that waits for a decision; until then it is done.</summary>
    public bool ShieldedProvisionally => Shielding is null && Reporter is { Shielded: true, Anonymous: false };

    /// <summary>Whether the reporter's identity is kept from the family now.</summary>
    public bool ReporterIsShielded => ShieldedProvisionally || Shielding is { InForce: true };

    /// <summary>
    /// Whether a statement would tell the family who reported it while that is kept from them: a worker found so, or it
    /// holds a word of the name or role.
    /// </summary>
    public bool GivesReporterAway(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return ReporterIsKept
            && (Shielding?.Check?.GivingAway.Contains(statement.Id) is true || NamesReporter(statement, Shielding?.Check?.RoleForFamily));
    }

    /// <inheritdoc/>
    public override IEnumerable<Secret> SecretsFrom(Guid? reader, DateOnly today) =>
        base.SecretsFrom(reader, today).Concat(WhoReported);

    /// <summary>Whether it is a call for help of which a member, or anybody of the family, does not know.</summary>
    public bool IsCallKeptFrom(Guid? reader) => IsOwnCall && !(reader is { } person && Knows(person));

    /// <inheritdoc/>
    protected override bool IsSaidInConfidence(Statement said, Guid? reader) => IsCallKeptFrom(reader);

    /// <summary>Who reported it, as far as that is kept from the family.</summary>
    public IEnumerable<Secret> WhoReported => ReporterIsKept ? Reporter!.Identity(Shielding?.Check?.RoleForFamily) : [];

    /// <summary>
    /// Records that members of the family were told about the report: one parent may have to hear of it later than the
    /// other. The term stops once everybody has been told who must be. Those concerned hear who reported or that this is kept from
    /// them, so that a reporter's wish to be kept apart is decided on first. Near the end of the term and in danger telling goes on, and
    /// a term runs for that decision.
    /// </summary>
    public Refusal? TellThoseConcerned(Guid[] persons, string how, string toldBy, IEnumerable<Guid> mustHear, TellingTerms terms, Actor by)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (!MustBeTold && !IsOwnCall)
            return ReportRefusals.NothingToTell;
        if (IsOwnCall && persons is [])
            return ReportRefusals.ToldWithoutPersons;
        if (ShieldedProvisionally && DangerKnownAt is null && !IsNearDeadline(TellingTerm, terms.Near, by.Now))
            return ReportRefusals.ShieldUndecided;
        if (tellings.Count > 0 && persons.All(IsTold))
            return ReportRefusals.AlreadyTold;
        var telling = new Telling { Id = Guid.CreateVersion7(by.Now), Persons = persons, How = how, ToldBy = toldBy, WrittenBy = by.Account, At = by.Now };
        tellings.Add(telling);
        telling.Everybody = mustHear.All(Knows);
        Raise(new ReportTold(persons), by.Now);
        if (ShieldedProvisionally && RunningClock(ShieldDecisionTerm) is null)
            StartClock(terms.ShieldDecision, by.Now, by.Now);
        if (telling.Everybody)
            StopClock(TellingTerm, by.Now);
        return null;
    }

    /// <summary>Who had to be told died: the term stops when everybody else has been told.</summary>
    public void TellNobodyElse(IEnumerable<Guid> mustHear, Actor by)
    {
        if (mustHear.All(Knows))
            StopClock(TellingTerm, by.Now);
    }

    /// <summary>
    /// Somebody joined the family, or came of age to hear it, after everybody had been told: who joins is told as well, within the same term from
    /// that day on.
    /// </summary>
    public void TellWhoJoined(IReadOnlyCollection<Guid> mustHear, TimeLimit limit, DateTimeOffset now)
    {
        if (!MustBeTold || RunningClock(TellingTerm) is not null || mustHear.All(Knows))
            return;
        // Who had to be told all the time, and did not stand here as that for a while, has waited since it was received.
        var since = tellings.Exists(one => one.Everybody) ? now : ReceivedAt;
        tellings.ForEach(one => one.Everybody = false);
        StartClock(limit, since, now);
    }

    /// <summary>Whether a member of the family was told about the report.</summary>
    public bool IsTold(Guid personId) => tellings.Exists(one => one.Persons.Contains(personId));

    /// <summary>Whether a member knows of it: the member was told, or it came from the family itself and the member spoke in it.</summary>
    public bool Knows(Guid personId) => IsTold(personId) || (Reporter is null && Statements.Any(one =>
        one.PersonId == personId && one.Status != StatementStatus.TakenOut && (!IsOwnCall || one.WrittenBy == Sender)));

    /// <summary>
    /// Lets telling whoever was not told yet wait because it would endanger somebody, until a day. The term ends on that day; it may be
    /// postponed again, each time for a limited time and with a reason of its own.
    /// </summary>
    public Refusal? PostponeTelling(string? safetyReason, DateOnly? until, TimeLimit longest, Actor by)
    {
        ArgumentNullException.ThrowIfNull(longest);
        if (!MustBeTold)
            return ReportRefusals.NothingToTell;
        if (tellings.Exists(one => one.Everybody))
            return ReportRefusals.AlreadyTold;
        if (string.IsNullOrWhiteSpace(safetyReason))
            return ReportRefusals.PostponementWithoutReason;
        if (until is not { } last || last <= by.Today)
            return ReportRefusals.PostponementWithoutEnd;
        if (WorkingDays.StartOf(last.AddDays(1)) > longest.DueAt(by.Now))
            return ReportRefusals.PostponementTooLong;
        if (postponements.Exists(one => one.SafetyReason == safetyReason))
            return ReportRefusals.PostponementReasonRepeated;
        postponements.Add(new TellingPostponement
        {
            Id = Guid.CreateVersion7(by.Now),
            SafetyReason = safetyReason,
            Until = last,
            By = by.Account,
            At = by.Now,
        });
        Raise(new TellingPostponed(last), by.Now);
        StopClock(TellingTerm, by.Now);
        StartClock(Clock.Until(TellingTerm, last, by.Now, longest.LegalBasis), by.Now);
        return null;
    }

    /// <summary>The file of the family is closed: days that were agreed on for looking at something again come to an end.</summary>
    public void StopWithFile(Actor by)
    {
        foreach (var clock in Clocks.Where(one => one.StoppedAt is null).ToList())
            StopClock(clock.Id, by.Now);
    }

    /// <summary>Those concerned hear of a report in time unless safety forbids; that is decided by postponing, for a limited time.</summary>
    protected override Refusal? WhyNeverPaused(Clock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return clock.Term == TellingTerm ? ReportRefusals.TellingNotPaused : null;
    }

    /// <summary>What is decided then, in camelCase.</summary>
    public static string ShieldingOutcome(bool shielded) => shielded ? "shielded" : "open";

    /// <summary>
    /// Decides whether the reporter's identity is kept from the family. Until then it is kept where the reporter asked
    /// for that. A decision that keeps it can be renewed at its review, of which a term warns; to end it takes the reporter's
    /// consent, or a court, after which it is not kept again.
    /// </summary>
    public Refusal? DecideShielding(
        bool shielded, Decision decision, DateOnly? reviewOn, ReporterCheck? check, TimeLimit longest, Actor by)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(longest);
        if (Reporter is null)
            return ReportRefusals.NoReporter;
        if (Reporter.Anonymous)
            return ReportRefusals.ReporterAnonymous;
        if (shielded && !(reviewOn > by.Today))
            return ReportRefusals.ShieldWithoutReview;
        if (shielded && WorkingDays.StartOf(reviewOn!.Value.AddDays(1)) > longest.DueAt(by.Now))
            return ReportRefusals.ShieldReviewTooLate;
        if (!shielded && Shielding is { InForce: true })
            return ReportRefusals.ShieldNeedsCourtOrConsent;
        if (shielded && shieldings.Exists(one => one.CourtOrder is not null))
            return ReportRefusals.ShieldLiftedByCourt;
        if (!shielded && !ReporterIsShielded)
            return ReportRefusals.NotShielded;
        if (shielded && (WhyRecognisable(check) ?? DoorOnceShielded(check!, by).WhyNot(decision.Explanation, "explanation")) is { } refusal)
            return refusal;

        var decided = new ReporterShielding
        {
            DecisionId = Guid.CreateVersion7(by.Now),
            Shielded = shielded,
            Decision = decision,
            ReviewOn = shielded ? reviewOn : null,
            Check = shielded ? check : null,
            By = by.Account,
            At = by.Now,
        };
        shieldings.Add(decided);
        Raise(shielded ? new ReporterShielded(reviewOn!.Value) : new ReporterShieldLifted(), by.Now);
        Publish(decided.DecisionId, ShieldingKind, ShieldingOutcome(shielded), decision, by.Now);
        StopClock(ShieldDecisionTerm, by.Now);
        StopClock(ShieldReviewTerm, by.Now);
        if (shielded)
            StartClock(Clock.Until(ShieldReviewTerm, reviewOn!.Value, by.Now, longest.LegalBasis), by.Now);
        return null;
    }

    /// <summary>Ends the shielding of a reporter, on the order of a court or with the reporter's own consent; one of the two.</summary>
    public Refusal? LiftShield(string? courtOrder, string? consent, Actor by)
    {
        if (Shielding is not { InForce: true } shielding)
            return ReportRefusals.NotShielded;
        if (string.IsNullOrWhiteSpace(courtOrder) == string.IsNullOrWhiteSpace(consent))
            return ReportRefusals.ShieldNeedsCourtOrConsent;
        shielding.Lift(courtOrder, consent, by.Now);
        Raise(new ReporterShieldLifted(), by.Now);
        StopClock(ShieldReviewTerm, by.Now);
        return null;
    }

    static bool IsReport(ContactKind kind) => kind is ContactKind.Concern or ContactKind.Emergency;

    // Nobody can ask an unknown reporter whether the family may know what they are to it.
    bool ReporterIsKept => ReporterIsShielded || Reporter is { Anonymous: true };

    // Until it is decided a wish keeps the role as well; the decision itself says which role the family may know.
    FamilyDoor DoorOnceShielded(ReporterCheck check, Actor by) =>
        new(Reporter!.Identity(check.RoleForFamily).Concat(base.SecretsFrom(null, by.Today)).Concat(KeptElsewhere(null, by.Today)));

    Refusal? WhyRecognisable(ReporterCheck? check)
    {
        if (string.IsNullOrWhiteSpace(check?.RoleForFamily))
            return ReportRefusals.ShieldWithoutCheck;
        if (check.GivingAway.Except(Statements.Select(one => one.Id)).Any())
            return StatementRefusals.NoSuchStatement;
        return Names(check.RoleForFamily, Reporter!.Role, inOwnWords: true)
            || Statements.Any(one => NamesReporter(one, check.RoleForFamily) && !check.GivingAway.Contains(one.Id))
            ? ReportRefusals.ShieldGivenAway
            : null;
    }

    bool NamesReporter(Statement statement, string? roleForFamily) =>
        statement.Earlier.Select(one => one.Text).Append(statement.Text).Append(statement.AuthorName ?? "")
            .Any(text => Names(text, roleForFamily, inOwnWords: statement.Author == StatementAuthor.Reporter));

    bool Names(string text, string? roleForFamily, bool inOwnWords) => new FamilyDoor(Reporter!.Identity(roleForFamily, inOwnWords)).Let(text) is null;

    /// <summary>Nobody can ask an unknown reporter again, so that somebody else's words must stand beside theirs.</summary>
    bool OnlyAnUnknownReporterSaidSo => Reporter is { Anonymous: true } && Statements.All(one =>
        one.Author == StatementAuthor.Reporter || one.Status != StatementStatus.Standing);
}
