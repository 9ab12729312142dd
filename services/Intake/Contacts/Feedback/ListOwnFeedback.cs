using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>Reads what a member of the family said about a contact and what that was answered; nothing else of the contact.</summary>
static class ListOwnFeedback
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/contacts/{id:guid}/own-feedback", Handle)
        .RequireAccess("own-feedback.read")
        .WithName(nameof(ListOwnFeedback)).WithSummary("Read your own feedback on a contact with its answers");

    static async Task<Results<Ok<Page<OwnFeedback>>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, Files<Contact> files, FamilyAccess access, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (await access.To(id, await db.OriginKnownTo(id, user.Id, now, ct), ct) is not { } grant)
            return Problems.NotFound();
        var contact = await db.Contacts.AsNoTracking().SingleAsync(one => one.Id == id, ct);
        var member = await db.MemberBehind(user.Id, contact.FamilyId, now, ct);
        await access.Log(grant, member is { } person ? [person] : [], ct);
        await files.LearnSecrets([contact], ct);
        var door = contact.DoorTo(member, WorkingDays.DateOf(now));
        return TypedResults.Ok(new Page<OwnFeedback>(
            [.. contact.Feedback.Where(one => one.WrittenBy == user.Id || (member is not null && one.PersonId == member))
                .OrderBy(one => one.At).Select(one => OwnFeedback.Of(one, door, user.Id))], Next: null));
    }
}
