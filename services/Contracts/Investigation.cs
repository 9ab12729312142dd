namespace Geborgen.Contracts.Investigation;

/// <summary>A regional team opened an investigation that was asked for.</summary>
/// <param name="InvestigationId">The investigation.</param>
/// <param name="Version">The place of the event in the investigation's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="RequestId">The request at Intake, where the questions are.</param>
/// <param name="Kind"><c>first</c> or <c>extended</c>.</param>
/// <param name="Children">The children whom it concerns.</param>
/// <param name="Parents">The parents who are heard.</param>
/// <param name="Adults">The other adults who are heard.</param>
public sealed record InvestigationOpened(
    Guid InvestigationId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    Guid RequestId, string Kind, IReadOnlyList<Guid> Children, IReadOnlyList<Guid> Parents, IReadOnlyList<Guid>? Adults = null) : IDomainEvent
{
    Guid IDomainEvent.Stream => InvestigationId;
}

/// <summary>A first investigation goes on as an extended one.</summary>
/// <param name="InvestigationId">The investigation.</param>
/// <param name="Version">The place of the event in the investigation's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
public sealed record InvestigationExtended(
    Guid InvestigationId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At) : IDomainEvent
{
    Guid IDomainEvent.Stream => InvestigationId;
}

/// <summary>It was written down how an investigation is done and which questions it answers.</summary>
/// <param name="InvestigationId">The investigation.</param>
/// <param name="Version">The place of the event in the investigation's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
public sealed record InvestigationPlanned(
    Guid InvestigationId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At) : IDomainEvent
{
    Guid IDomainEvent.Stream => InvestigationId;
}

/// <summary>A source was consulted.</summary>
/// <param name="InvestigationId">The investigation.</param>
/// <param name="Version">The place of the event in the investigation's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="SourceId">The source.</param>
public sealed record SourceConsulted(
    Guid InvestigationId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At, Guid SourceId) : IDomainEvent
{
    Guid IDomainEvent.Stream => InvestigationId;
}

/// <summary>A draft of the report was written; nobody of the family has it yet.</summary>
/// <param name="InvestigationId">The investigation.</param>
/// <param name="Version">The place of the event in the investigation's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Number">The number of the draft, from 1.</param>
public sealed record ReportDrafted(
    Guid InvestigationId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At, int Number) : IDomainEvent
{
    Guid IDomainEvent.Stream => InvestigationId;
}

/// <summary>It was recorded what a child or parent says, or why that person's own statement is missing.</summary>
/// <param name="InvestigationId">The investigation.</param>
/// <param name="Version">The place of the event in the investigation's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="PersonId">The person.</param>
/// <param name="StatementId">The statement, or null when there is a reason why not.</param>
public sealed record VoiceRecorded(
    Guid InvestigationId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    Guid PersonId, Guid? StatementId) : IDomainEvent
{
    Guid IDomainEvent.Stream => InvestigationId;
}

/// <summary>The family got the draft of the report and can answer it.</summary>
/// <param name="InvestigationId">The investigation.</param>
/// <param name="Version">The place of the event in the investigation's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Number">The number of the draft, from 1.</param>
/// <param name="AnswerBy">Until when the family can answer.</param>
public sealed record DraftReportPresented(
    Guid InvestigationId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    int Number, DateOnly AnswerBy) : IDomainEvent
{
    Guid IDomainEvent.Stream => InvestigationId;
}

/// <summary>Somebody of the family answered the draft.</summary>
/// <param name="InvestigationId">The investigation.</param>
/// <param name="Version">The place of the event in the investigation's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="PersonId">The person.</param>
/// <param name="StatementId">The answer, as a statement.</param>
public sealed record RebuttalGiven(
    Guid InvestigationId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    Guid PersonId, Guid StatementId) : IDomainEvent
{
    Guid IDomainEvent.Stream => InvestigationId;
}

/// <summary>The report was made final, with the answers of the family in it.</summary>
/// <param name="InvestigationId">The investigation.</param>
/// <param name="Version">The place of the event in the investigation's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
public sealed record ReportMadeFinal(
    Guid InvestigationId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At) : IDomainEvent
{
    Guid IDomainEvent.Stream => InvestigationId;
}

/// <summary>The report uses a statement that was changed, so that what was built on it must be weighed again.</summary>
/// <param name="InvestigationId">The investigation.</param>
/// <param name="Version">The place of the event in the investigation's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="StatementId">The statement.</param>
public sealed record ReportFlagged(
    Guid InvestigationId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    Guid StatementId) : IDomainEvent
{
    Guid IDomainEvent.Stream => InvestigationId;
}

/// <summary>What was built on a changed statement was weighed again.</summary>
/// <param name="InvestigationId">The investigation.</param>
/// <param name="Version">The place of the event in the investigation's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="StatementId">The statement.</param>
public sealed record ReportReweighed(
    Guid InvestigationId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    Guid StatementId) : IDomainEvent
{
    Guid IDomainEvent.Stream => InvestigationId;
}

/// <summary>Somebody became one of those whom an investigation concerns, or is so no longer.</summary>
/// <param name="InvestigationId">The investigation.</param>
/// <param name="Version">The place of the event in the investigation's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Change"><c>child</c>, <c>parent</c> or <c>adult</c> for who joins, <c>ended</c> for who does not belong to it any more.</param>
public sealed record ConcernedChanged(
    Guid InvestigationId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    Guid PersonId, string Change) : IDomainEvent
{
    Guid IDomainEvent.Stream => InvestigationId;
}

/// <summary>An investigation was concluded. The decision itself is published as <see cref="Casework.DecisionPublished"/>.</summary>
/// <param name="InvestigationId">The investigation.</param>
/// <param name="Version">The place of the event in the investigation's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Outcome">In camelCase: <c>noFurtherAction</c>, <c>voluntarySupport</c>, <c>conditionsNeeded</c> or <c>measureAdvised</c>.</param>
public sealed record InvestigationConcluded(
    Guid InvestigationId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    string Outcome) : IDomainEvent
{
    Guid IDomainEvent.Stream => InvestigationId;
}

/// <summary>A set of statements with the report was frozen, so that a review and a petition speak of the same.</summary>
/// <param name="InvestigationId">The investigation.</param>
/// <param name="Version">The place of the event in the investigation's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="DossierId">The frozen dossier.</param>
/// <param name="Number">Its number within the investigation, from 1.</param>
public sealed record DossierFrozen(
    Guid InvestigationId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    Guid DossierId, int Number) : IDomainEvent
{
    Guid IDomainEvent.Stream => InvestigationId;
}

/// <summary>Statements that came later were added to a frozen dossier, which itself stays as it is.</summary>
/// <param name="InvestigationId">The investigation.</param>
/// <param name="Version">The place of the event in the investigation's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="DossierId">The frozen dossier.</param>
/// <param name="Statements">The statements.</param>
public sealed record AddendumAdded(
    Guid InvestigationId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    Guid DossierId, IReadOnlyList<Guid> Statements) : IDomainEvent
{
    Guid IDomainEvent.Stream => InvestigationId;
}

/// <summary>The regional team has received an emergency.</summary>
/// <param name="ResponseId">The response.</param>
/// <param name="Version">The place of the event in the response's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="EmergencyId">The emergency at Intake.</param>
public sealed record EmergencyAcknowledged(
    Guid ResponseId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    Guid EmergencyId) : IDomainEvent
{
    Guid IDomainEvent.Stream => ResponseId;
}

/// <summary>The regional team acts on an emergency.</summary>
/// <param name="ResponseId">The response.</param>
/// <param name="Version">The place of the event in the response's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="EmergencyId">The emergency at Intake.</param>
public sealed record EmergencyAnswered(
    Guid ResponseId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    Guid EmergencyId) : IDomainEvent
{
    Guid IDomainEvent.Stream => ResponseId;
}
