using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>
/// Shares a statement with a child or parent of the investigation. A child's words reach a parent only after a talk and a
/// safety check; from sixteen they reach anybody only when the young person agreed (Jeugdwet, section 7.3).
/// </summary>
public static class ShareStatement
{
    /// <summary>What is sent.</summary>
    /// <param name="PersonId">The child or parent.</param>
    /// <param name="TalkedWithChildOn">The day on which somebody spoke with the child about sharing it: after it was said, and not in the future.</param>
    /// <param name="SafetyCheck">What was found about the child's safety once the reader knows it.</param>
    /// <param name="ConsentedOn">The day on which a young person of sixteen or older agreed to it: after it was said, and not in the future.</param>
    public sealed record Request(
        Guid PersonId,
        DateOnly? TalkedWithChildOn = null,
        [property: StringLength(4000)] string? SafetyCheck = null,
        DateOnly? ConsentedOn = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/statements/{statementId:guid}/sharings", Handle)
        .RequireAccess("investigation.do").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(ShareStatement)).WithSummary("Share a statement with a child or parent");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Request request, InvestigationDb db, ChangeInvestigation change, CurrentUser user, CancellationToken ct) =>
        change.Apply(id, async (investigation, now) => investigation.Share(
            statementId,
            new Sharing(request.PersonId, now, user.Id, request.TalkedWithChildOn, request.SafetyCheck, request.ConsentedOn),
            await db.FromSixteen(investigation.WhoseWords, ct)), ct);
}
