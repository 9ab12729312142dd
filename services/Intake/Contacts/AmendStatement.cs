using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Lets the author of a statement say it otherwise, or who wrote it down once it was read back; the earlier version stays.</summary>
public static class AmendStatement
{
    /// <summary>The statement as its author says it now.</summary>
    /// <param name="Text">The words; at most 20,000 characters.</param>
    /// <param name="Kind">What kind of statement it is; left out when that stays as it is.</param>
    /// <param name="AgreedOn">
    /// The day on which it was read back to whose words they are, who agreed; left out when the author amends.
    /// </param>
    public sealed record Request(
        [property: Required, StringLength(Statement.MaxLength)] string Text,
        StatementKind? Kind = null,
        DateOnly? AgreedOn = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/statements/{statementId:guid}/amendments", Handle)
        .RequireAccess("contact.statement", "contact.statement-own").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(AmendStatement)).WithSummary("Amend a statement as its author, or on the author's behalf; the earlier version stays");

    static Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Request request, ChangeContact change, Writers writers, CancellationToken ct) =>
        change.Apply(id, async (contact, now) => contact.AmendStatement(
            statementId, await writers.In(contact.FamilyId, ct), request.Text, request.Kind, request.AgreedOn, now), ct);
}
