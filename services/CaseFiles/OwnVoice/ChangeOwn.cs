using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

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
        var known = await files.KnownTo(user.Id, time.GetUtcNow(), ct);
        var changed = await change.ApplyOwn(
            id, files.WhoseIs(id).Where(_ => known.Any(one => one.Id == id)), (file, by) => files.MemberBehind(by.Account, file, by.Now, ct),
            (file, by) => by.PersonId is null ? Task.FromResult<Refusal?>(StatementRefusals.NoSuchStatement) : ask(file, by), ct);
        if (changed.Problem is { } problem)
            return problem;
        await files.LearnSecrets([changed.File!], ct);
        return TypedResults.Ok((await files.ShowOwn(changed.File!, changed.By!, ct))!);
    }
}
