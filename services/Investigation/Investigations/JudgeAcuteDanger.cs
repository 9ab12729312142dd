using System.ComponentModel.DataAnnotations;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Records that somebody judges a member of the family to be in acute danger.</summary>
public static class JudgeAcuteDanger
{
    /// <summary>Who is in danger, and who says so.</summary>
    /// <param name="PersonId">Who is in danger; also somebody who is not heard in the investigation, such as a parent's partner.</param>
    /// <param name="Ground">What the judgement is built on.</param>
    /// <param name="JudgedBy">Who judges so, by name and function.</param>
    public sealed record Request(
        Guid PersonId,
        [property: Required, StringLength(4000)] string Ground,
        [property: Required, StringLength(200)] string JudgedBy);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/acute-dangers", Handle)
        .RequireAccess("investigation.do").Idempotent().WithETag()
        .WithName(nameof(JudgeAcuteDanger)).WithSummary("Record that somebody judges a person to be in acute danger");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, ChangeInvestigation change, CurrentUser user, CancellationToken ct) =>
        change.Apply(id, (investigation, now) =>
            investigation.JudgeAcuteDanger(request.PersonId, request.Ground, request.JudgedBy, user.Id, now), ct);
}
