using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.CaseFiles;

/// <summary>Lists the files that a member of the family may know of, the latest first, each with what is the member's own of it.</summary>
static class ListOwnFiles
{
    // Nobody has more; who had would be called back before reading them all.
    const int Most = 100;

    public static void Map<T, TShown, TOwn>(CaseFileRoutes file) where T : CaseFile =>
        file.ListOwn(Handle<T, TShown, TOwn>)
            .WithName($"ListOwn{typeof(T).Name}s").WithSummary($"Read what is your own of the {file.Noun} about your family");

    static async Task<Results<Ok<Page<TOwn>>, ProblemHttpResult>> Handle<T, TShown, TOwn>(
        Municipality municipality, Files<T, TShown, TOwn> files, FamilyAccess access, CurrentUser user, TimeProvider time, CancellationToken ct) where T : CaseFile
    {
        if (await access.ToCollection(ct) is not { } grant)
            return Problems.NotFound();
        var now = time.GetUtcNow();
        var known = await (await files.KnownTo(user.Id, now, ct)).AsNoTracking()
            .Where(one => one.Municipality == municipality).Take(Most).ToListAsync(ct);
        var read = new List<(T File, Actor Reader)>();
        foreach (var one in known)
            read.Add((one, new(user.Id, user.Organisation, grant.Role, now, await files.MemberBehind(user.Id, one, now, ct))));
        var hidden = await Task.WhenAll(read.Select(one => files.IsHiddenFrom(one.File, one.Reader.PersonId, ct)));
        read = [.. read.Where((_, place) => !hidden[place])];
        await files.LearnSecrets(read, ct);
        var (shown, logged) = (new List<TOwn>(), new List<(Grant, IEnumerable<Guid>)>());
        foreach (var (one, reader) in read)
        {
            if (await files.ShowOwn(one, reader, ct) is not { } own)
                continue;
            shown.Add(own);
            logged.Add((grant with { FamilyId = one.OfFamily }, reader.PersonId is { } person ? [.. await files.PersonsShownTo(one, person, reader.Today, ct), person] : []));
        }
        await access.LogEach(logged, ct);
        return TypedResults.Ok(new Page<TOwn>(shown, Next: null));
    }
}
