using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.CaseFiles.Tests;

/// <summary>Of two commands that exclude each other one happens first, and the other knows of it, with a key for the request and without.</summary>
public class RaceTests(ErrandServer errands)
{
    const int Races = 100, AtOnce = 4;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_errand_stays_closed_with_danger_in_it_and_danger_waits_for_nobody(bool withKey)
    {
        using var lotte = errands.As(ErrandServer.KeyWorker);
        var closings = await Race(async () =>
        {
            var (family, file) = await errands.NewErrand();
            var version = await lotte.Version(file);

            var answers = await Task.WhenAll(
                Status(lotte, $"{file}/closing", null, version, withKey),
                Status(lotte, $"{file}/acute-dangers", new { personId = family.Child, ground = "Alone.", judgedBy = "Lotte" }, null, withKey));

            Assert.Contains(answers[0], new[] { HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed });
            Assert.Equal(HttpStatusCode.OK, answers[1]);
            return Guid.Parse(file.Split('/')[^1]);
        });

        await using var db = errands.OpenOwner();
        var raced = await db.Errands.Where(one => closings.Contains(one.Id)).ToListAsync(Cancel);
        Assert.Equal(Races, raced.Count(one => one.InAcuteDanger));
        Assert.DoesNotContain(raced, one => one.ClosedAt is not null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_family_has_two_errands_that_were_planned_at_once(bool withKey)
    {
        using var lotte = errands.As(ErrandServer.KeyWorker);
        var planned = await Race(async () =>
        {
            var family = await errands.NewFamily();
            var errand = new { personId = family.Mother, what = "A ride.", on = "2098-12-01" };

            return await Task.WhenAll(
                Status(lotte, $"{ErrandServer.Root}/families/{family.Id}/errands", errand, null, withKey),
                Status(lotte, $"{ErrandServer.Root}/families/{family.Id}/errands", errand, null, withKey));
        });

        Assert.All(planned, answers => Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], answers.Order()));
    }

    static async Task<HttpStatusCode> Status(HttpClient client, string path, object? body, string? version, bool withKey)
    {
        using var answer = await client.Send(path, body, version, withKey ? $"{Guid.CreateVersion7()}" : null);
        return answer.StatusCode;
    }

    static async Task<T[]> Race<T>(Func<Task<T>> race)
    {
        var ends = new T[Races];
        await Parallel.ForAsync(0, Races, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancel }, async (at, _) => ends[at] = await race());
        return ends;
    }
}
