using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Attaches a person's own statement to an opinion about them; it travels with the opinion, beside those of others.</summary>
public static class AttachOwnStatement
{
    /// <summary>What the person says about the opinion.</summary>
    /// <param name="Text">The words; at most 20,000 characters.</param>
    /// <param name="Author">Whose words they are.</param>
    /// <param name="PersonId">The member of the family whose words they are; needed for a child's or parent's words, left out when it is somebody else.</param>
    public sealed record Request(
        [property: Required, StringLength(Statement.MaxLength)] string Text,
        StatementAuthor Author,
        Guid? PersonId = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/statements/{statementId:guid}/own-statements", Handle)
        .RequireAccess("contact.statement").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(AttachOwnStatement)).WithSummary("Attach a person's own statement to an opinion about them");

    static Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Request request, ChangeContact change, CancellationToken ct) =>
        change.Apply(id, (contact, now) => contact.AttachStatement(
            statementId,
            Statement.Record(
                contact.Statements.Count + 1, kind: null, request.Author, request.Text, now, change.Caller.Account, request.PersonId),
            now), ct, request.PersonId);
}
