using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.OwnVoice;

/// <summary>Lets a child or parent attach an own statement to an opinion that was shared with them; it travels with the opinion.</summary>
public static class AnswerSharedOpinion
{
    /// <summary>What is sent.</summary>
    /// <param name="Text">The person's own words.</param>
    /// <param name="Kind">What kind of statement it is; an opinion when that is left out.</param>
    public sealed record Request(
        [property: Required, StringLength(Statement.MaxLength)] string Text, StatementKind Kind = StatementKind.Opinion);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/shared-statements/{statementId:guid}/own-statements", Handle)
        .RequireAccess("own-investigation.answer").Idempotent()
        .WithName(nameof(AnswerSharedOpinion)).WithSummary("Attach your own statement to an opinion that was shared with you");

    static Task<Results<Created<OwnInvestigation>, ProblemHttpResult>> Handle(
        Municipality municipality, Guid id, Guid statementId, Request request, ChangeOwnInvestigation change, CancellationToken ct) =>
        change.Apply(municipality, id, (investigation, by, now) => investigation.AnswerShared(
            statementId, investigation.OwnStatement(by, request.Kind, request.Text, now), now), ct);
}
