using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Lets a paused term go on.</summary>
public static class ResumeClock
{
    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/clocks/{clockId:guid}/resumption", Handle)
        .RequireAccess("investigation.do").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(ResumeClock)).WithSummary("Resume a term");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid clockId, ChangeInvestigation change, CancellationToken ct) =>
        change.Apply(id, (investigation, now) => investigation.ResumeClock(clockId, now), ct);
}
