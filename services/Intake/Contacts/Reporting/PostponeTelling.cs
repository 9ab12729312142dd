using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Postpones telling those concerned about a report, for a reason of safety.</summary>
public static class PostponeTelling
{
    /// <summary>Why telling waits and until when; without either it is refused.</summary>
    /// <param name="SafetyReason">Whose safety telling would endanger, and how.</param>
    /// <param name="Until">The last day, after today and at most four weeks ahead.</param>
    public sealed record Request(
        [property: StringLength(2000)] string? SafetyReason = null,
        DateOnly? Until = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/telling/postponement", Handle)
        .RequireAccess("contact.tell").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(PostponeTelling)).WithSummary("Postpone telling those concerned, for a reason of safety");

    static Task<Results<Ok<ContactResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, TimeLimits limits, Change<Contact> change, Files<Contact, ContactResponse> files, CancellationToken ct) =>
        change.Apply(id, (contact, by) => contact.PostponeTelling(
            request.SafetyReason, request.Until, limits.For(Contact.PostponementTerm, by.Now), by), ct).AnswerFor(files.Show);
}
