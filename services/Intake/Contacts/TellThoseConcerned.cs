using System.ComponentModel.DataAnnotations;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Records that those concerned were told about a report.</summary>
public static class TellThoseConcerned
{
    /// <summary>How and by whom they were told.</summary>
    /// <param name="How">How they were told.</param>
    /// <param name="ToldBy">Who told them, by name.</param>
    public sealed record Request(
        [property: Required, StringLength(2000)] string How,
        [property: Required, StringLength(200)] string ToldBy);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/telling", Handle)
        .RequireAccess("contact.tell").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(TellThoseConcerned)).WithSummary("Record that those concerned were told about the report");

    static Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, ChangeContact change, CancellationToken ct) =>
        change.Apply(id, (contact, now) => contact.TellThoseConcerned(request.How, request.ToldBy, change.Caller.Account, now), ct);
}
