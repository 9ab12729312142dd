using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Adds what somebody said or saw to a contact.</summary>
public static class AddStatement
{
    /// <summary>What one person said or saw.</summary>
    /// <param name="Text">The words; at most 20,000 characters.</param>
    /// <param name="Author">Whose words they are.</param>
    /// <param name="Kind">What kind of statement it is; left out when its author does not say.</param>
    /// <param name="StatedAt">When it was said or written; now when left out.</param>
    /// <param name="PersonId">The member of the family whose words they are; left out when it is somebody else.</param>
    /// <param name="AuthorName">The name of a professional or somebody of the network who is no member of the family, if they gave it.</param>
    public sealed record Request(
        [property: Required, StringLength(Statement.MaxLength)] string Text,
        StatementAuthor Author,
        StatementKind? Kind = null,
        DateTimeOffset? StatedAt = null,
        Guid? PersonId = null,
        [property: StringLength(200)] string? AuthorName = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/statements", Handle)
        .RequireAccess("contact.statement").Idempotent().WithETag()
        .WithName(nameof(AddStatement)).WithSummary("Add what somebody said or saw");

    static Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, ChangeContact change, CancellationToken ct) =>
        change.Apply(id, (contact, now) =>
            request.AuthorName is not null && (request.PersonId is not null || request.Author is not (StatementAuthor.Network or StatementAuthor.Professional))
                ? StatementRefusals.NameOfMember
                : contact.AddStatement(
                    Statement.Record(
                        contact.Statements.Count + 1, request.Kind, request.Author, request.Text, request.StatedAt ?? now,
                        change.Caller.Account, request.PersonId, request.AuthorName),
                    now), ct, request.PersonId);
}
