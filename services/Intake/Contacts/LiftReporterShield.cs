using System.ComponentModel.DataAnnotations;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Ends the shielding of a reporter on the order of a court.</summary>
public static class LiftReporterShield
{
    /// <summary>On whose order.</summary>
    /// <param name="CourtOrder">The reference of the court order; without it the lifting is refused.</param>
    public sealed record Request(
        [property: StringLength(200)] string? CourtOrder = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/reporter-shield/lifting", Handle)
        .RequireAccess("contact.shield-reporter").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(LiftReporterShield)).WithSummary("End the shielding of the reporter on the order of a court");

    static Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, ChangeContact change, CancellationToken ct) =>
        change.Apply(id, (contact, now) => contact.LiftShield(request.CourtOrder, now), ct);
}
