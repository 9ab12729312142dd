using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.CaseFiles;

/// <summary>Reads a file with all its statements.</summary>
static class GetFile
{
    public static void Map<T, TShown>(CaseFileRoutes file) where T : CaseFile =>
        file.Get(Handle<T, TShown>).WithName($"Get{typeof(T).Name}").WithSummary($"Read one of the {file.Noun}");

    static async Task<Results<Ok<TShown>, ProblemHttpResult>> Handle<T, TShown>(
        Guid id, CaseFileDb db, Files<T, TShown> files, FamilyAccess access, CancellationToken ct) where T : CaseFile
    {
        if (await access.To(id, files.WhoseIs(id), ct) is not { } grant)
            return Problems.NotFound();
        var file = await db.Set<T>().AsNoTracking().SingleAsync(one => one.Id == id, ct);
        await files.Prepare(file, ct);
        await access.Log(grant, await files.PersonsOf(file, ct), ct);
        return TypedResults.Ok(files.Show(file, grant));
    }
}
