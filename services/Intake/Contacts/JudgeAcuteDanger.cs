using System.ComponentModel.DataAnnotations;
using Geborgen.Intake.Emergencies;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Records that somebody judges a member of the family to be in acute danger. That raises the emergency, when none runs.</summary>
public static class JudgeAcuteDanger
{
    /// <summary>Who is in danger, and who says so.</summary>
    /// <param name="PersonId">The member of the family who is in danger.</param>
    /// <param name="Ground">What the judgement is built on.</param>
    /// <param name="JudgedBy">Who judges so, by name and function.</param>
    public sealed record Request(
        Guid PersonId,
        [property: Required, StringLength(4000)] string Ground,
        [property: Required, StringLength(200)] string JudgedBy);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/acute-dangers", Handle)
        .RequireAccess("contact.judge-danger").Idempotent().WithETag()
        .WithName(nameof(JudgeAcuteDanger)).WithSummary("Record that somebody judges a person to be in acute danger");

    static Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, ChangeContact change, RaiseEmergency emergencies, SeekKeyWorker seek, CancellationToken ct) =>
        change.Apply(id, async (contact, now) =>
        {
            var refusal = contact.JudgeAcuteDanger(request.PersonId, request.Ground, request.JudgedBy, change.Caller.Account, now);
            if (refusal is not null)
                return refusal;
            await emergencies.For(contact, now, ct);
            // Also where it was decided before that nothing follows.
            seek.For(await seek.FamilyOf(contact, ct), now);
            return null;
        }, ct, request.PersonId, alsoClosed: true);
}
