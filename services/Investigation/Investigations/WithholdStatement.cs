using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Keeps a statement from the family for a time.</summary>
public static class WithholdStatement
{
    /// <summary>What is sent.</summary>
    /// <param name="Basis">The legal basis, such as Jeugdwet article 7.3.10 or Wmo 2015 article 5.3.2.</param>
    /// <param name="Reason">Why, for those who decide on it again.</param>
    /// <param name="ReviewOn">When it is looked at again; not after the end.</param>
    /// <param name="Until">The last day.</param>
    public sealed record Request(
        [property: Required, StringLength(200)] string Basis,
        [property: Required, StringLength(4000)] string Reason,
        DateOnly ReviewOn,
        DateOnly Until);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/statements/{statementId:guid}/withholding", Handle)
        .RequireAccess("investigation.do").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(WithholdStatement)).WithSummary("Withhold a statement from the family");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Request request, ChangeInvestigation change, CancellationToken ct) =>
        change.Apply(id, (investigation, now) =>
            investigation.WithholdStatement(statementId, new Withholding(request.Basis, request.Reason, request.ReviewOn, request.Until), now), ct);
}
