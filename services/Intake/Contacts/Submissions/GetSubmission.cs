using Geborgen.Access;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>Lets a sender read how far it is with what it sent, also that it was registered in error.</summary>
static class GetSubmission
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/submissions/{id:guid}", Handle)
        .RequireAccess("submission.read").WithETag()
        .WithName(nameof(GetSubmission)).WithSummary("Read how far it is with what you sent");

    static async Task<Results<Ok<Submission>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, FamilyAccess access, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        if (await access.To(id, db.OriginOfContact(id).IgnoreQueryFilters(), ct) is not { } grant)
            return Problems.NotFound();
        var contact = await db.Contacts.IgnoreQueryFilters().AsNoTracking().SingleAsync(one => one.Id == id, ct);
        await access.Log(grant, await db.PersonsOf(contact.FamilyId, ct), ct);
        return TypedResults.Ok(Submission.Of(contact, grant.Role == Roles.FamilyMember ? await db.KnownAs(contact, user.Id, time.GetUtcNow(), ct) : null));
    }
}
