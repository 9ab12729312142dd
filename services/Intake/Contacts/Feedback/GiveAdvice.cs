using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Records the advice that was given on a request for advice, or the information that was given on a question.</summary>
public static class GiveAdvice
{
    /// <summary>The advice.</summary>
    /// <param name="Text">The advice, without data on those concerned.</param>
    public sealed record Request(
        [property: Required, StringLength(20_000)] string Text);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/advice", Handle)
        .RequireAccess("contact.advise").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(GiveAdvice)).WithSummary("Record the advice or information that was given, without data on those concerned");

    static Task<Results<Ok<ContactResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Contact> change, Files<Contact, ContactResponse> files, SeekKeyWorker seek, CancellationToken ct) =>
        change.Apply(id, async (contact, by) =>
        {
            if (contact.GiveAdvice(request.Text, by) is { } refusal)
                return refusal;
            await seek.AsDecided(await seek.FamilyOf(contact, ct), contact, by, ct);
            return null;
        }, ct).AnswerFor(files.Show);
}
