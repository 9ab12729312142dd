using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.OwnVoice;

/// <summary>Lets a child or parent answer the draft of the report, under the own login. The answer goes along with the report.</summary>
public static class GiveOwnRebuttal
{
    /// <summary>What is sent.</summary>
    /// <param name="Text">The answer, in the person's own words.</param>
    /// <param name="Kind">What kind of statement it is; an opinion when that is left out.</param>
    public sealed record Request(
        [property: Required, StringLength(Statement.MaxLength)] string Text, StatementKind Kind = StatementKind.Opinion);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/own-rebuttals", Handle)
        .RequireAccess("own-investigation.answer").Idempotent()
        .WithName(nameof(GiveOwnRebuttal)).WithSummary("Answer the draft of a report about your own family");

    static Task<Results<Created<OwnInvestigation>, ProblemHttpResult>> Handle(
        Municipality municipality, Guid id, Request request, ChangeOwnInvestigation change, CancellationToken ct) =>
        change.Apply(municipality, id, (investigation, by, now) =>
            investigation.Rebut(investigation.OwnStatement(by, request.Kind, request.Text, now), now), ct);
}
