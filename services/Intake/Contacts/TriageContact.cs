using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Intake.Emergencies;
using Geborgen.Intake.Families;
using Geborgen.Intake.Persons;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>Decides what follows on a contact.</summary>
public static class TriageContact
{
    /// <summary>What follows and why.</summary>
    /// <param name="Outcome">What follows.</param>
    /// <param name="Decision">Why, on what basis, and what somebody who disagrees can do.</param>
    /// <param name="Questions">What an investigation must answer; at least one then, none otherwise.</param>
    public sealed record Request(
        TriageOutcome Outcome,
        DecisionRequest? Decision = null,
        [property: MaxLength(50)] IReadOnlyList<QuestionRequest>? Questions = null);

    /// <summary>A question that an investigation must answer.</summary>
    /// <param name="Text">The question.</param>
    public sealed record QuestionRequest([property: Required, StringLength(2000)] string Text);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/triage", Handle)
        .RequireAccess("contact.triage").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(TriageContact)).WithSummary("Decide what follows on a contact, with reason, remedy and explanation");

    static Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, IntakeDb db, ChangeContact change, RaiseEmergency emergencies, CancellationToken ct) =>
        change.Apply(id, async (contact, now) =>
        {
            var (decision, incomplete) = (request.Decision ?? new()).Make();
            if (incomplete is not null)
                return incomplete;
            var family = await db.Families.AsNoTracking().SingleAsync(one => one.Id == contact.FamilyId, ct);
            var today = WorkingDays.DateOf(now);
            var refusal = contact.DecideTriage(
                request.Outcome, decision!,
                new([.. (request.Questions ?? []).Select(question => question.Text)],
                    [.. In(family, MemberRole.Child, today).Select(child => child.PersonId)],
                    [.. In(family, MemberRole.Parent, today).Select(parent => parent.PersonId)],
                    [.. In(family, MemberRole.Child, today).Where(child => DecidesAlone(child, today)).Select(child => child.PersonId)]),
                change.Caller.Account, now);
            if (refusal is null)
                await emergencies.For(contact, now, ct);
            return refusal;
        }, ct);

    static IEnumerable<Membership> In(Family family, MemberRole role, DateOnly today) =>
        family.Members.Where(member => member.Role == role && (member.Until is not { } until || until >= today));

    static bool DecidesAlone(Membership child, DateOnly today) =>
        Rights.Of(child.BornOn, null, today).Class is AgeClass.From16 or AgeClass.From18;
}
