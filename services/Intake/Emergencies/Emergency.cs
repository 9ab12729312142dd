using Geborgen.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Contacts;
using Geborgen.Intake.Families;

namespace Geborgen.Intake.Emergencies;

/// <summary>
/// Somebody is in danger now. It is acted on at once and waits for nobody: safety agreements, or immediate actions
/// without agreement, come first and forms after. The regional team says that it has received it; when it does not, the
/// local team on duty acts and calls.
/// </summary>
public sealed partial class Emergency : ClockedAggregate
{
    /// <summary>The term within which the regional team confirms that it has received the emergency.</summary>
    public const string ReceiptTerm = "emergencyReceipt";

    /// <summary>The term within which everybody is safe for now.</summary>
    public const string FollowUpTerm = "emergencyFollowUp";

    /// <summary>The term that runs until a safety agreement ends; before then it is looked at how it went.</summary>
    public const string AgreementTerm = "safetyAgreement";

    readonly List<EmergencyTaking> takings = [];
    readonly List<SafetyAgreement> agreements = [];
    readonly List<ImmediateAction> actions = [];

    Emergency()
    {
    }

    /// <summary>The family.</summary>
    public Guid FamilyId { get; private init; }

    /// <summary>The contact by which it became known.</summary>
    public Guid ContactId { get; private init; }

    /// <summary>Whether others judged so and that contact told nothing of it: it stands there because a contact holds the words and the address.</summary>
    public bool JudgedByOthers { get; private init; }

    /// <summary>When it was raised.</summary>
    public DateTimeOffset RaisedAt { get; private init; }

    /// <summary>The account of the worker of the team on duty who wrote it down, or null when a system or another team did. The team on duty owns the family.</summary>
    public string? DutyWorker { get; private init; }

    /// <summary>Since when it is also brought to the regional team directly, because the usual way gave no sign; null before.</summary>
    public DateTimeOffset? BroughtSince { get; private set; }

    /// <summary>When the regional team was known to have received it, or null.</summary>
    public DateTimeOffset? ReceivedAt { get; private set; }

    /// <summary>When the term for that ran out, or null. It stays when the confirmation came later.</summary>
    public DateTimeOffset? NotReceivedAt { get; private set; }

    /// <summary>When it was last found that the family is in another place than was told, or null.</summary>
    public DateTimeOffset? PlaceCorrectedAt { get; private set; }

    /// <summary>When the regional team was known to have heard of that last correction, or null.</summary>
    public DateTimeOffset? CorrectionReceivedAt { get; private set; }

    /// <summary>When the danger was averted for now, or null.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When it was taken out of sight, with the contact that was registered in error, or null.</summary>
    public DateTimeOffset? TakenOutAt { get; private set; }

    /// <summary>Who took it from the list, the first first: who acts on it, so that no two drive out.</summary>
    public IReadOnlyList<EmergencyTaking> Takings => takings;

    /// <summary>Who acts on it now, or null while nobody took it.</summary>
    public EmergencyTaking? Taken => takings.MaxBy(one => one.At);

    /// <summary>What those concerned agreed on.</summary>
    public IReadOnlyList<SafetyAgreement> Agreements => agreements;

    /// <summary>What was done at once without agreement.</summary>
    public IReadOnlyList<ImmediateAction> Actions => actions;

    /// <summary>How far it is.</summary>
    public EmergencyStatus Status =>
        EndedAt is not null ? EmergencyStatus.Ended
        : ReceivedAt is not null ? EmergencyStatus.Received
        : NotReceivedAt is not null ? EmergencyStatus.NotReceived
        : EmergencyStatus.Raised;

    /// <inheritdoc/>
    public override Guid OfFamily => FamilyId;

    /// <summary>Raises the emergency that a contact tells of. Nothing more is needed than the contact has.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="dutyWorker">The worker of the team on duty who wrote it down; null when that was another.</param>
    /// <param name="receipt">The term for its receipt.</param>
    /// <param name="followUp">The term for what follows.</param>
    /// <param name="knownAt">Since when the danger is known.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="familyId">The family, where whoever is in danger belongs to another one now than the contact.</param>
    /// <param name="judgedByOthers">Whether the contact told nothing of it.</param>
    public static Emergency Begin(
        Contact contact, string? dutyWorker, TimeLimit receipt, TimeLimit followUp, DateTimeOffset knownAt, DateTimeOffset now, Guid? familyId = null,
        bool judgedByOthers = false)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var emergency = new Emergency
        {
            Id = Guid.CreateVersion7(now),
            FamilyId = familyId ?? contact.GoesOnIn,
            Municipality = contact.Municipality,
            ContactId = contact.Id,
            JudgedByOthers = judgedByOthers,
            RaisedAt = now,
            DutyWorker = dutyWorker,
        };
        emergency.Raise(new EmergencyRaised(contact.Id), now);
        emergency.StartClock(receipt, now, now);
        emergency.StartClock(followUp, knownAt, now);
        return emergency;
    }

    /// <summary>The regional team has received it, in time or late. Says so once.</summary>
    public void Receive(DateTimeOffset now)
    {
        if (ReceivedAt is not null)
            return;
        ReceivedAt = now;
        Raise(new EmergencyReceived(), now);
        StopClock(ReceiptTerm, now);
    }

    /// <summary>
    /// The family is in another place than was told: who acts on it reads where, and it is brought to the regional team once more until it is known
    /// to have heard that.
    /// </summary>
    public void NoteOtherPlace(DateTimeOffset now)
    {
        if (EndedAt is not null)
            return;
        (PlaceCorrectedAt, CorrectionReceivedAt) = (now, null);
        Raise(new EmergencyPlaceCorrected(ContactId), now);
    }

    /// <summary>The regional team has heard of a correction. One that is older than the last leaves that to be brought.</summary>
    public void ReceiveCorrection(DateTimeOffset corrected, DateTimeOffset now)
    {
        if (PlaceCorrectedAt == corrected && CorrectionReceivedAt is null)
        {
            CorrectionReceivedAt = now;
            TakeNextVersion();
        }
    }

    /// <summary>
    /// Somebody takes it: from now on that worker acts on it. Who takes it over from a colleague names the colleague, so that
    /// two who do it at once are not both on their way.
    /// </summary>
    public Refusal? Take(string name, string? from, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (EndedAt is not null)
            return EmergencyRefusals.Ended;
        if (Taken?.Worker != from)
            return EmergencyRefusals.TakenByAnother;
        var taking = new EmergencyTaking(name, by);
        takings.Add(taking);
        Raise(new EmergencyTaken(taking.Id, by.Account, by.Organisation), by.Now);
        return null;
    }

    /// <summary>Something is done at once, without agreement.</summary>
    public Refusal? Act(ImmediateActionKind kind, string what, string? decidedBy, Actor by)
    {
        if (EndedAt is not null)
            return EmergencyRefusals.Ended;
        if (string.IsNullOrWhiteSpace(decidedBy))
            return EmergencyRefusals.ActionWithoutDecisionMaker;
        var action = new ImmediateAction(kind, what, decidedBy, by.Now);
        actions.Add(action);
        Raise(new ImmediateActionTaken(action.Id, CamelCase.Of(kind)), by.Now);
        return null;
    }

    /// <summary>
    /// The danger is averted for now. Something must stand that averts it, and nobody may still be judged to be in acute
    /// danger: who judges that to be over says so first, by name and with a ground.
    /// </summary>
    public Refusal? End(Actor by, bool inAcuteDanger = false)
    {
        if (EndedAt is not null)
            return EmergencyRefusals.Ended;
        if (inAcuteDanger)
            return EmergencyRefusals.DangerStands;
        if (actions.Count == 0 && agreements.TrueForAll(agreement => agreement.EndedAt is not null || agreement.Until <= by.Now))
            return EmergencyRefusals.NothingDoneYet;
        EndedAt = by.Now;
        Raise(new EmergencyEnded(), by.Now);
        StopClock(FollowUpTerm, by.Now);
        return null;
    }

    /// <summary>
    /// Why the contact on which it hangs does not go out of sight; null when nothing stands against that. What others judged has nothing to do with
    /// that contact, and what keeps everybody safe now is in force whoever was wrong.
    /// </summary>
    public Refusal? WhyContactStays(DateTimeOffset now) =>
        EndedAt is null || Clocks.Any(clock => clock.Term == AgreementTerm && clock.StoppedAt is null) || actions.Exists(action => action.MayHold(now))
            ? ClosingRefusals.EmergencyOpen
            : JudgedByOthers ? EmergencyRefusals.OfOthers : null;

    /// <summary>There was none: the contact that told of it was registered in error. Its terms stop and nobody acts on it any more.</summary>
    public void TakeOut(Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        (TakenOutAt, EndedAt) = (by.Now, EndedAt ?? by.Now);
        foreach (var clock in Clocks.Where(one => one.StoppedAt is null).ToList())
            StopClock(clock.Id, by.Now);
        Raise(new EmergencyTakenOut(), by.Now);
    }

    /// <summary>Without a sign from the regional team the emergency is brought to it directly as well.</summary>
    protected override void OnWarned(Clock clock, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(clock);
        if (clock.Term == ReceiptTerm)
            BroughtSince = now;
    }

    /// <summary>The regional team gave no sign in time: the local team on duty acts and calls. Bringing it goes on.</summary>
    protected override void OnOverdue(Clock clock, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(clock);
        if (clock.Term != ReceiptTerm)
            return;
        // Who was away for longer than the term comes here without a warning.
        BroughtSince ??= now;
        NotReceivedAt = now;
        Raise(new EmergencyNotReceived(), now);
    }
}

/// <summary>How far an emergency is.</summary>
public enum EmergencyStatus
{
    /// <summary>Raised; the regional team has not confirmed it yet.</summary>
    Raised,

    /// <summary>The regional team has received it.</summary>
    Received,

    /// <summary>The regional team has not confirmed it in time: act and call.</summary>
    NotReceived,

    /// <summary>The danger is averted for now.</summary>
    Ended,
}
