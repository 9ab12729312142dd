using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Takes a statement out of sight that was registered in error, earlier versions too.</summary>
static class TakeOutStatement
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/statements/{statementId:guid}/removal", Handle)
        .RequireAccess("contact.statement").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(TakeOutStatement)).WithSummary("Take out of sight what was registered in error");

    static Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, ChangeContact change, CancellationToken ct) =>
        change.Apply(id, (contact, now) => contact.TakeOutStatement(statementId, now), ct);
}
