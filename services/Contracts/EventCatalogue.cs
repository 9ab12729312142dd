using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Contracts.Investigation;
using Geborgen.Contracts.Planning;

namespace Geborgen.Contracts;

/// <summary>
/// The name of every event, as it stands in logs, feeds and routing keys. A name is never reused or renamed: stored
/// events carry it for as long as they are kept.
/// </summary>
public static class EventCatalogue
{
    static readonly Dictionary<string, Type> ByName = new()
    {
        ["contact-registered"] = typeof(ContactRegistered),
        ["contact-whereabouts-corrected"] = typeof(ContactWhereaboutsCorrected),
        ["contact-taken-out"] = typeof(ContactTakenOut),
        ["family-opened"] = typeof(FamilyOpened),
        ["member-added"] = typeof(MemberAdded),
        ["member-role-corrected"] = typeof(MemberRoleCorrected),
        ["member-removed"] = typeof(MemberRemoved),
        ["person-link-confirmed"] = typeof(PersonLinkConfirmed),
        ["person-link-undone"] = typeof(PersonLinkUndone),
        ["member-account-linked"] = typeof(MemberAccountLinked),
        ["member-account-unlinked"] = typeof(MemberAccountUnlinked),
        ["person-particulars-changed"] = typeof(PersonParticularsChanged),
        ["member-died"] = typeof(MemberDied),
        ["involvement-started"] = typeof(InvolvementStarted),
        ["involvement-ended"] = typeof(InvolvementEnded),
        ["clock-started"] = typeof(ClockStarted),
        ["clock-warned"] = typeof(ClockWarned),
        ["clock-overdue"] = typeof(ClockOverdue),
        ["clock-stopped"] = typeof(ClockStopped),
        ["clock-paused"] = typeof(ClockPaused),
        ["clock-resumed"] = typeof(ClockResumed),
        ["decision-published"] = typeof(DecisionPublished),
        ["statement-recorded"] = typeof(StatementRecorded),
        ["statement-changed"] = typeof(StatementChanged),
        ["statement-contested"] = typeof(StatementContested),
        ["statement-contest-settled"] = typeof(StatementContestSettled),
        ["statement-shared"] = typeof(StatementShared),
        ["statement-withheld"] = typeof(StatementWithheld),
        ["statement-withholding-lifted"] = typeof(StatementWithholdingLifted),
        ["another-key-worker-asked-for"] = typeof(AnotherKeyWorkerAskedFor),
        ["key-worker-wish-answered"] = typeof(KeyWorkerWishAnswered),
        ["counter-expertise-answered"] = typeof(CounterExpertiseAnswered),
        ["counter-expertise-found"] = typeof(CounterExpertiseFound),
        ["source-telling-recorded"] = typeof(SourceTellingRecorded),
        ["concerned-changed"] = typeof(ConcernedChanged),
        ["acute-danger-judged"] = typeof(AcuteDangerJudged),
        ["acute-danger-over"] = typeof(AcuteDangerOver),
        ["not-knowing-renewed"] = typeof(NotKnowingRenewed),
        ["not-knowing-recorded"] = typeof(NotKnowingRecorded),
        ["not-knowing-resolved"] = typeof(NotKnowingResolved),
        ["data-breach-recorded"] = typeof(DataBreachRecorded),
        ["taken-out-readers-found"] = typeof(TakenOutReadersFound),
        ["breach-recipients-found"] = typeof(BreachRecipientsFound),
        ["breach-recipient-told"] = typeof(BreachRecipientTold),
        ["data-breach-assessed"] = typeof(DataBreachAssessed),
        ["contact-triaged"] = typeof(ContactTriaged),
        ["investigation-requested"] = typeof(InvestigationRequested),
        ["reporter-shielded"] = typeof(ReporterShielded),
        ["reporter-shield-lifted"] = typeof(ReporterShieldLifted),
        ["report-told"] = typeof(ReportTold),
        ["telling-postponed"] = typeof(TellingPostponed),
        ["advice-given"] = typeof(AdviceGiven),
        ["feedback-given"] = typeof(FeedbackGiven),
        ["feedback-answered"] = typeof(FeedbackAnswered),
        ["emergency-raised"] = typeof(EmergencyRaised),
        ["emergency-received"] = typeof(EmergencyReceived),
        ["emergency-not-received"] = typeof(EmergencyNotReceived),
        ["emergency-place-corrected"] = typeof(EmergencyPlaceCorrected),
        ["safety-agreement-made"] = typeof(SafetyAgreementMade),
        ["safety-agreement-evaluated"] = typeof(SafetyAgreementEvaluated),
        ["emergency-taken"] = typeof(EmergencyTaken),
        ["immediate-action-taken"] = typeof(ImmediateActionTaken),
        ["emergency-ended"] = typeof(EmergencyEnded),
        ["emergency-taken-out"] = typeof(EmergencyTakenOut),
        ["informal-support-started"] = typeof(InformalSupportStarted),
        ["informal-support-ended"] = typeof(InformalSupportEnded),
        ["authority-recorded"] = typeof(AuthorityRecorded),
        ["responsibility-offered"] = typeof(ResponsibilityOffered),
        ["responsibility-accepted"] = typeof(ResponsibilityAccepted),
        ["responsibility-refused"] = typeof(ResponsibilityRefused),
        ["responsibility-withdrawn"] = typeof(ResponsibilityWithdrawn),
        ["responsibility-taken-over"] = typeof(ResponsibilityTakenOver),
        ["family-closed"] = typeof(FamilyClosed),
        ["family-reopened"] = typeof(FamilyReopened),
        ["family-split"] = typeof(FamilySplit),
        ["families-merged"] = typeof(FamiliesMerged),
        ["merge-undone"] = typeof(MergeUndone),
        ["rights-changed"] = typeof(RightsChanged),
        ["member-age-known"] = typeof(MemberAgeKnown),
        ["person-taken-out"] = typeof(PersonTakenOut),
        ["investigation-opened"] = typeof(InvestigationOpened),
        ["investigation-extended"] = typeof(InvestigationExtended),
        ["investigation-planned"] = typeof(InvestigationPlanned),
        ["source-consulted"] = typeof(SourceConsulted),
        ["report-drafted"] = typeof(ReportDrafted),
        ["voice-recorded"] = typeof(VoiceRecorded),
        ["draft-report-presented"] = typeof(DraftReportPresented),
        ["draft-talk-held"] = typeof(DraftTalkHeld),
        ["rebuttal-given"] = typeof(RebuttalGiven),
        ["report-made-final"] = typeof(ReportMadeFinal),
        ["report-flagged"] = typeof(ReportFlagged),
        ["report-reweighed"] = typeof(ReportReweighed),
        ["counter-expertise-requested"] = typeof(CounterExpertiseRequested),
        ["investigation-concluded"] = typeof(InvestigationConcluded),
        ["dossier-frozen"] = typeof(DossierFrozen),
        ["addendum-added"] = typeof(AddendumAdded),
        ["emergency-acknowledged"] = typeof(EmergencyAcknowledged),
        ["emergency-answered"] = typeof(EmergencyAnswered),
        ["plan-opened"] = typeof(PlanOpened),
        ["family-first-offered"] = typeof(FamilyFirstOffered),
        ["family-first-skipped"] = typeof(FamilyFirstSkipped),
        ["plan-drafted"] = typeof(PlanDrafted),
        ["own-plan-written"] = typeof(OwnPlanWritten),
        ["life-domain-described"] = typeof(LifeDomainDescribed),
        ["goal-set"] = typeof(GoalSet),
        ["goal-ended"] = typeof(GoalEnded),
        ["progress-reported"] = typeof(ProgressReported),
        ["condition-set"] = typeof(ConditionSet),
        ["condition-ended"] = typeof(ConditionEnded),
        ["plan-advice-given"] = typeof(PlanAdviceGiven),
        ["choice-offered"] = typeof(ChoiceOffered),
        ["choice-made"] = typeof(ChoiceMade),
        ["plan-answered"] = typeof(PlanAnswered),
        ["plan-started"] = typeof(PlanStarted),
        ["action-added"] = typeof(ActionAdded),
        ["action-reported"] = typeof(ActionReported),
        ["plan-joined"] = typeof(PlanJoined),
        ["plan-left"] = typeof(PlanLeft),
        ["plan-invitation-made"] = typeof(PlanInvitationMade),
        ["plan-partner-entered"] = typeof(PlanPartnerEntered),
        ["part-shared"] = typeof(PartShared),
        ["part-share-ended"] = typeof(PartShareEnded),
        ["plan-agreement-made"] = typeof(PlanAgreementMade),
        ["plan-agreement-evaluated"] = typeof(PlanAgreementEvaluated),
        ["plan-evaluated"] = typeof(PlanEvaluated),
        ["barrier-raised"] = typeof(BarrierRaised),
        ["barrier-answered"] = typeof(BarrierAnswered),
        ["plan-closed"] = typeof(PlanClosed),
        ["support-changed"] = typeof(SupportChanged),
    };

    static readonly Dictionary<Type, string> ByType = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>Every event with its name.</summary>
    public static IReadOnlyDictionary<string, Type> All => ByName;

    /// <summary>The name of a type of event.</summary>
    /// <exception cref="KeyNotFoundException">The type is not in the catalogue.</exception>
    public static string NameOf(Type type) => ByType[type];

    /// <summary>Takes up an event of a service that only tests have; those that ship stand above.</summary>
    internal static void Know(string name, Type type) => ByName[ByType[type] = name] = type;

    /// <summary>The type with this name, or null when this version of the contracts does not know it.</summary>
    public static Type? TypeOf(string name) => ByName.GetValueOrDefault(name);
}
