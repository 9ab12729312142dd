using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>
/// Records a talk with a child who gets no paper about the draft of the report. What the child answers is recorded as an answer to the draft.
/// </summary>
public static class TalkAboutDraft
{
    /// <summary>What is sent.</summary>
    /// <param name="PersonId">The child: under twelve, or of an age that is not known.</param>
    /// <param name="SpokenOn">The day of the talk: after the draft was written, and not in the future.</param>
    /// <param name="SpokenBy">Who spoke with the child, as a name or function.</param>
    /// <param name="Manner">How the talk suited the child's age and language.</param>
    /// <param name="Interpreter">Who interpreted; left out when nobody did.</param>
    public sealed record Request(
        Guid PersonId,
        DateOnly SpokenOn,
        [property: Required, StringLength(200)] string SpokenBy,
        [property: Required, StringLength(2000)] string Manner,
        HearPerson.InterpreterRequest? Interpreter = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/report/talks", Handle)
        .RequireAccess("investigation.voice").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(TalkAboutDraft)).WithSummary("Record a talk with a child about the draft");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Investigation> change, Files<Investigation, InvestigationResponse> files, CancellationToken ct) =>
        change.Apply(id, async (investigation, by) => investigation.TalkAboutDraft(
            request.PersonId, new(request.SpokenOn, request.SpokenBy, request.Manner, request.Interpreter?.Who), request.Interpreter is { IsRelative: true },
            await files.RecordsOf(investigation, ct), by), ct).Answer(InvestigationResponse.Of);
}
