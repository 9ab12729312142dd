using Geborgen.Casework;
using Geborgen.Intake.Families;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>Changes a contact. A worker is answered with the contact, the system that sent it with how far it is.</summary>
sealed class ChangeContact(IntakeDb db, Changes changes, FamilyAccess access, CurrentUser user)
{
    /// <summary>The caller: the account of a worker, or the client of a system.</summary>
    public StatementWriter Caller { get; } = new(user.Signature);

    /// <summary>For a change that needs nothing but the contact.</summary>
    /// <inheritdoc cref="Apply(Guid, Func{Contact, DateTimeOffset, Task{Refusal?}}, CancellationToken, Guid?, bool)"/>
    public Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Apply(
        Guid id, Func<Contact, DateTimeOffset, Refusal?> change, CancellationToken ct, Guid? member = null) =>
        Apply(id, (contact, now) => Task.FromResult(change(contact, now)), ct, member);

    /// <summary>Loads the contact, asks it, saves it, and answers with its new state.</summary>
    public async Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Apply(
        Guid id, Func<Contact, DateTimeOffset, Task<Refusal?>> change, CancellationToken ct, Guid? member = null, bool alsoClosed = false)
    {
        var (contact, grant, problem) = await changes.Apply<Contact>(id, db.OriginOfContact(id), IfNamed, Concerned, ct);
        if (problem is not null)
            return problem;
        return grant!.Relation == AccessPolicy.Sender
            ? TypedResults.Ok(RegisterContact.Response.Of(contact!))
            : TypedResults.Ok(ContactResponse.Of(contact!, access, grant));

        async Task<Refusal?> IfNamed(Contact asked, DateTimeOffset now)
        {
            asked.GoOnIn(await db.FileInUse(asked.FamilyId, ct));
            if (!alsoClosed && await db.Families.AnyAsync(one => one.Id == asked.GoesOnIn && one.ClosedAt != null, ct))
                return ClosingRefusals.FileClosed;
            return member is { } named && !(await Concerned(asked)).Contains(named) ? ContactRefusals.NotAMember : await change(asked, now);
        }

        async Task<IEnumerable<Guid>> Concerned(Contact changed) =>
            (await db.PersonsOf([changed.FamilyId, changed.GoesOnIn], ct)).SelectMany(persons => persons).Distinct();
    }
}
