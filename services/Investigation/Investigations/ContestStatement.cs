using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Records that somebody disputes a statement, or its label.</summary>
public static class ContestStatement
{
    /// <summary>What is sent.</summary>
    /// <param name="Part">What of it is disputed.</param>
    /// <param name="Reason">Why, in the words of who disputes it.</param>
    /// <param name="PersonId">The child or parent of the investigation who disputes it; left out when somebody else does.</param>
    public sealed record Request(
        ContestedPart Part,
        [property: Required, StringLength(4000)] string Reason,
        Guid? PersonId = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/statements/{statementId:guid}/contests", Handle)
        .RequireAccess("investigation.do").Idempotent().WithETag()
        .WithName(nameof(ContestStatement)).WithSummary("Contest a statement");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Request request, ChangeInvestigation change, CurrentUser user, CancellationToken ct) =>
        change.Apply(id, (investigation, now) =>
            investigation.Contest(statementId, request.Part, request.Reason, new StatementWriter(user.Id, request.PersonId), now), ct);
}
