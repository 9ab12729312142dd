using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Ends the shielding of a reporter, on the order of a court or with the reporter's own consent.</summary>
public static class LiftReporterShield
{
    /// <summary>On whose order, or with whose consent; without either it is refused.</summary>
    /// <param name="CourtOrder">The reference of the court order.</param>
    /// <param name="ReporterConsent">How and when the reporter agreed that the family hears who reported.</param>
    public sealed record Request(
        [property: StringLength(200)] string? CourtOrder = null,
        [property: StringLength(2000)] string? ReporterConsent = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/reporter-shield/lifting", Handle)
        .RequireAccess("contact.shield-reporter").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(LiftReporterShield)).WithSummary("End the shielding of the reporter, on the order of a court or with the reporter's own consent");

    static Task<Results<Ok<ContactResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Contact> change, Files<Contact, ContactResponse> files, CancellationToken ct) =>
        change.Apply(id, (contact, by) => contact.LiftShield(request.CourtOrder, request.ReporterConsent, by), ct).AnswerFor(files.Show);
}
