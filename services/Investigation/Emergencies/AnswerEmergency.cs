using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Emergencies;

/// <summary>The regional team says what it does about an emergency.</summary>
public static class AnswerEmergency
{
    /// <summary>The answer.</summary>
    /// <param name="Answer">What the regional team does.</param>
    public sealed record Request([property: Required, StringLength(4000)] string Answer);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/emergencies/{id:guid}/answer", Handle)
        .RequireAccess("emergency-response.answer").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(AnswerEmergency)).WithSummary("Say what the regional team does");

    static Task<Results<Ok<EmergencyResource>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<EmergencyResponse> change, CancellationToken ct) =>
        change.Apply(id, (response, by) => response.Respond(request.Answer, by), ct).Answer(EmergencyResource.Of);
}
