using System.ComponentModel.DataAnnotations;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

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

    static async Task<Results<Ok<EmergencyResource>, ProblemHttpResult>> Handle(
        Guid id, Request request, InvestigationDb db, FamilyAccess access, CurrentUser user, IHttpContextAccessor http,
        TimeProvider time, CancellationToken ct)
    {
        var response = await db.EmergencyResponses.SingleOrDefaultAsync(one => one.Id == id, ct);
        if (await access.To(response?.FamilyId ?? id, ct) is not { } grant || response is null)
            return Problems.NotFound();
        if (IfMatch.Version(http.HttpContext!) != response.Version)
            return Problems.Stale();
        if (response.Respond(request.Answer, user.Id, time.GetUtcNow()) is { } refusal)
            return Problems.From(refusal);
        await access.Log(grant, [], ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(EmergencyResource.Of(response));
    }
}
