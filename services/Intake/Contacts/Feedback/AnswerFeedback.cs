using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Answers what the family said about a contact.</summary>
public static class AnswerFeedback
{
    /// <summary>The answer.</summary>
    /// <param name="Text">What the family is answered.</param>
    public sealed record Request(
        [property: Required, StringLength(5000)] string Text);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/feedback/{feedbackId:guid}/answer", Handle)
        .RequireAccess("contact.feedback").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(AnswerFeedback)).WithSummary("Answer what the family said about the contact");

    static Task<Results<Ok<ContactResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid feedbackId, Request request, Change<Contact> change, Files<Contact, ContactResponse> files, CancellationToken ct) =>
        change.Apply(id, (contact, by) => contact.AnswerFeedback(feedbackId, request.Text, by), ct).AnswerFor(files.Show);
}
