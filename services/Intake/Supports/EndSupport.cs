using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Supports;

/// <summary>Ends an offer or request; who it was and how to reach them is forgotten.</summary>
public static class EndSupport
{
    /// <summary>Why it ends.</summary>
    /// <param name="Reason">The reason.</param>
    public sealed record Request([property: Required, StringLength(2000)] string Reason);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/support-exchanges/{id:guid}/end", Handle)
        .RequireAccess("support-exchange.work").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(EndSupport)).WithSummary("End an offer of or request for support");

    static Task<Results<Ok<SupportResponse>, ProblemHttpResult>> Handle(
        Municipality municipality, Guid id, Request request, IntakeDb db, Change<SupportExchange> change, CancellationToken ct) =>
        change.ApplyAmong(db.SupportsIn(municipality), id, (exchange, by) => exchange.End(request.Reason, by), ct).Answer(SupportResponse.Of);
}
