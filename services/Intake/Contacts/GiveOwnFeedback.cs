using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>
/// Lets a member of the family say how a contact went, under the member's own login: a contact that the member sent, or
/// was told of. Of any other a member can't even see that it is there.
/// </summary>
public static class GiveOwnFeedback
{
    /// <summary>How it went.</summary>
    /// <param name="Text">The member's own words; at most 5,000 characters.</param>
    public sealed record Request(
        [property: Required, StringLength(5000)] string Text);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/own-feedback", Handle)
        .RequireAccess("own-feedback.give").Idempotent()
        .WithName(nameof(GiveOwnFeedback)).WithSummary("Say how a contact about your own family went");

    static async Task<Results<Created<FeedbackResponse>, ProblemHttpResult>> Handle(
        Municipality municipality, Guid id, Request request, IntakeDb db, FamilyAccess access, CurrentUser user, TimeProvider time,
        CancellationToken ct)
    {
        var contact = await db.Contacts.SingleOrDefaultAsync(one => one.Id == id, ct);
        var now = time.GetUtcNow();
        // An unknown contact is judged as one of an unknown family, so that whoever tries ids leaves a trace.
        if (await access.To(contact?.FamilyId ?? id, contact?.Sender, ct) is not { } grant || contact is null
            || !await (await db.ContactsKnownTo(user.Id, now, ct)).ContainsAsync(id, ct))
            return Problems.NotFound();
        var member = await db.MemberBehind(user.Id, contact.FamilyId, now, ct);
        if (contact.ReceiveFeedback(request.Text, member, user.Id, now) is { } refusal)
            return Problems.From(refusal);
        await access.Log(grant, member is { } person ? [person] : [], ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created(
            $"/{municipality}/intake/v1/contacts/{id}/own-feedback", FeedbackResponse.Of(contact.Feedback.MaxBy(one => one.At)!));
    }
}
