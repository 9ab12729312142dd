using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>
/// Lets a member of the family say how a contact went, under the member's own login: a contact that the member sent, or
/// was told of. Of any other a member can't even see that it is there.
/// </summary>
public static class GiveOwnFeedback
{
    /// <summary>How it went.</summary>
    /// <param name="Text">The member's own words.</param>
    public sealed record Request(
        [property: Required, StringLength(5000)] string Text);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/own-feedback", Handle)
        .RequireAccess("own-feedback.give").Idempotent()
        .WithName(nameof(GiveOwnFeedback)).WithSummary("Say how a contact about your own family went");

    static async Task<Results<Created<OwnFeedback>, ProblemHttpResult>> Handle(
        Municipality municipality, Guid id, Request request, IntakeDb db, Change<Contact> change, CurrentUser user, TimeProvider time,
        CancellationToken ct)
    {
        return await change.ApplyOwn(
            id, await db.OriginKnownTo(id, user.Id, time.GetUtcNow(), ct), (contact, by) => db.MemberBehind(by.Account, contact.FamilyId, by.Now, ct),
            (contact, by) => contact.GiveFeedback(request.Text, by), ct)
            .AnswerCreated(
                _ => $"/{municipality}/intake/v1/contacts/{id}/own-feedback",
                (contact, how) => OwnFeedback.Of(contact.Feedback.Single(one => one.At == how.At), contact.DoorTo(how.By!.PersonId, how.By.Today), how.By.Account));
    }
}
