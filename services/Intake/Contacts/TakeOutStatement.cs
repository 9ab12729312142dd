using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>
/// Takes a statement out of sight that was registered in error, earlier versions too, and records it as a data breach:
/// who had read it is told.
/// </summary>
public static class TakeOutStatement
{
    /// <summary>Why it is taken out.</summary>
    /// <param name="Reason">What went wrong; at most 4,000 characters.</param>
    /// <param name="DiscoveredAt">When somebody found out; now when left out.</param>
    public sealed record Request(
        [property: Required, StringLength(4000)] string Reason,
        DateTimeOffset? DiscoveredAt = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/statements/{statementId:guid}/removal", Handle)
        .RequireAccess("contact.statement").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(TakeOutStatement)).WithSummary("Take out of sight what was registered in error");

    static Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Request request, IntakeDb db, ChangeContact change, DataBreaches breaches, CancellationToken ct) =>
        change.Apply(id, async (contact, now) => contact.TakeOutStatement(statementId, now) ?? await breaches.Record(
            new(BreachSubject.Statement, statementId, contact.FamilyId, contact.Municipality, await db.PersonsOf(contact.FamilyId, ct),
                request.Reason, request.DiscoveredAt),
            contact.Statements.Single(one => one.Id == statementId), "contact.", contact.RegisteredAt, ct), ct);
}
