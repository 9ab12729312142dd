using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Lets a paused term of a contact go on.</summary>
static class ResumeClock
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/clocks/{clockId:guid}/resumption", Handle)
        .RequireAccess("contact.clock").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(ResumeClock)).WithSummary("Let a paused term go on");

    static Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, Guid clockId, ChangeContact change, CancellationToken ct) =>
        change.Apply(id, (contact, now) => contact.ResumeClock(clockId, now), ct);
}
