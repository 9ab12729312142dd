using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// Records that a member died. Nobody of this family tells or writes to the person any more and no rights switch; what was recorded
/// stays for as long as the law says. Another file in which the person appears learns it when somebody calls.
/// </summary>
public static class RecordDeath
{
    /// <summary>When, and where that was found.</summary>
    /// <param name="DiedOn">The date of death.</param>
    /// <param name="Source">Where it was found, such as the register (BRP) or what a relative said.</param>
    public sealed record Request(DateOnly DiedOn, [property: StringLength(500)] string? Source = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/members/{personId:guid}/death", Handle)
        .RequireAccess("member.record").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(RecordDeath)).WithSummary("Record that a member died");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid personId, Request request, IntakeDb db, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, async (family, by) =>
        {
            if (!family.Holds(personId))
                return FamilyRefusals.NoSuchMember;
            var person = await db.Persons.SingleAsync(one => one.FamilyId == id && one.Id == personId, ct);
            if (person.Die(request.DiedOn, request.Source, by) is { } refusal)
                return refusal;
            var hadToHear = family.MustHearOfReports(by.Now).Contains(personId);
            family.NoteDeath(personId, request.DiedOn, by);
            if (!hadToHear)
                return null;
            var kin = await db.KinOf([id], ct);
            foreach (var contact in await db.Contacts.Where(contact => kin.Files.Contains(contact.FamilyId)).ToListAsync(ct))
                contact.TellNobodyElse(kin.MustHear(contact.FamilyId, contact.ReceivedAt, by.Now), by);
            return null;
        }, ct).Answer(FamilyResponse.Of);
}
