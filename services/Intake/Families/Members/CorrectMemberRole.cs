using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// Corrects as what a member belongs to the family, where that was recorded wrongly. What hangs on it follows at once: whose words the member's
/// are, who must be told of reports, and who has authority. The earlier role stays, with who corrected it and why.
/// </summary>
public static class CorrectMemberRole
{
    /// <summary>The right role.</summary>
    /// <param name="Role">As what the person belongs to the family, and did from the first day of the membership.</param>
    /// <param name="Reason">Why the role that stands there is wrong; without it nothing is corrected.</param>
    public sealed record Request(MemberRole Role, [property: StringLength(2000)] string? Reason = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPut("/families/{id:guid}/members/{personId:guid}/role", Handle)
        .RequireAccess("member.record").RequireIfMatch().WithETag()
        .WithName(nameof(CorrectMemberRole)).WithSummary("Correct the wrong role of a member");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid personId, Request request, IntakeDb db, TimeLimits limits, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, async (family, by) =>
        {
            if (family.CorrectRole(personId, request.Role, request.Reason, by) is { } refusal)
                return refusal;
            var kin = await db.KinOf([id], ct);
            var ids = kin.Persons.Where(one => kin.AreSame(one, personId)).ToHashSet();
            var author = request.Role switch { MemberRole.Child => StatementAuthor.Child, MemberRole.Parent => StatementAuthor.Parent, _ => StatementAuthor.Adult };
            foreach (var contact in await db.Contacts.Where(one => kin.Files.Contains(one.FamilyId)).ToListAsync(ct))
            {
                contact.FollowRole(ids, author, by.Now);
                var mustHear = kin.MustHear(contact.FamilyId, contact.ReceivedAt, by.Now);
                contact.TellWhoJoined(mustHear, limits.For(Contacts.Contact.TellingTerm, by.Now), by.Now);
                contact.TellNobodyElse(mustHear, by);
            }
            return null;
        }, ct).Answer(FamilyResponse.Of);
}
