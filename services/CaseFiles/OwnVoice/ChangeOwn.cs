using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.CaseFiles;

/// <summary>
/// Lets a member of the family change something in a file under the own login, and answers with what is the member's own of it. What the
/// member may not know of is not there.
/// </summary>
public sealed class ChangeOwn<T, TShown, TOwn>(Files<T, TShown, TOwn> files, Change<T> change, CurrentUser user, TimeProvider time) where T : CaseFile
{
    /// <summary>For a change that needs nothing but the file itself.</summary>
    public Task<Results<Ok<TOwn>, ProblemHttpResult>> Apply(Guid id, Func<T, Actor, Refusal?> ask, CancellationToken ct) =>
        Apply(id, (file, by) => Task.FromResult(ask(file, by)), ct);

    /// <summary>Finds the member behind the login, asks the file and saves it.</summary>
    public async Task<Results<Ok<TOwn>, ProblemHttpResult>> Apply(Guid id, Func<T, Actor, Task<Refusal?>> ask, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var known = await files.KnownTo(user.Id, now, ct);
        var hidden = await known.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } found
            || await files.IsHiddenFrom(found, await files.MemberBehind(user.Id, found, now, ct), ct);
        TOwn? own = default;
        var changed = await change.ApplyOwn(
            id, files.WhoseIs(id).Where(_ => !hidden), (file, by) => files.MemberBehind(by.Account, file, by.Now, ct),
            async (file, by) => by.PersonId is null ? StatementRefusals.NoSuchStatement : await ask(file, by), ct,
            async (file, by) => own = await files.ShowOwn(file, by, ct));
        return changed.Problem is { } problem ? problem : TypedResults.Ok(own!);
    }
}
