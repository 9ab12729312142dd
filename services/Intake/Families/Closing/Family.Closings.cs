using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Emergencies;

namespace Geborgen.Intake.Families;

/// <content>How the file of a family is closed, and opened again.</content>
public sealed partial class Family
{
    /// <summary>What is decided on when a file is closed.</summary>
    public const string ClosingKind = "closing";

    /// <summary>What is decided then.</summary>
    public const string ClosingOutcome = "closed";

    readonly List<FamilyClosing> closings = [];

    /// <summary>The decisions to close the file, with how it was opened again.</summary>
    public IReadOnlyList<FamilyClosing> Closings => closings;

    /// <summary>Since when the file is closed, or null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>
    /// The closing of a file that danger or a member's call for help opened again by itself, until the family has its familiar face, who tells it: a
    /// member of the family reads the file as it was closed, for that it was opened would tell of the danger or the call. Null where there is none.
    /// </summary>
    public FamilyClosing? ReopenedUnseen => closings.LastOrDefault() is { ReopenedAt: not null, WhyReopened: null } last
        && !assignments.Exists(one => one.Relation == Relations.KeyWorker && one.From >= last.ReopenedAt) ? last : null;

    /// <summary>Why nothing is done to this file any more, or null while it is in use.</summary>
    Refusal? NotInUse => MergedInto is not null ? MergeRefusals.FileMerged : ClosedAt is not null ? ClosingRefusals.FileClosed : null;

    /// <summary>
    /// Closes the file when nothing runs any more that somebody must finish. Nobody works with the family from then on and nobody
    /// reads its file; the team can open it again without reading it. What the family itself may say stays possible.
    /// </summary>
    public Refusal? Close(Decision decision, StillRunning running, Actor by)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(running);
        if ((NotInUse ?? WhyNotFinished(running)) is { } refusal)
            return refusal;
        if (WhyNotForFamily(null, by, ("explanation", decision.Explanation)) is { } told)
            return told;
        var closing = new FamilyClosing { DecisionId = Guid.CreateVersion7(by.Now), Decision = decision, By = by.Account, At = by.Now };
        closings.Add(closing);
        ClosedAt = by.Now;
        Raise(new FamilyClosed(closing.DecisionId, by.Today), by.Now);
        Raise(new DecisionPublished(closing.DecisionId, ClosingKind, ClosingOutcome, CamelCase.Of(decision.Remedy)), by.Now);
        foreach (var duty in In(Relations.DutyTeam, by.Now))
            StepBack(duty, by.Now);
        foreach (var one in assignments.Where(one => one.Relation != Relations.AssigningTeam && (one.Until is not { } until || until > by.Now)).ToList())
            End(one, by.Now, decision.Explanation);
        return null;
    }

    /// <summary>Opens the file again: the team on duty owns it and the term for a key worker runs.</summary>
    public Refusal? Reopen(ReopeningCause cause, string? why, TeamOnDuty duty, TimeLimit limit, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(duty);
        if (ClosedAt is null)
            return ClosingRefusals.NotClosed;
        if (cause != ReopeningCause.Emergency && string.IsNullOrWhiteSpace(why))
            return ClosingRefusals.ReopenedWithoutReason;
        if (DoorTo(null, WorkingDays.DateOf(now)).WhyNot(why, "reason") is { } told)
            return told;
        OpenAgain(cause, why, duty, limit, now);
        return null;
    }

    void OpenAgain(ReopeningCause cause, string? why, TeamOnDuty duty, TimeLimit limit, DateTimeOffset now)
    {
        closings.Find(one => one.ReopenedAt is null)!.Reopen(cause, why, now);
        ClosedAt = null;
        Raise(new FamilyReopened(CamelCase.Of(cause)), now);
        var teams = In(Relations.AssigningTeam, now);
        foreach (var team in teams)
        {
            End(team, now);
            Begin(Assignment.OfTeam(Relations.DutyTeam, new(team.Team!, team.Organisation), now), now);
        }
        if (teams.Count == 0)
            Begin(Assignment.OfTeam(Relations.DutyTeam, duty, now), now);
        StartClock(limit, now, now);
    }

    /// <summary>What comes first is what cannot wait.</summary>
    Refusal? WhyNotFinished(StillRunning running) =>
        running.Emergency ? ClosingRefusals.EmergencyOpen
        : running.Danger ? EmergencyRefusals.DangerStands
        : running.Contact ? ClosingRefusals.ContactUndecided
        : running.Investigation ? ClosingRefusals.InvestigationOpen
        : running.Telling ? ClosingRefusals.TellingOpen
        : HasOpenOffer ? MergeRefusals.OfferOpen
        : running.Plan ? ClosingRefusals.PlanOpen
        : keyWorkerWishes.Exists(one => one.AnsweredAt is null) ? ClosingRefusals.WishOpen
        : RunningClock(KeyWorkerAssignmentTerm) is not null ? ClosingRefusals.KeyWorkerSought
        : null;
}

/// <summary>Why a file is not closed or opened again, or something is not done to a closed file.</summary>
public static class ClosingRefusals
{
    /// <summary>The file is closed.</summary>
    public static Refusal FileClosed { get; } = new(
        "file-closed", "This file is closed.", "Open it again first, with the reason.");

    /// <summary>The file is not closed.</summary>
    public static Refusal NotClosed { get; } = new(
        "file-not-closed", "Only a closed file is opened again.", "Read the family as it is now.");

    /// <summary>The family is not told why.</summary>
    public static Refusal ReopenedWithoutReason { get; } = new(
        "reopened-without-reason", "A file is opened again for a reason that the family understands.", "Add the reason.", RefusalKind.Invalid);

    /// <summary>Somebody may be in danger.</summary>
    public static Refusal EmergencyOpen { get; } = new(
        "emergency-open", "An emergency of this family has not ended.", "End the emergency and evaluate its safety agreements first.");

    /// <summary>Nobody decided yet what follows.</summary>
    public static Refusal ContactUndecided { get; } = new(
        "contact-undecided", "A contact of this family waits for its triage or advice.", "Decide what follows on it, or answer it, first.");

    /// <summary>The regional team investigates.</summary>
    public static Refusal InvestigationOpen { get; } = new(
        "investigation-open", "The regional team investigates or still works with this family.", "Wait until it has finished.");

    /// <summary>Those concerned do not know of a report.</summary>
    public static Refusal TellingOpen { get; } = new(
        "telling-open", "Those concerned by a report of this family were not all told.", "Tell them first; they cannot answer what they do not know.");

    /// <summary>The family works by a plan.</summary>
    public static Refusal PlanOpen { get; } = new(
        "plan-open", "The family has a plan that was not closed.", "Look at it with the family and close it; help by the network goes on all the same.");

    /// <summary>The family waits for an answer.</summary>
    public static Refusal WishOpen { get; } = new(
        "key-worker-wish-open", "The family asked for another key worker and has no answer.", "Answer that first.");

    /// <summary>Something follows, and nobody does it yet.</summary>
    public static Refusal KeyWorkerSought { get; } = new(
        "key-worker-sought", "A key worker is being sought for this family.", "Assign one, who decides whether the file can be closed.");
}
