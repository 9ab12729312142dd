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
        var contact = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct);
        if (await access.To(contact?.FamilyId ?? id, contact?.Sender, ct) is not { } grant || contact is null
            || !await (await db.ContactsKnownTo(user.Id, now, ct)).ContainsAsync(id, ct))
            return Problems.NotFound();
        var member = await db.MemberBehind(user.Id, contact.FamilyId, now, ct);
        await access.Log(grant, member is { } person ? [person] : [], ct);
        await files.LearnSecrets([contact], ct);
        var door = contact.DoorTo(member, WorkingDays.DateOf(now));
        return TypedResults.Ok(new Page<OwnFeedback>(
            [.. contact.Feedback.Where(one => one.WrittenBy == user.Id || (member is not null && one.PersonId == member))
                .OrderBy(one => one.At).Select(one => OwnFeedback.Of(one, door, user.Id))], Next: null));
    }
}
