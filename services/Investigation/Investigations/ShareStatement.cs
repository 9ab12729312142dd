using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Shares a statement with a child or parent of the investigation. A child's words reach a parent only after a talk and a safety check.</summary>
public static class ShareStatement
{
    /// <summary>What is sent.</summary>
    /// <param name="PersonId">The child or parent.</param>
    /// <param name="TalkedWithChildOn">The day on which somebody spoke with the child about sharing it.</param>
    /// <param name="SafetyCheck">What was found about the child's safety once the reader knows it.</param>
    public sealed record Request(
        Guid PersonId,
        DateOnly? TalkedWithChildOn = null,
        [property: StringLength(4000)] string? SafetyCheck = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/statements/{statementId:guid}/sharings", Handle)
        .RequireAccess("investigation.do").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(ShareStatement)).WithSummary("Share a statement with a child or parent");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Request request, ChangeInvestigation change, CurrentUser user, CancellationToken ct) =>
        change.Apply(id, (investigation, now) => investigation.Share(
            statementId, new Sharing(request.PersonId, now, user.Id, request.TalkedWithChildOn, request.SafetyCheck)), ct);
}
