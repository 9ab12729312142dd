using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Writes down how a contact went for the family.</summary>
public static class ReceiveFeedback
{
    /// <summary>How it went.</summary>
    /// <param name="Text">The family's words.</param>
    /// <param name="PersonId">The member of the family whose words they are; left out when that is not said.</param>
    public sealed record Request(
        [property: Required, StringLength(5000)] string Text,
        Guid? PersonId = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/feedback", Handle)
        .RequireAccess("contact.feedback").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(ReceiveFeedback)).WithSummary("Write down how the contact went for the family");

    static Task<Results<Ok<ContactResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Contact> change, Files<Contact, ContactResponse> files, CancellationToken ct) =>
        change.Apply(id, async (contact, by) =>
            contact.ReceiveFeedback(request.Text, request.PersonId, await files.RecordsOf(contact, ct), by), ct).AnswerFor(files.Show);
}
