using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Intake.Contacts;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// Ties a login account to a member. Whoever appears in a file does not open it as a worker. What was sent under it before is said as what the
/// member is.
/// </summary>
public static class LinkMemberAccount
{
    /// <summary>Which account: by its id, or by what was sent under it.</summary>
    /// <param name="Account">
    /// The account's id (<c>sub</c> of its tokens): a person's, in use, as the directory of accounts has it; not the caller's own. It can be that of a
    /// worker of whichever organisation who appears in the file.
    /// </param>
    /// <param name="ContactId">A contact of this family that a person sent under the own login, such as a call for help; needed where no account is given.</param>
    public sealed record Request([property: StringLength(100)] string? Account = null, Guid? ContactId = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/members/{personId:guid}/account", Handle)
        .RequireAccess("member-account.link").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(LinkMemberAccount)).WithSummary("Tie a login account to a member");

    static async Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid personId, Request request, AccountDirectory directory, IntakeDb db, Change<Family> change, CancellationToken ct)
    {
        var account = request.Account ?? await db.SenderOf(request.ContactId, id, ct);
        return await change.Apply(id, () => directory.FindWorker(account, ct), async (family, by, owner) =>
        {
            if (family.LinkAccount(
                personId, owner.Account, by, await db.WorksWith(owner.Account, id, by.Now, ct), owner.IsPerson,
                owner.Organisation == family.Municipality.Code && owner.Roles.Contains(Roles.PrivacyOfficer)) is { } refusal)
                return refusal;
            var author = HelpInOwnFile.AuthorOf(personId, (await db.KinOf([id], ct)).RecordsOf(by.Today, id));
            var files = await db.FilesOf(id, ct);
            foreach (var sent in await db.Contacts.Where(one => files.Contains(one.FamilyId) && one.Sender == owner.Account).ToListAsync(ct))
                sent.FollowSender(author, by.Now);
            return null;
        }, ct).Answer(FamilyResponse.Of);
    }
}
