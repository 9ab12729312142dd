using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Records that somebody disputes what a statement says, or that it is a fact or an opinion.</summary>
public static class ContestStatement
{
    /// <summary>What is disputed and why.</summary>
    /// <param name="Part">What of the statement is disputed.</param>
    /// <param name="Reason">Why, in the words of who disputes it.</param>
    /// <param name="PersonId">The member of the family who disputes it; left out when somebody else does.</param>
    public sealed record Request(
        ContestedPart Part,
        [property: Required, StringLength(Statement.MaxLength)] string Reason,
        Guid? PersonId = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/statements/{statementId:guid}/contests", Handle)
        .RequireAccess("contact.statement").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(ContestStatement)).WithSummary("Dispute a statement, or its label as fact or opinion");

    static Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Request request, ChangeContact change, CancellationToken ct) =>
        change.Apply(id, (contact, now) => contact.ContestStatement(
            statementId, request.Part, request.Reason, change.Caller with { PersonId = request.PersonId }, now), ct, request.PersonId);
}
