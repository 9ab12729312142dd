using Geborgen.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Lets a member of the family take back what the member said, under the own login; that it was said stays visible.</summary>
static class WithdrawOwnStatement
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/own-statements/{statementId:guid}/withdrawal", Handle)
        .RequireAccess("own-statement.change").Idempotent()
        .WithName(nameof(WithdrawOwnStatement)).WithSummary("Take back what you said; that it was said stays visible");

    static Task<Results<Ok<OwnContact>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, ChangeOwnStatement change, CancellationToken ct) =>
        change.Apply(id, statementId, (contact, by, now) => contact.WithdrawStatement(statementId, by, agreedOn: null, now), ct);
}
