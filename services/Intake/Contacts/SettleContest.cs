using System.ComponentModel.DataAnnotations;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Records how a dispute about a statement ended. Nobody needs to end one.</summary>
public static class SettleContest
{
    /// <summary>How it ended.</summary>
    /// <param name="Outcome">What was agreed, or that it was taken back.</param>
    public sealed record Request(
        [property: Required, StringLength(5000)] string Outcome);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/statements/{statementId:guid}/contests/{contestId:guid}/settlement", Handle)
        .RequireAccess("contact.statement").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(SettleContest)).WithSummary("Settle a dispute about a statement");

    static Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Guid contestId, Request request, ChangeContact change, CancellationToken ct) =>
        change.Apply(id, (contact, now) => contact.SettleContest(statementId, contestId, request.Outcome, now), ct);
}
