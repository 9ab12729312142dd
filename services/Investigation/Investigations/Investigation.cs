using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Investigation;

namespace Geborgen.Investigation.Investigations;

/// <summary>
/// An investigation into the safety of children, or of a household: everybody's own words side by side, a report that
/// the family could answer, what stays unknown, and a conclusion that can be followed.
/// </summary>
public sealed partial class Investigation : CaseFile
{
    /// <summary>The key of the term within which an investigation is concluded.</summary>
    public const string Term = "investigation";

    /// <summary>The key of the term within which the team gives an investigation to another when the account of who did it ended.</summary>
    public const string InvestigatorTerm = "investigatorAssignment";

    /// <summary>The terms within which the work is done: somebody works on it while one of them runs.</summary>
    internal static readonly string[] TermsOfWork = [Term, MakeUpTerm, HandoverTerm, InvestigatorTerm];

    readonly List<Assignment> assignments = [];
    readonly List<EarlierPlan> earlierPlans = [];

    Investigation()
    {
    }

    /// <summary>The request at Intake, where its questions are.</summary>
    public Guid RequestId { get; private init; }

    /// <summary>First or extended.</summary>
    public InvestigationKind Kind { get; private set; }

    /// <summary>How far it is.</summary>
    public InvestigationStatus Status { get; private set; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>The children whom it concerns; nobody in a household without children.</summary>
    public Guid[] Children { get; private set; } = [];

    /// <summary>The parents, with or without authority, known or not.</summary>
    public Guid[] Parents { get; private set; } = [];

    /// <summary>Other adults whom it concerns: all of a household without children, or a partner of a parent.</summary>
    public Guid[] Adults { get; private set; } = [];

    /// <summary>Why it became an extended investigation, in words for the family; null while it is a first one.</summary>
    public string? ExtensionReason { get; private set; }

    /// <summary>How it is done, or null while nobody wrote that down.</summary>
    public Plan? Plan { get; private set; }

    /// <summary>How it was to be done before that was written anew, the oldest first.</summary>
    public IReadOnlyList<EarlierPlan> EarlierPlans => [.. earlierPlans.OrderBy(one => one.ReplacedAt)];

    /// <summary>Who works or worked on it.</summary>
    public IReadOnlyList<Assignment> Assignments => assignments;

    /// <inheritdoc/>
    protected override ClockOwner OwnerOfClocks => ClockOwner.Investigator;

    /// <summary>Everybody whom it concerns.</summary>
    public IEnumerable<Guid> Concerned => Children.Concat(Parents).Concat(Adults);

    /// <summary>Opens the investigation that triage asked for. The regional team on duty owns it and the term starts.</summary>
    public static Investigation Open(InvestigationRequest request, TeamOnDuty duty, TimeLimit limit, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        var investigation = new Investigation
        {
            Id = Guid.CreateVersion7(now),
            FamilyId = request.FamilyId,
            Municipality = request.Municipality,
            RequestId = request.RequestId,
            Kind = InvestigationKind.First,
            Status = InvestigationStatus.Open,
            OpenedAt = now,
            Children = [.. request.Children.Distinct()],
            Parents = [.. request.Parents.Distinct()],
            Adults = [.. request.Adults.Distinct()],
        };
        investigation.Raise(new InvestigationOpened(
            request.RequestId, CamelCase.Of(InvestigationKind.First), investigation.Children, investigation.Parents, investigation.Adults), now);
        investigation.Begin(Assignment.OfTeam(duty, now), now);
        // The term counts from the request: time on the way is not the family's.
        investigation.StartClock(limit, request.RequestedAt, now);
        return investigation;
    }

    /// <summary>Goes on as an extended investigation, of which the family is told why. The term does not start again.</summary>
    public Refusal? Extend(string reason, Actor by)
    {
        if (Status == InvestigationStatus.Concluded)
            return InvestigationRefusals.AlreadyConcluded;
        if (Kind == InvestigationKind.Extended)
            return InvestigationRefusals.AlreadyExtended;
        if (WhyNotForFamily(null, by, ("reason", reason)) is { } told)
            return told;
        (Kind, ExtensionReason) = (InvestigationKind.Extended, reason);
        Raise(new InvestigationExtended(), by.Now);
        return null;
    }

    /// <summary>
    /// Gives the investigation to one investigator; the team on duty, or the investigator before, steps back. The team can
    /// give it to another, so that nobody is locked out when somebody is ill, and to somebody again once it was closed:
    /// what is wrong in it must be corrected (AVG, articles 16 and 17).
    /// </summary>
    public Refusal? AssignInvestigator(Worker worker, string? reason, TimeLimit handover, Actor by)
    {
        ArgumentNullException.ThrowIfNull(worker);
        if ((worker.WhyNotNamed(by.Organisation, Worker.RegionalTeam) ?? by.WhyNotLetIn(worker.Account)) is { } kept)
            return kept;
        if (Investigator?.Worker == worker.Account)
            return InvestigationRefusals.AlreadyInvestigator;
        if ((Investigator is not null || Status == InvestigationStatus.Concluded) && string.IsNullOrWhiteSpace(reason))
            return InvestigationRefusals.ChangeWithoutReason;
        StepBack(by.Now);
        StopClock(InvestigatorTerm, by.Now);
        Begin(Assignment.OfInvestigator(worker, reason, by.Now), by.Now);
        if (Status == InvestigationStatus.Concluded && RunningClock(HandoverTerm) is null)
            StartClock(handover, by.Now, by.Now);
        return null;
    }

    /// <summary>
    /// The directory does not have the investigator any more as the one who was named: the account ended, or is another organisation's or another
    /// role's. The team on duty owns the investigation again, and a term to give it to another runs.
    /// </summary>
    public void AccountEnded(Worker worker, TeamOnDuty duty, TimeLimit limit, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(worker);
        if (Investigator is not { } ended || ended.Worker != worker.Account || worker.WhyNotNamed(ended.Organisation, Worker.RegionalTeam) is null)
            return;
        ended.End(now);
        Raise(ended.Ended(now), now);
        var gives = assignments.Find(one => one.Relation == Relations.AssigningTeam && one.Until is null);
        Begin(Assignment.OfTeam(gives is { Team: { } team } ? new(team, gives.Organisation) : duty, now), now);
        StartClock(limit, now, now);
    }

    /// <summary>Who investigates now, or null while the team on duty owns it.</summary>
    public Assignment? Investigator =>
        assignments.SingleOrDefault(one => one.Relation == Relations.Investigator && one.Until is null);

    /// <summary>Writes down how it is done. A later plan takes the place of an earlier one, which stays readable.</summary>
    public Refusal? MakePlan(string approach, IEnumerable<string> questions, Actor by)
    {
        string[] asked = [.. questions.Where(question => !string.IsNullOrWhiteSpace(question))];
        if (WorkIsDone)
            return InvestigationRefusals.AlreadyConcluded;
        if (asked.Length == 0)
            return InvestigationRefusals.QuestionsMissing;
        if (Plan is not null)
            earlierPlans.Add(EarlierPlan.Of(Plan, by.Now));
        Plan = new Plan(approach, asked, by.Account, by.Now);
        Raise(new InvestigationPlanned(), by.Now);
        EndWhenMadeUp(by.Now);
        return null;
    }

    void Begin(Assignment assignment, DateTimeOffset now)
    {
        assignments.Add(assignment);
        Raise(assignment.Started(), now);
    }

    IEnumerable<Assignment> Working => assignments.Where(one => one.Until is null && one.Relation != Relations.AssigningTeam);

    /// <summary>Who works on it ends; the team on duty stays to give it to another.</summary>
    void StepBack(DateTimeOffset now)
    {
        foreach (var one in Working.ToList())
        {
            one.End(now);
            Raise(one.Ended(now), now);
            if (one.Team is { } team && !assignments.Exists(other => other.Relation == Relations.AssigningTeam))
                Begin(Assignment.OfTeam(new(team, one.Organisation), now, Relations.AssigningTeam), now);
        }
    }
}
