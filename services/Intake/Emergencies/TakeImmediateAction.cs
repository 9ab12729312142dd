using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Emergencies;

/// <summary>Records what was done at once without agreement.</summary>
public static class TakeImmediateAction
{
    /// <summary>The action.</summary>
    /// <param name="Kind">What kind of action it is.</param>
    /// <param name="What">What was done.</param>
    /// <param name="DecidedBy">Who decided it, by name and function.</param>
    public sealed record Request(
        ImmediateActionKind Kind,
        [property: Required, StringLength(2000)] string What,
        [property: StringLength(200)] string? DecidedBy = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/emergencies/{id:guid}/immediate-actions", Handle)
        .RequireAccess("emergency.act").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(TakeImmediateAction)).WithSummary("Record an immediate action without agreement");

    static Task<Results<Ok<EmergencyResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Emergency> change, CancellationToken ct) =>
        change.Apply(id, (emergency, by) => emergency.Act(request.Kind, request.What, request.DecidedBy, by), ct).Answer(EmergencyResponse.Of);
}
