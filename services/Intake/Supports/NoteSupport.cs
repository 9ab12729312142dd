using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Supports;

/// <summary>Writes down how support goes.</summary>
public static class NoteSupport
{
    /// <summary>How it goes.</summary>
    /// <param name="Text">The note.</param>
    public sealed record Request([property: Required, StringLength(2000)] string Text);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/support-exchanges/{id:guid}/notes", Handle)
        .RequireAccess("support-exchange.work").Idempotent().WithETag()
        .WithName(nameof(NoteSupport)).WithSummary("Write down how support goes");

    static Task<Results<Ok<SupportResponse>, ProblemHttpResult>> Handle(
        Municipality municipality, Guid id, Request request, IntakeDb db, Change<SupportExchange> change, CancellationToken ct) =>
        change.ApplyAmong(db.SupportsIn(municipality), id, (exchange, by) => exchange.Note(request.Text, by), ct).Answer(SupportResponse.Of);
}
