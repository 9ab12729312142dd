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
    IReadOnlyList<Guid> Children, IReadOnlyList<Guid> Parents, IReadOnlyList<Guid> Adults, IReadOnlyList<ConcernedChange> ConcernedChanges,
    IReadOnlyList<string> Missing, Plan? Plan, IReadOnlyList<EarlierPlan> EarlierPlans,
    IReadOnlyList<Assignment> Assignments, IReadOnlyList<Clock> Clocks, IReadOnlyList<ConsultedSource> Sources,
    IReadOnlyList<StatementResponse> Statements, IReadOnlyList<TakenOverStatement> TakenOver, IReadOnlyList<Voice> Voices,
    IReadOnlyList<Report> Reports, IReadOnlyList<Rebuttal> Rebuttals,
    IReadOnlyList<ReportFlag> Flags, IReadOnlyList<CounterExpertise> CounterExpertise, IReadOnlyList<AcuteDanger> AcuteDangers,
    IReadOnlyList<NotKnowing> NotKnown, Conclusion? Conclusion,
    IReadOnlyList<DossierResponse> Dossiers,
    [property: JsonIgnore] int Version) : IVersioned
{
    internal static InvestigationResponse Of(Investigation one) => new(
        one.Id, one.FamilyId, one.RequestId, one.Kind, one.ExtensionReason, one.Status, one.OpenedAt, one.Children, one.Parents, one.Adults,
        [.. one.ConcernedChanges.OrderBy(change => change.At)],
        [.. one.Missing().Select(missing => missing.Code)], one.Plan, one.EarlierPlans,
        [.. one.Assignments.OrderByDescending(assignment => assignment.From)],
        [.. one.Clocks.OrderBy(clock => clock.StartedAt)],
        [.. one.Sources.OrderBy(source => source.ConsultedOn)],
        [.. one.Statements.OrderBy(statement => statement.StatedAt).ThenBy(statement => statement.Id).Select(StatementResponse.Of)],
        [.. one.TakenOver.OrderBy(taken => taken.At)],
        [.. one.Voices.OrderBy(voice => voice.RecordedAt)], [.. one.Reports.OrderByDescending(report => report.Number)],
        [.. one.Rebuttals.OrderBy(rebuttal => rebuttal.GivenAt)],
        [.. one.Flags.OrderBy(flag => flag.FlaggedAt)],
        [.. one.CounterExpertise.OrderBy(asked => asked.AskedAt)], [.. one.AcuteDangers.OrderBy(danger => danger.At)], [.. one.NotKnown.OrderBy(record => record.RecordedAt)], one.Conclusion,
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
    IReadOnlyList<Addendum> Addenda)
{
    internal static DossierResponse Of(Dossier one) => new(
        one.Id, one.Number, one.Hash, one.FrozenAt, one.Statements, one.TakenOut, one.Addenda);
}
