using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.CaseFiles;

/// <summary>
/// The one way in which a command changes something: it decides who may, holds the family, then the thing, loads it,
/// compares the version that the caller names, asks, logs and saves, all in one transaction. What colleagues add at once waits for its
/// turn and is all kept; of two commands that exclude each other the second sees what the first did. A request that was carried out
/// before changes nothing: who may, is decided anew, and the thing is shown as it is now.
/// </summary>
public sealed class Change<T>(
    CaseFileDb db, Files<T> files, FamilyAccess access, AccessPolicy policy, CurrentUser user, IHttpContextAccessor http, Repetition repetition,
    TimeProvider time)
    where T : Versioned
{
    const string Stale = "stale";

    // What is logged of another than the thing itself.
    (Grant Grant, IEnumerable<Guid> Persons)[] also = [];

    /// <summary>For a change that needs nothing but the thing itself.</summary>
    public Task<Changed<T>> Apply(Guid id, Func<T, Actor, Refusal?> ask, CancellationToken ct) =>
        Apply(id, (one, by) => Task.FromResult(ask(one, by)), ct);

    /// <summary>For a change that looks something up.</summary>
    public Task<Changed<T>> Apply(Guid id, Func<T, Actor, Task<Refusal?>> ask, CancellationToken ct) =>
        Apply(id, files.WhoseIs(id), new(ask), ct);

    /// <summary>
    /// For a change that needs what is kept outside, such as who somebody is in the directory of accounts. Who may is decided first; what is
    /// outside is read before anything is held, and where it can't be reached now nothing is changed.
    /// </summary>
    public Task<Changed<T>> Apply<TOutside>(
        Guid id, Func<Task<SourceReading<TOutside>>> read, Func<T, Actor, TOutside, Refusal?> ask, CancellationToken ct) where TOutside : class =>
        Apply(id, read, (one, by, outside) => Task.FromResult(ask(one, by, outside)), ct);

    /// <inheritdoc cref="Apply{TOutside}(Guid, Func{Task{SourceReading{TOutside}}}, Func{T, Actor, TOutside, Refusal}, CancellationToken)"/>
    public Task<Changed<T>> Apply<TOutside>(
        Guid id, Func<Task<SourceReading<TOutside>>> read, Func<T, Actor, TOutside, Task<Refusal?>> ask, CancellationToken ct) where TOutside : class
    {
        SourceReading<TOutside>? outside = null;
        return Apply(id, files.WhoseIs(id), new((one, by) => ask(one, by, outside!.Content!), Read: async () => (outside = await read()).Status), ct);
    }

    /// <summary>For a change that a closed file takes as well.</summary>
    public Task<Changed<T>> ApplyEvenIfClosed(Guid id, Func<T, Actor, Task<Refusal?>> ask, CancellationToken ct) =>
        Apply(id, files.WhoseIs(id), new(ask, EvenIfClosed: true), ct);

    /// <summary>
    /// For a change of what a system sent, by that system. It learns nothing of what happens inside: a closed file takes it as well, and its
    /// version is of what it is shown.
    /// </summary>
    public Task<Changed<T>> ApplySent(Guid id, Func<T, int> versionSeen, Func<T, Actor, Refusal?> ask, CancellationToken ct) =>
        Apply(id, files.WhoseIs(id), new((one, by) => Task.FromResult(ask(one, by)), EvenIfClosed: true, VersionSeen: versionSeen), ct);

    /// <summary>
    /// For a change that a member of the family makes under the own login. Whose it is says whether the member may know that it is
    /// there; who the member is follows from what a worker tied. It is logged as that member's alone: others don't learn of it. What the
    /// member is shown is part of what the change tells the family.
    /// </summary>
    public Task<Changed<T>> ApplyOwn(
        Guid id, IQueryable<Origin> whose, Func<T, Actor, Task<Guid?>> whoIs, Func<T, Actor, Task<Refusal?>> ask, CancellationToken ct,
        Func<T, Actor, Task>? show = null) =>
        Apply(id, whose, new(ask, EvenIfClosed: true, whoIs, show), ct);

    /// <inheritdoc cref="ApplyOwn(Guid, IQueryable{Origin}, Func{T, Actor, Task{Guid?}}, Func{T, Actor, Task{Refusal?}}, CancellationToken, Func{T, Actor, Task}?)"/>
    public Task<Changed<T>> ApplyOwn(
        Guid id, IQueryable<Origin> whose, Func<T, Actor, Task<Guid?>> whoIs, Func<T, Actor, Refusal?> ask, CancellationToken ct) =>
        ApplyOwn(id, whose, whoIs, (one, by) => Task.FromResult(ask(one, by)), ct);

    /// <summary>For a change of something that belongs to no family and needs nothing but the thing itself.</summary>
    /// <inheritdoc cref="ApplyAmong(IQueryable{T}, Guid, Func{T, Actor, Task{Refusal?}}, CancellationToken)"/>
    public Task<Changed<T>> ApplyAmong(IQueryable<T> collected, Guid id, Func<T, Actor, Refusal?> ask, CancellationToken ct) =>
        ApplyAmong(collected, id, (one, by) => Task.FromResult(ask(one, by)), ct);

    /// <summary>For a change of something that belongs to no family, among those that the caller's municipality collected.</summary>
    public async Task<Changed<T>> ApplyAmong(IQueryable<T> collected, Guid id, Func<T, Actor, Task<Refusal?>> ask, CancellationToken ct)
    {
        if (await access.ToCollection(ct) is not { } grant || !await collected.AnyAsync(one => one.Id == id, ct))
            return new(Problems.NotFound());
        await using var transaction = await Begin(ct);
        return await Ask(transaction, grant, id, new(ask), ct);
    }

    /// <summary>
    /// For a change of a family's thing by somebody who neither belongs to the family nor works with it, but was given a part in it, as whose
    /// it is says. It is logged under the family.
    /// </summary>
    public async Task<Changed<T>> ApplyGiven(Guid id, IQueryable<Origin> whose, Func<T, Actor, Task<Refusal?>> ask, CancellationToken ct)
    {
        if (await access.ToCollection(ct) is not { } grant || await whose.SingleOrDefaultAsync(ct) is not { FamilyId: var family })
            return new(Problems.NotFound());
        await using var transaction = await Begin(ct);
        await db.HoldFamilyAsync(family, ct);
        return await Ask(transaction, grant with { FamilyId = family }, id, new(ask), ct);
    }

    async Task<Changed<T>> Apply(Guid id, IQueryable<Origin> whose, Asked asked, CancellationToken ct)
    {
        if (await access.To(id, whose, ct) is not { } grant)
            return new(Problems.NotFound());
        if (repetition.First is null && asked.Read is { } read && await read() != SourceStatus.Read)
            return new(Problems.SourceNotReachable(http.HttpContext!));
        await using var transaction = await Begin(ct);
        await db.HoldFamilyAsync(grant.FamilyId!.Value, ct);
        return await Ask(transaction, grant, id, asked, ct);
    }

    /// <summary>For a change of two at once, on both of which the caller may act. Another that is not in reach is as one that is not there.</summary>
    public async Task<Changed<T>> ApplyToBoth(Guid id, Guid otherId, Func<T, T?, Actor, Task<Refusal?>> ask, CancellationToken ct)
    {
        if (await access.To(id, files.WhoseIs(id), ct) is not { } grant)
            return new(Problems.NotFound());
        // Whoever may not know the other does not wait for it either.
        var theirs = await files.WhoseIs(otherId).Select(one => one.FamilyId).ToListAsync(ct);
        var inReach = await access.ToEach(theirs, ct);
        await using var transaction = await Begin(ct);
        Guid[] families = [grant.FamilyId!.Value, .. inReach.Keys];
        foreach (var family in families.Order())
            await db.HoldFamilyAsync(family, ct);
        return await Ask(transaction, grant, id, new(AskBoth), ct);

        async Task<Refusal?> AskBoth(T one, Actor by)
        {
            var other = await access.To(otherId, files.WhoseIs(otherId), ct);
            var second = other is null ? null : await db.Set<T>().SingleOrDefaultAsync(found => found.Id == otherId, ct);
            if (await ask(one, second, by) is { } refusal)
                return refusal;
            await files.Changed(second!, by, ct);
            also = [(other!, await files.PersonsOf(second!, ct))];
            return null;
        }
    }

    /// <summary>Opens something that was not there before. What it opens for a family is logged under that family.</summary>
    public async Task<Changed<T>> Open(Func<Actor, Task<Opened<T>>> open, CancellationToken ct)
    {
        if (await access.ToCollection(ct) is not { } grant)
            return new(Problems.NotFound());
        await using var transaction = await Begin(ct);
        if (repetition.First is { } first)
            return await Ask(transaction, grant with { FamilyId = first.FamilyId }, first.Id, Asked.Nothing, ct);
        var by = ActorOf(grant);
        var opened = await open(by);
        if (opened.Refusal is { } refusal)
            return await Refuse(grant with { FamilyId = opened.FamilyId }, refusal, ct);
        return await Save(transaction, opened.File!, by, grant with { FamilyId = opened.FamilyId }, opened.Persons, ct);
    }

    /// <summary>Opens something for a family on which the caller may act. What others do to that family meanwhile waits.</summary>
    public async Task<Changed<T>> OpenFor(Guid familyId, Func<Actor, Task<(T? Opened, Refusal? Refusal)>> open, CancellationToken ct)
    {
        if (await access.To(familyId, ct) is not { } grant)
            return new(Problems.NotFound());
        await using var transaction = await Begin(ct);
        await db.HoldFamilyAsync(familyId, ct);
        if (repetition.First is { } first)
            return await Ask(transaction, grant, first.Id, Asked.Nothing, ct);
        var by = ActorOf(grant);
        var (opened, refusal) = await open(by);
        if (refusal is not null)
            return await Refuse(grant, refusal, ct);
        db.Add(opened!);
        return await Save(transaction, opened!, by, grant, await files.PersonsOf(opened!, ct), ct);
    }

    async Task<Changed<T>> Ask(Transaction transaction, Grant grant, Guid id, Asked asked, CancellationToken ct, TextsForFamily? judged = null)
    {
        if (await db.TakeIfThereAsync<T>(id, ct) is not { } one)
            return new(Problems.NotFound());
        var before = repetition.First;
        if (before is null && http.HttpContext!.Request.Headers.IfMatch.Count > 0 && IfMatch.Version(http.HttpContext) != (asked.VersionSeen?.Invoke(one) ?? one.Version))
        {
            await access.LogRefused(grant, Stale, ct);
            return new(Problems.Stale());
        }
        await files.Prepare(one, ct);
        var texts = judged ?? new();
        (one as ClockedAggregate)?.AlsoKeep((reader, _) => texts.KeptFrom(reader));
        if (judged is not null && files.KnowSecrets)
            await files.LearnSecrets([one], ct);
        var (by, persons) = (ActorOf(grant), files.PersonsBefore(one).ToList());
        if (asked.WhoIs is { } whoIs)
            by = by with { PersonId = await whoIs(one, by) };
        if (before is null && !asked.EvenIfClosed && files.WhyNotChanged(one) is { } closed)
            return await Refuse(grant, closed, ct);
        var refusal = before is null ? await asked.Ask(one, by) : null;
        if (refusal is null && asked.Show is { } show)
            await show(one, by);
        if (refusal is null && judged is null && texts.Gathered.Count > 0 && !await TellNothing(one, texts, by, ct))
            return await AskAgain(transaction, grant, one, texts, asked, ct);
        texts.Close();
        // What a member says is taken in all the same; what the member reads of others meanwhile is held back.
        if (texts.Unjudged && (asked.WhoIs is null || refusal is not null))
            return new(Problems.SourceNotReachable(http.HttpContext!));
        if (refusal is not null)
            return await Refuse(grant, refusal, ct);
        if (before is null)
            await files.Changed(one, by, ct);
        persons = asked.WhoIs is null ? [.. persons, .. await files.PersonsOf(one, ct)] : by.PersonId is { } member ? [member] : [];
        if (before is null)
            return await Save(transaction, one, by, grant, persons, ct);
        await access.LogEach([(grant, persons), .. also], ct);
        return new(one, by, grant, before.At);
    }

    // What a rule refused was tried all the same, and says something of who tried: by its code, never by its words.
    async Task<Changed<T>> Refuse(Grant grant, Refusal refusal, CancellationToken ct)
    {
        await access.LogRefused(grant, refusal.Code, ct);
        return new(Problems.From(refusal));
    }

    // What is not saved was not done, and is not logged as done either; what could not be logged is not done.
    async Task<Changed<T>> Save(Transaction transaction, T one, Actor by, Grant grant, IEnumerable<Guid> persons, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        await access.LogEach([(grant, persons), .. also], ct);
        repetition.Made = new(one.Id, grant.FamilyId, one.Version, by.Now);
        await transaction.Commit(ct);
        return new(one, by, grant, by.Now);
    }

    // What others keep is read once there are texts for the family. Most of them tell nothing of it.
    async Task<bool> TellNothing(T one, TextsForFamily texts, Actor by, CancellationToken ct)
    {
        if (!files.KnowSecrets || one is not ClockedAggregate file)
            return false;
        texts.Close();
        await files.LearnSecrets([one], ct);
        return texts.Gathered.All(text => file.DoorTo(text.Reader, by.Today).ToldBy(text.Text) is null);
    }

    // A change that tells something is begun again by a file that knows what others keep, or after another service judged the texts, which
    // is asked while nothing is held.
    async Task<Changed<T>> AskAgain(Transaction transaction, Grant grant, T one, TextsForFamily texts, Asked asked, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (!files.KnowSecrets)
        {
            await transaction.Undo(ct);
            await files.Judge(one, texts, ct);
            await db.HoldFamilyAsync(grant.FamilyId!.Value, ct);
        }
        texts.Close();
        return await Ask(transaction, grant, one.Id, asked, ct, texts);
    }

    Task<Transaction> Begin(CancellationToken ct) => Transaction.Of(db, undoable: !files.KnowSecrets, ct);

    Actor ActorOf(Grant grant) =>
        db.By = new(user.Signature, user.Organisation, grant.Role, Moment(), grant.PersonId, policy.WorksWithFile(grant.Relation));

    // As fine as it is stored: what is answered now is what is read later.
    DateTimeOffset Moment()
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>What is asked of the thing.</summary>
    /// <param name="Ask">Asks it.</param>
    /// <param name="EvenIfClosed">Whether a closed file takes it as well.</param>
    /// <param name="WhoIs">Who the member of the family is that asks under the own login; null where a worker does.</param>
    /// <param name="Show">Shows that member what is the member's own.</param>
    /// <param name="Read">Reads what is kept outside; null where nothing is needed of it.</param>
    /// <param name="VersionSeen">The version that the caller reads; null where it is that of the thing itself.</param>
    sealed record Asked(
        Func<T, Actor, Task<Refusal?>> Ask, bool EvenIfClosed = false, Func<T, Actor, Task<Guid?>>? WhoIs = null, Func<T, Actor, Task>? Show = null,
        Func<Task<SourceStatus>>? Read = null, Func<T, int>? VersionSeen = null)
    {
        public static readonly Asked Nothing = new((_, _) => Task.FromResult<Refusal?>(null));
    }
}
