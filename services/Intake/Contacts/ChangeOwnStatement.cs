using Geborgen.Casework;
using Geborgen.Intake.Families;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>Lets a member of the family change what the member said, and answers with what is the member's own of the contact.</summary>
sealed class ChangeOwnStatement(IntakeDb db, Changes changes, CurrentUser user, TimeLimits limits, TimeProvider time)
{
    /// <summary>Finds the member behind the login, asks the contact and saves it. What is not the member's own is not there.</summary>
    public async Task<Results<Ok<OwnContact>, ProblemHttpResult>> Apply(
        Guid id, Guid statementId, Func<Contact, StatementWriter, DateTimeOffset, Refusal?> change, CancellationToken ct)
    {
        var known = await db.ContactsKnownTo(user.Id, time.GetUtcNow(), ct);
        Family? family = null;
        var (contact, _, problem) = await changes.Apply<Contact>(
            id, db.OriginOfContact(id).Where(_ => known.Contains(id)),
            async (one, now) =>
            {
                family = await db.FamilyInUse(one.FamilyId, ct);
                return family!.MemberBehind(user.Id, now) is { } member && one.OwnOf(member, user.Id).Any(said => said.Id == statementId)
                    ? change(one, new StatementWriter(user.Id, member), now)
                    : StatementRefusals.NoSuchStatement;
            },
            _ => Task.FromResult<IEnumerable<Guid>>([family!.MemberBehind(user.Id, time.GetUtcNow())!.Value]), ct);
        return problem is not null
            ? problem
            : TypedResults.Ok(OwnContact.Of(contact!, OwnReader.Of(family!, user.Id, time.GetUtcNow()), limits));
    }
}
