using Geborgen.Casework;
using Geborgen.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>What every change of a family has in common: who may, on which version, and that it is logged with the change.</summary>
sealed class ChangeFamily(IntakeDb db, Changes changes, FamilyAccess access)
{
    /// <summary>For a change that needs nothing but the family.</summary>
    /// <inheritdoc cref="Change"/>
    public Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Apply(
        Guid id, Func<Family, DateTimeOffset, Refusal?> change, CancellationToken ct) =>
        Apply(id, (family, now) => Task.FromResult(change(family, now)), ct);

    /// <summary>For a change of who works with the family, answered without a word about it: who asks may know no more.</summary>
    /// <inheritdoc cref="Change"/>
    public Task<Results<Ok<KeyWorkerResponse>, ProblemHttpResult>> ApplyToKeyWorker(
        Guid id, Func<Family, DateTimeOffset, Refusal?> change, CancellationToken ct) =>
        Change(id, (family, now) => Task.FromResult(change(family, now)), KeyWorkerResponse.Of, ct);

    /// <summary>For a change that looks something up, answered with who works with the family.</summary>
    /// <inheritdoc cref="Change"/>
    public Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Apply(
        Guid id, Func<Family, DateTimeOffset, Task<Refusal?>> change, CancellationToken ct) =>
        Change(id, change, FamilyResponse.Of, ct);

    /// <summary>For a change that is answered with a part of the family.</summary>
    /// <inheritdoc cref="Change"/>
    public Task<Results<Ok<T>, ProblemHttpResult>> Apply<T>(
        Guid id, Func<Family, DateTimeOffset, Refusal?> change, Func<Family, T> answer, CancellationToken ct) =>
        Change(id, (family, now) => Task.FromResult(change(family, now)), (family, _) => answer(family), ct);

    /// <summary>For a change that looks something up, answered with a part of the family.</summary>
    /// <inheritdoc cref="Change"/>
    public Task<Results<Ok<T>, ProblemHttpResult>> Apply<T>(
        Guid id, Func<Family, DateTimeOffset, Task<Refusal?>> change, Func<Family, T> answer, CancellationToken ct) =>
        Change(id, change, (family, _) => answer(family), ct);

    /// <summary>For a change of two families, answered with who works with the first. The caller works with both.</summary>
    public async Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> ApplyToBoth(
        Guid id, Guid otherId, Func<Family, Family?, DateTimeOffset, Task<Refusal?>> change, CancellationToken ct)
    {
        // Whoever may not know the other does not wait for it either.
        Guid? held = (await access.ToEach([otherId], ct)).ContainsKey(otherId) ? otherId : null;
        return await Change(id, async (family, now) =>
        {
            var grant = await access.To(otherId, ct);
            var other = grant is null ? null : await db.Families.SingleOrDefaultAsync(one => one.Id == otherId, ct);
            if (await change(family, other, now) is { } refusal)
                return refusal;
            await Follow(db, other!, now, ct);
            await access.Log(grant!, other!.Members.Select(member => member.PersonId), ct);
            return null;
        }, FamilyResponse.Of, ct, held);
    }

    /// <summary>Loads the family, asks it, saves it, and answers with its new state.</summary>
    async Task<Results<Ok<T>, ProblemHttpResult>> Change<T>(
        Guid id, Func<Family, DateTimeOffset, Task<Refusal?>> change, Func<Family, DateTimeOffset, T> answer, CancellationToken ct, Guid? other = null)
    {
        var (asked, before) = (default(DateTimeOffset), new List<Guid>());
        var (family, _, problem) = await changes.Apply<Family>(
            id, db.Families.Where(one => one.Id == id).Select(one => new Origin(one.Id, null)),
            async (one, now) =>
            {
                asked = now;
                before.AddRange(one.Members.Select(member => member.PersonId));
                if (await change(one, now) is { } refusal)
                    return refusal;
                await Follow(db, one, now, ct);
                return null;
            },
            // Who was a member before is concerned as well.
            one => Task.FromResult(before.Concat(one.Members.Select(member => member.PersonId))), ct, other);
        return problem is not null ? problem : TypedResults.Ok(answer(family!, asked));
    }

    /// <summary>Who works with a family reads the files that went into it, however often the familiar face changes.</summary>
    internal static async Task Follow(IntakeDb db, Family family, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var merge in family.Merges.Where(one => one.UndoneAt is null))
        {
            var closed = await db.Families.SingleAsync(one => one.Id == merge.OtherFamilyId, ct);
            closed.FollowWorkersOf(family, now);
            await Follow(db, closed, now, ct);
        }
    }
}
