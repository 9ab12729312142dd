using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Lets the author of a statement say it otherwise; the earlier version stays.</summary>
public static class AmendStatement
{
    /// <summary>The statement as its author says it now.</summary>
    /// <param name="Text">The words; at most 20,000 characters.</param>
    /// <param name="Kind">What kind of statement it is; left out when its author does not say.</param>
    public sealed record Request(
        [property: Required, StringLength(Statement.MaxLength)] string Text,
        StatementKind? Kind = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/statements/{statementId:guid}/amendments", Handle)
        .RequireAccess("contact.statement", "contact.statement-own").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(AmendStatement)).WithSummary("Amend one's own statement; the earlier version stays");

    static Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Request request, ChangeContact change, CancellationToken ct) =>
        change.Apply(id, (contact, now) => contact.AmendStatement(statementId, change.Caller, request.Text, request.Kind, now), ct);
}
