using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Corrects a fact in a statement whose author can not (AVG, article 16). An opinion is not corrected.</summary>
public static class CorrectStatement
{
    /// <summary>The right words and why.</summary>
    /// <param name="Text">The right words; at most 20,000 characters.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Request(
        [property: Required, StringLength(Statement.MaxLength)] string Text,
        [property: Required, StringLength(2000)] string Reason);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/statements/{statementId:guid}/corrections", Handle)
        .RequireAccess("contact.statement").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(CorrectStatement)).WithSummary("Correct a fact in a statement; the earlier version stays");

    static Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Request request, ChangeContact change, CancellationToken ct) =>
        change.Apply(id, (contact, now) => contact.CorrectStatement(statementId, change.Caller, request.Text, request.Reason, now), ct);
}
