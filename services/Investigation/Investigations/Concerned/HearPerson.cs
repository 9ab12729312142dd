using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Records a child's or parent's own statement: who spoke with the person and how that suited age and language.</summary>
public static class HearPerson
{
    /// <summary>What is sent.</summary>
    /// <param name="PersonId">The child or parent.</param>
    /// <param name="Kind">What kind of statement it is.</param>
    /// <param name="Text">The own words.</param>
    /// <param name="StatedAt">When it was said.</param>
    /// <param name="SpokenBy">Who spoke with the person, as a name or function.</param>
    /// <param name="Manner">How the talk suited the person's age and language.</param>
    /// <param name="Interpreter">Who interpreted; left out when nobody did.</param>
    public sealed record Request(
        Guid PersonId,
        StatementKind Kind,
        [property: Required, StringLength(Statement.MaxLength)] string Text,
        DateTimeOffset StatedAt,
        [property: Required, StringLength(200)] string SpokenBy,
        [property: Required, StringLength(2000)] string Manner,
        InterpreterRequest? Interpreter = null);

    /// <summary>Who interpreted a talk; never a relative.</summary>
    /// <param name="Who">The interpreter, as a name or number of the register of sworn interpreters, or the agency.</param>
    /// <param name="IsRelative">Whether the interpreter is a relative of somebody of the family.</param>
    public sealed record InterpreterRequest([property: Required, StringLength(200)] string Who, bool IsRelative);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/voices", Handle)
        .RequireAccess("investigation.voice").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(HearPerson)).WithSummary("Record a child's or parent's own statement");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Investigation> change, Files<Investigation, InvestigationResponse> files, CancellationToken ct) =>
        change.Apply(id, async (investigation, by) => investigation.Hear(
            investigation.WordsOf(request.PersonId, request.Kind, request.Text, request.StatedAt), request.SpokenBy, request.Manner,
            await files.RecordsOf(investigation, ct), by,
            request.Interpreter is { } interpreter ? new(interpreter.Who, interpreter.IsRelative) : null), ct).Answer(InvestigationResponse.Of);
}
