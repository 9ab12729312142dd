using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Families;

/// <summary>Tells the family what becomes of its wish for another key worker. A handover answers it by itself.</summary>
public static class AnswerKeyWorkerWish
{
    /// <summary>The answer.</summary>
    /// <param name="Text">The answer, in words for the family.</param>
    public sealed record Request([property: Required, StringLength(5000)] string Text);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/key-worker/wishes/{wishId:guid}/answer", Handle)
        .RequireAccess("contact.assign").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(AnswerKeyWorkerWish)).WithSummary("Answer a wish for another key worker");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid wishId, Request request, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, (family, by) => family.AnswerKeyWorkerWish(wishId, request.Text, by), ct).Answer(FamilyResponse.Of);
}
