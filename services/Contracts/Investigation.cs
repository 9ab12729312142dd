using System.Text.Json.Serialization;

namespace Geborgen.Contracts.Investigation;

/// <summary>What happens to an investigation.</summary>
public abstract record InvestigationEvent : DomainEvent
{
    /// <summary>The investigation.</summary>
    [JsonRequired]
    public Guid InvestigationId { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override Guid Stream { get => InvestigationId; init => InvestigationId = value; }
}

/// <summary>What happens to the regional team's response to an emergency.</summary>
public abstract record EmergencyResponseEvent : DomainEvent
{
    /// <summary>The response.</summary>
    [JsonRequired]
    public Guid ResponseId { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override Guid Stream { get => ResponseId; init => ResponseId = value; }
}

/// <summary>A regional team opened an investigation that was asked for.</summary>
/// <param name="RequestId">The request at Intake, where the questions are.</param>
/// <param name="Kind"><c>first</c> or <c>extended</c>.</param>
/// <param name="Children">The children whom it concerns.</param>
/// <param name="Parents">The parents who are heard.</param>
/// <param name="Adults">The other adults who are heard.</param>
public sealed record InvestigationOpened(
    Guid RequestId, string Kind, IReadOnlyList<Guid> Children, IReadOnlyList<Guid> Parents, IReadOnlyList<Guid>? Adults = null) : InvestigationEvent;

/// <summary>A first investigation goes on as an extended one.</summary>
public sealed record InvestigationExtended : InvestigationEvent;

/// <summary>It was written down how an investigation is done and which questions it answers.</summary>
public sealed record InvestigationPlanned : InvestigationEvent;

/// <summary>A source was consulted.</summary>
/// <param name="SourceId">The source.</param>
public sealed record SourceConsulted(Guid SourceId) : InvestigationEvent;

/// <summary>A draft of the report was written; nobody of the family has it yet.</summary>
/// <param name="Number">The number of the draft, from 1.</param>
public sealed record ReportDrafted(int Number) : InvestigationEvent;

/// <summary>It was recorded what a child or parent says, or why that person's own statement is missing.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="StatementId">The statement, or null when there is a reason why not.</param>
public sealed record VoiceRecorded(Guid PersonId, Guid? StatementId) : InvestigationEvent;

/// <summary>The family got the draft of the report and can answer it.</summary>
/// <param name="Number">The number of the draft, from 1.</param>
/// <param name="AnswerBy">Until when the family can answer.</param>
public sealed record DraftReportPresented(int Number, DateOnly AnswerBy) : InvestigationEvent;

/// <summary>Somebody spoke with a child who gets no paper about the draft of the report.</summary>
/// <param name="PersonId">The child.</param>
/// <param name="Number">The number of the draft, from 1.</param>
public sealed record DraftTalkHeld(Guid PersonId, int Number) : InvestigationEvent;

/// <summary>Somebody of the family answered the draft.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="StatementId">The answer, as a statement.</param>
public sealed record RebuttalGiven(Guid PersonId, Guid StatementId) : InvestigationEvent;

/// <summary>The report was made final, with the answers of the family in it.</summary>
public sealed record ReportMadeFinal : InvestigationEvent;

/// <summary>The report uses a statement that was changed, so that what was built on it must be weighed again.</summary>
/// <param name="StatementId">The statement.</param>
public sealed record ReportFlagged(Guid StatementId) : InvestigationEvent;

/// <summary>What was built on a changed statement was weighed again.</summary>
/// <param name="StatementId">The statement.</param>
public sealed record ReportReweighed(Guid StatementId) : InvestigationEvent;

/// <summary>Somebody became one of those whom an investigation concerns, or is so no longer.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Change"><c>child</c>, <c>parent</c> or <c>adult</c> for who joins, <c>ended</c> for who does not belong to it any more.</param>
public sealed record ConcernedChanged(Guid PersonId, string Change) : InvestigationEvent;

/// <summary>An investigation was concluded. The decision itself is published as <see cref="Casework.DecisionPublished"/>.</summary>
/// <param name="Outcome">In camelCase: <c>noFurtherAction</c>, <c>voluntarySupport</c>, <c>conditionsNeeded</c> or <c>measureAdvised</c>.</param>
public sealed record InvestigationConcluded(string Outcome) : InvestigationEvent;

/// <summary>A set of statements with the report was frozen, so that a review and a petition speak of the same.</summary>
/// <param name="DossierId">The frozen dossier.</param>
/// <param name="Number">Its number within the investigation, from 1.</param>
public sealed record DossierFrozen(Guid DossierId, int Number) : InvestigationEvent;

/// <summary>Statements that came later were added to a frozen dossier, which itself stays as it is.</summary>
/// <param name="DossierId">The frozen dossier.</param>
/// <param name="Statements">The statements.</param>
public sealed record AddendumAdded(Guid DossierId, IReadOnlyList<Guid> Statements) : InvestigationEvent;

/// <summary>The regional team has received an emergency.</summary>
/// <param name="EmergencyId">The emergency at Intake.</param>
public sealed record EmergencyAcknowledged(Guid EmergencyId) : EmergencyResponseEvent;

/// <summary>The regional team acts on an emergency.</summary>
/// <param name="EmergencyId">The emergency at Intake.</param>
public sealed record EmergencyAnswered(Guid EmergencyId) : EmergencyResponseEvent;
