using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Notes how support by the network goes.</summary>
public static class NoteInformalSupport
{
    /// <summary>The note.</summary>
    /// <param name="Text">How it goes, in the words of who says it.</param>
    public sealed record Request([property: Required, StringLength(5000)] string Text);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/informal-supports/{supportId:guid}/notes", Handle)
        .RequireAccess("informal-support.record").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(NoteInformalSupport)).WithSummary("Note how support by the network goes");

    static Task<Results<Ok<InformalSupportResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid supportId, Request request, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, (family, by) => family.NoteSupport(supportId, request.Text, by), ct).Answer(family => InformalSupportResponse.Of(family, family.Supports.Single(one => one.Id == supportId)));
}
