using Geborgen.Casework;
using Geborgen.Contracts;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;

namespace Geborgen.Intake.Contacts;

/// <summary>
/// A first contact about a family: what was told, by whom, when. It is a set of authored statements side by side;
/// there is no score, colour or level.
/// </summary>
public sealed partial class Contact : CaseFile
{
    /// <summary>The term within which it is decided what follows.</summary>
    public const string TriageTerm = "triage";

    // A sender's clock may run a little ahead of ours.
    static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(2);

    Guid? goesOnIn;
    bool fileIsClosed;
    IReadOnlyCollection<Guid> mustHear = [];

    Contact()
    {
    }

    /// <summary>The family in whose file it goes on: the own one, or the one into whose file that went.</summary>
    public Guid GoesOnIn => goesOnIn ?? FamilyId;

    /// <summary>Whether that file was closed.</summary>
    public bool IsInClosedFile => fileIsClosed;

    /// <summary>What kind of contact it is.</summary>
    public ContactKind Kind { get; private init; }

    /// <summary>The way in which it came.</summary>
    public ContactChannel Channel { get; private init; }

    /// <summary>When it was received; statutory terms count from here.</summary>
    public DateTimeOffset ReceivedAt { get; private init; }

    /// <summary>When it was written down.</summary>
    public DateTimeOffset RegisteredAt { get; private init; }

    /// <summary>How far it is.</summary>
    public ContactStatus Status { get; private set; }

    /// <summary>The system or the account of the member of the family that sent it, which may follow its state; null when a worker wrote it down.</summary>
    public string? Sender { get; private init; }

    /// <summary>Who reported it, if that is somebody else than the family itself.</summary>
    public Reporter? Reporter { get; private init; }

    /// <summary>Where the family was seen or lives, as told; not the same as who is responsible.</summary>
    public Whereabouts? Whereabouts { get; private set; }

    /// <summary>Under what that place is found again.</summary>
    public string[] PlaceKeys { get; private set; } = [];

    /// <summary>What was decided to follow, or null while it waits for triage.</summary>
    public TriageDecision? Triage { get; private set; }

    /// <summary>What an investigation was asked to find out, or null when none was asked for.</summary>
    public InvestigationRequest? InvestigationRequest { get; private set; }

    /// <summary>What its triage decides on: who asks for help for the own family gets an answer to that.</summary>
    public string TriageKind => Kind == ContactKind.SelfReferral ? "helpRequest" : TriageTerm;

    /// <summary>Whether its triage decided that something follows; null while it waits for triage.</summary>
    public bool? IsFollowedUp => Triage is { } triage ? triage.Outcome is not (TriageOutcome.NoFollowUp or TriageOutcome.Advice) : null;

    /// <summary>Since when it asks for a key worker: until it is decided that nothing follows. Null where it asks for none.</summary>
    public DateTimeOffset? NeedsKeyWorkerSince => Kind == ContactKind.Advice || IsFollowedUp is false ? null : ReceivedAt;

    /// <summary>
    /// Since when it is known that somebody is in danger now: since somebody judged so last, since the contact came, or
    /// since its triage found so; null when nothing says so.
    /// </summary>
    public DateTimeOffset? DangerKnownAt =>
        AcuteDangers.Where(one => one.OverAt is null).Max(one => (DateTimeOffset?)one.At)
        ?? (Kind == ContactKind.Emergency ? ReceivedAt : Triage is { Outcome: TriageOutcome.Emergency } triage ? triage.At : null);

    /// <summary>What is decided and done goes on for the family whose file is used; its words and terms stay with its own.</summary>
    protected override Guid FamilyOf(DomainEvent said) => said is ContactEvent or DecisionPublished ? GoesOnIn : OfFamily;

    /// <summary>Why a contact can't have been received at a moment, from which its terms would count; null when it can.</summary>
    public static Refusal? CheckReceived(DateTimeOffset receivedAt, TimeLimits limits, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(limits);
        if (receivedAt > now + ClockTolerance)
            return ContactRefusals.ReceivedInFuture;
        return limits.Find(TriageTerm, receivedAt) is null ? ContactRefusals.ReceivedTooLongAgo : null;
    }

    /// <summary>Registers a contact. What an organisation's system sends without a reporter, the organisation reports.</summary>
    /// <returns>The contact, or why it is refused.</returns>
    public static (Contact? Contact, Refusal? Refusal) Register(
        ContactDetails details, FamilyRecords named, Guid familyId, Municipality municipality, string? sender, TimeLimits limits, Actor by, string? sendingOrganisation = null)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(by);
        var now = by.Now;
        if (CheckReceived(details.ReceivedAt, limits, now) is { } impossible)
            return (null, impossible);
        if (details.Kind == ContactKind.Advice && (named != FamilyRecords.Nobody || details.Whereabouts is not null
            || details.Reporter?.Name is not null || details.Statements.Any(statement => Bsn.IsIn(statement.Text))))
            return (null, ContactRefusals.AdviceWithPersonData);
        if (details.Reporter is { Anonymous: true, Name: not null })
            return (null, ReportRefusals.AnonymousWithName);
        if (details.Statements.Count == 0)
            return (null, ContactRefusals.NothingSaid);

        var contact = new Contact
        {
            Id = Guid.CreateVersion7(now),
            FamilyId = familyId,
            Municipality = municipality,
            Kind = details.Kind,
            Channel = details.Channel,
            ReceivedAt = details.ReceivedAt.ToUniversalTime(),
            RegisteredAt = now,
            Status = ContactStatus.Received,
            Sender = sender,
            Reporter = details.Reporter ?? (sendingOrganisation is not null && IsReport(details.Kind) ? Reporter.Organisation(sendingOrganisation) : null),
            Whereabouts = details.Whereabouts,
            PlaceKeys = details.Whereabouts?.Keys ?? [],
        };
        if (contact.BeginWith(details.Statements, named, by) is { } refusal)
            return (null, refusal);
        contact.Raise(new ContactRegistered(CamelCase.Of(details.Kind), contact.ReceivedAt), now);
        // Advice is given at once and decides on nobody.
        if (details.Kind != ContactKind.Advice)
            contact.StartClock(limits.For(TriageTerm, contact.ReceivedAt), contact.ReceivedAt, now);
        if (contact.MustBeTold)
            contact.StartClock(limits.For(TellingTerm, contact.ReceivedAt), contact.ReceivedAt, now);
        return (contact, null);
    }

    /// <summary>
    /// Decides what follows on the contact, with a reason and an explanation that the family understands. An
    /// investigation is asked for with the questions that it must answer, and never on an unknown reporter's words alone.
    /// </summary>
    public Refusal? DecideTriage(TriageOutcome outcome, Decision decision, InvestigationScope asked, Actor by)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(asked);
        if (Kind == ContactKind.Advice)
            return ContactRefusals.AdviceNotTriaged;
        if (Triage is not null)
            return ContactRefusals.AlreadyTriaged;
        var investigate = outcome == TriageOutcome.Investigation;
        if (investigate && asked.Questions.Count == 0)
            return ContactRefusals.InvestigationWithoutQuestions;
        if (!investigate && asked.Questions.Count > 0)
            return ContactRefusals.QuestionsWithoutInvestigation;
        if (investigate && OnlyAnUnknownReporterSaidSo)
            return ReportRefusals.AnonymousAlone;
        if (InAcuteDanger && outcome is TriageOutcome.NoFollowUp or TriageOutcome.Advice)
            return AcuteDangerRefusals.InAcuteDanger;
        if (WhyNotForFamily(null, by, ("explanation", decision.Explanation)) is { } told)
            return told;

        Triage = new TriageDecision { DecisionId = Guid.CreateVersion7(by.Now), Outcome = outcome, Decision = decision, By = by.Account, At = by.Now };
        Status = ContactStatus.Triaged;
        Raise(new ContactTriaged(CamelCase.Of(outcome)), by.Now);
        Publish(Triage.DecisionId, "triage", CamelCase.Of(outcome), decision, by.Now);
        if (investigate)
        {
            InvestigationRequest = new InvestigationRequest { RequestId = Guid.CreateVersion7(by.Now), FamilyId = GoesOnIn, Questions = asked.Questions, At = by.Now };
            Raise(new InvestigationRequested(InvestigationRequest.RequestId, asked.Children, asked.Parents, asked.FromSixteen, asked.Adults ?? []), by.Now);
        }
        StopClock(TriageTerm, by.Now);
        return null;
    }

    /// <summary>
    /// Its file went into that of another family: what is decided and done from now on, while that holds, is for that
    /// family. Its words and terms stay with it.
    /// </summary>
    /// <param name="familyId">That family.</param>
    /// <param name="closed">Whether its file is closed.</param>
    /// <param name="mustHear">Who must be told of the contact, in whichever file they are.</param>
    public void GoOnIn(Guid familyId, bool closed, IReadOnlyCollection<Guid> mustHear) => (goesOnIn, fileIsClosed, this.mustHear) = (familyId, closed, mustHear);

    /// <inheritdoc/>
    protected override Refusal? WhyNeverShared(Statement statement) =>
        GivesReporterAway(statement) ? StatementRefusals.GivesReporterAway : null;

    // The words of a call for help are its sender's, who can take them back.
    /// <inheritdoc/>
    protected override Refusal? WhyNotTakenOut(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return IsOwnCall && statement.WrittenBy == Sender ? ContactRefusals.CallStays : null;
    }

    // What was sent under the own login, where nobody said whose words they are, is the sender's own.
    /// <inheritdoc/>
    protected override bool IsOwn(Statement statement, Actor reader)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(reader);
        return base.IsOwn(statement, reader)
            || (statement.PersonId is null && reader.PersonId is not null && statement.WrittenBy == reader.Account && Sender == reader.Account);
    }

    void Publish(Guid decisionId, string kind, string outcome, Decision decision, DateTimeOffset now) =>
        Raise(new DecisionPublished(decisionId, kind, outcome, CamelCase.Of(decision.Remedy)), now);
}
