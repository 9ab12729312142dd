using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Lets the author of a statement take it back; that it was said stays visible.</summary>
static class WithdrawStatement
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/statements/{statementId:guid}/withdrawal", Handle)
        .RequireAccess("contact.statement", "contact.statement-own").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(WithdrawStatement)).WithSummary("Withdraw one's own statement; that it was said stays visible");

    static Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, ChangeContact change, CancellationToken ct) =>
        change.Apply(id, (contact, now) => contact.WithdrawStatement(statementId, change.Caller, now), ct);
}
