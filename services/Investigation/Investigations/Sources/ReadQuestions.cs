using Geborgen.Access;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Investigations;

/// <summary>
/// Reads the questions of an investigation where they stand, at Intake, under Intake's own rules: with the caller's own
/// token and processing activity. Just after somebody was assigned Intake may not have heard of that, and answers as if there
/// were no such request; it is there, since the investigation was opened on it, so that the reader is told to try again.
/// </summary>
public static class ReadQuestions
{
    /// <summary>What Intake asked to be investigated.</summary>
    /// <param name="Id">The request at Intake.</param>
    /// <param name="ContactId">The contact that it follows from.</param>
    /// <param name="FamilyId">The family.</param>
    /// <param name="RequestedAt">When it was asked for.</param>
    /// <param name="Questions">What is to be found out.</param>
    public sealed record Response(Guid Id, Guid ContactId, Guid FamilyId, DateTimeOffset RequestedAt, IReadOnlyList<string> Questions);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/investigations/{id:guid}/questions", Handle)
        .RequireAccess("investigation.read")
        .WithName(nameof(ReadQuestions)).WithSummary("Read the questions of an investigation at Intake");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, InvestigationDb db, FamilyAccess access, Sources sources, HttpContext http, CancellationToken ct)
    {
        if (await access.To(id, db.OriginOfInvestigation(id), ct) is not { } grant)
            return Problems.NotFound();
        var investigation = await db.Investigations.AsNoTracking().Where(one => one.Id == id)
            .Select(one => new { one.RequestId, one.Municipality, one.Children, one.Parents, one.Adults }).SingleAsync(ct);
        var (_, questions, _) = await sources.Read<Response>(
            "intake", investigation.Municipality.Code, $"investigation-requests/{investigation.RequestId}", ct);
        if (questions is null)
            return Problems.SourceNotReachable(http);
        await access.Log(grant, investigation.Children.Concat(investigation.Parents).Concat(investigation.Adults), ct);
        return TypedResults.Ok(questions);
    }
}
