using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Lets the author of a statement take it back, or who wrote it down once that was read back; that it was said stays visible.</summary>
public static class WithdrawStatement
{
    /// <summary>What is sent; nothing when the author takes it back.</summary>
    /// <param name="AgreedOn">
    /// The day on which it was read back to whose words they are, who agreed; left out when the author takes it back.
    /// </param>
    public sealed record Request(DateOnly? AgreedOn = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/statements/{statementId:guid}/withdrawal", Handle)
        .RequireAccess("contact.statement", "contact.statement-own").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(WithdrawStatement)).WithSummary("Withdraw a statement as its author, or on the author's behalf; that it was said stays visible");

    static Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Request? request, ChangeContact change, Writers writers, CancellationToken ct) =>
        change.Apply(id, async (contact, now) => contact.WithdrawStatement(
            statementId, await writers.In(contact.FamilyId, ct), request?.AgreedOn, now), ct);
}
