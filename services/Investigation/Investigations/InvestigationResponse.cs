using System.Text.Json.Serialization;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;

namespace Geborgen.Investigation.Investigations;

/// <summary>An investigation as a worker reads it.</summary>
/// <param name="Id">The investigation.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="RequestId">The request at Intake; its questions are read at <c>questions</c>.</param>
/// <param name="Kind">First or extended.</param>
/// <param name="ExtensionReason">Why it became an extended one, or null.</param>
/// <param name="Status">How far it is.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="Children">The children whom it concerns.</param>
/// <param name="Parents">The parents.</param>
/// <param name="Adults">Other adults whom it concerns.</param>
/// <param name="ConcernedChanges">Who was added to those concerned since it was opened, or taken from them, and why.</param>
/// <param name="Missing">The codes of what a conclusion still needs.</param>
/// <param name="Plan">How it is done, or null.</param>
/// <param name="EarlierPlans">How it was to be done before, the oldest first.</param>
/// <param name="Assignments">Who works or worked on it, the latest first.</param>
/// <param name="Clocks">The terms that run or ran.</param>
/// <param name="Sources">Who was asked.</param>
/// <param name="Statements">What was said, side by side.</param>
/// <param name="TakenOver">Which of them were told at first contact, and whether they changed there since.</param>
/// <param name="Voices">What each child and parent says themselves, or why that is missing.</param>
/// <param name="Reports">The drafts of the report, the newest first, which counts; the family answers the newest that it has.</param>
/// <param name="Rebuttals">The family's answers to drafts.</param>
/// <param name="Flags">The changed statements that the report uses.</param>
/// <param name="CounterExpertise">Who asked for another expert, the first first.</param>
/// <param name="AcuteDangers">Who was judged to be in acute danger, by whom and on what ground, the oldest first.</param>
/// <param name="NotKnown">What nobody knows, or did not know at some time.</param>
/// <param name="Conclusion">How it ended, or null.</param>
/// <param name="Dossiers">The frozen dossiers, without their content.</param>
/// <param name="Version">The version, in the ETag.</param>
public sealed record InvestigationResponse(
    Guid Id, Guid FamilyId, Guid RequestId, InvestigationKind Kind, string? ExtensionReason, InvestigationStatus Status, DateTimeOffset OpenedAt,
    IReadOnlyList<Guid> Children, IReadOnlyList<Guid> Parents, IReadOnlyList<Guid> Adults, IReadOnlyList<ConcernedChangeResponse> ConcernedChanges,
    IReadOnlyList<string> Missing, PlanResponse? Plan, IReadOnlyList<EarlierPlanResponse> EarlierPlans,
    IReadOnlyList<AssignmentResponse> Assignments, IReadOnlyList<ClockResponse> Clocks, IReadOnlyList<ConsultedSourceResponse> Sources,
    IReadOnlyList<StatementResponse> Statements, IReadOnlyList<TakenOverStatementResponse> TakenOver, IReadOnlyList<VoiceResponse> Voices,
    IReadOnlyList<ReportResponse> Reports, IReadOnlyList<RebuttalResponse> Rebuttals,
    IReadOnlyList<ReportFlagResponse> Flags, IReadOnlyList<CounterExpertiseResponse> CounterExpertise, IReadOnlyList<AcuteDangerResponse> AcuteDangers,
    IReadOnlyList<NotKnowingResponse> NotKnown, ConclusionResponse? Conclusion,
    IReadOnlyList<DossierResponse> Dossiers,
    [property: JsonIgnore] int Version) : IVersioned
{
    internal static InvestigationResponse Of(Investigation one, DateTimeOffset now) => new(
        one.Id, one.FamilyId, one.RequestId, one.Kind, one.ExtensionReason, one.Status, one.OpenedAt, one.Children, one.Parents, one.Adults,
        [.. one.ConcernedChanges.OrderBy(change => change.At).Select(ConcernedChangeResponse.Of)],
        [.. one.Missing().Select(missing => missing.Code)],
        one.Plan is { } plan ? PlanResponse.Of(plan) : null, [.. one.EarlierPlans.Select(EarlierPlanResponse.Of)],
        [.. one.Assignments.OrderByDescending(assignment => assignment.From).Select(AssignmentResponse.Of)],
        [.. one.Clocks.OrderBy(clock => clock.StartedAt).Select(ClockResponse.Of)],
        [.. one.Sources.OrderBy(source => source.ConsultedOn).Select(ConsultedSourceResponse.Of)],
        [.. one.Statements.OrderBy(statement => statement.StatedAt).ThenBy(statement => statement.Id).Select(StatementResponse.Of)],
        [.. one.TakenOver.OrderBy(taken => taken.At).Select(TakenOverStatementResponse.Of)],
        [.. one.Voices.OrderBy(voice => voice.RecordedAt).Select(VoiceResponse.Of)], [.. one.Reports.OrderByDescending(report => report.Number).Select(report => ReportResponse.Of(one, report, WorkingDays.DateOf(now)))],
        [.. one.Rebuttals.OrderBy(rebuttal => rebuttal.GivenAt).Select(RebuttalResponse.Of)],
        [.. one.Flags.OrderBy(flag => flag.FlaggedAt).Select(ReportFlagResponse.Of)],
        [.. one.CounterExpertise.OrderBy(asked => asked.AskedAt).Select(CounterExpertiseResponse.Of)],
        [.. one.AcuteDangers.OrderBy(danger => danger.At).Select(AcuteDangerResponse.Of)],
        [.. one.NotKnown.OrderBy(record => record.RecordedAt).Select(NotKnowingResponse.Of)],
        one.Conclusion is { } conclusion ? ConclusionResponse.Of(conclusion) : null,
        [.. one.Dossiers.OrderBy(dossier => dossier.Number).Select(DossierResponse.Of)],
        one.Version);
}

/// <summary>A frozen dossier without its content.</summary>
/// <param name="Id">The dossier.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Hash">The SHA-256 of its content as it was frozen, in lower-case hexadecimal.</param>
/// <param name="FrozenAt">When.</param>
/// <param name="Statements">The statements that are in it.</param>
/// <param name="TakenOut">The statements in it that were taken out of sight since.</param>
/// <param name="Addenda">What came later.</param>
public sealed record DossierResponse(
    Guid Id, int Number, string Hash, DateTimeOffset FrozenAt, IReadOnlyList<Guid> Statements, IReadOnlyList<Guid> TakenOut,
    IReadOnlyList<AddendumResponse> Addenda)
{
    internal static DossierResponse Of(Dossier one) => new(
        one.Id, one.Number, one.Hash, one.FrozenAt, one.Statements, one.TakenOut, [.. one.Addenda.Select(AddendumResponse.Of)]);
}

/// <summary>Statements that came after a dossier was frozen.</summary>
/// <param name="Id">The id.</param>
/// <param name="Statements">The statements.</param>
/// <param name="Content">The statements as they were then, as canonical JSON; the words of what was taken out of sight since are empty. Null for an addendum of before addenda were frozen.</param>
/// <param name="Hash">The SHA-256 of the content as it was frozen, in UTF-8, in lower-case hexadecimal; null where there is no content.</param>
/// <param name="AddedBy">The account that added them.</param>
/// <param name="AddedAt">When.</param>
public sealed record AddendumResponse(Guid Id, IReadOnlyList<Guid> Statements, string? Content, string? Hash, string AddedBy, DateTimeOffset AddedAt)
{
    internal static AddendumResponse Of(Addendum one) => new(one.Id, one.Statements, one.Content, one.Hash, one.AddedBy, one.AddedAt);
}
