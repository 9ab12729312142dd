using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>
/// What every change of a contact has in common: who may, on which version, and that it is logged with the change.
/// A worker is answered with the contact, the system that sent it with how far it is.
/// </summary>
sealed class ChangeContact(IntakeDb db, FamilyAccess access, CurrentUser user, IHttpContextAccessor http, TimeProvider time)
{
    /// <summary>The caller: the account of a worker, or the client of a system.</summary>
    public StatementWriter Caller { get; } = user.AsWriter();

    /// <summary>For a change that needs nothing but the contact.</summary>
    /// <inheritdoc cref="Apply(Guid, Func{Contact, DateTimeOffset, Task{Refusal?}}, CancellationToken, Guid?)"/>
    public Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Apply(
        Guid id, Func<Contact, DateTimeOffset, Refusal?> change, CancellationToken ct, Guid? member = null) =>
        Apply(id, (contact, now) => Task.FromResult(change(contact, now)), ct, member);

    /// <summary>Loads the contact, asks it, saves it, and answers with its new state.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="change">Asks the contact; a refusal leaves everything as it was.</param>
    /// <param name="ct">Cancels the request.</param>
    /// <param name="member">Whom the change names, who must belong to the family; null when it names nobody.</param>
    public async Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Apply(
        Guid id, Func<Contact, DateTimeOffset, Task<Refusal?>> change, CancellationToken ct, Guid? member = null)
    {
        var contact = await db.Contacts.SingleOrDefaultAsync(contact => contact.Id == id, ct);
        // An unknown contact is judged as one of an unknown family, so that whoever tries ids leaves a trace.
        if (await access.To(contact?.FamilyId ?? id, contact?.Sender, ct) is not { } grant || contact is null)
            return Problems.NotFound();
        // What is added to a collection names no version.
        if (IfMatch.Version(http.HttpContext!) is { } version && version != contact.Version)
            return Problems.Stale();
        var persons = await db.PersonsOf(contact.FamilyId, ct);
        if (member is { } named && !persons.Contains(named))
            return Problems.From(ContactRefusals.NotAMember);
        if (await change(contact, time.GetUtcNow()) is { } refusal)
            return Problems.From(refusal);
        await access.Log(grant, persons, ct);
        await db.SaveChangesAsync(ct);
        return grant.Relation == AccessPolicy.Sender
            ? TypedResults.Ok(RegisterContact.Response.Of(contact))
            : TypedResults.Ok(ContactResponse.Of(contact, grant.Relation));
    }
}
