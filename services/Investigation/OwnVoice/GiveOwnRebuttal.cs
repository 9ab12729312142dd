using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Investigation.Investigations;
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

    static Task<Results<Ok<OwnInvestigation>, ProblemHttpResult>> Handle(
        Guid id, Request request, Files<Investigations.Investigation, InvestigationResponse> files, ChangeOwn<Investigations.Investigation, InvestigationResponse, OwnInvestigation> change, CancellationToken ct) =>
        change.Apply(id, async (investigation, by) => investigation.RebutOwn(request.Text, request.Kind, await files.RecordsOf(investigation, ct), by), ct);
}
