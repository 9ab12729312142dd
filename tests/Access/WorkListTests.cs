using System.Globalization;
using System.Text.RegularExpressions;
using Geborgen.ServiceDefaults;
using Geborgen.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Access.Tests;

/// <summary>A work list does not read what the caller is not involved with, however much there is.</summary>
public sealed partial class WorkListTests(PostgresServer postgres, ITestOutputHelper output) : IAsyncLifetime
{
    AccessApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await AccessApp.StartAsync(postgres, TestContext.Current.CancellationToken, api => api
            .MapGet("/plan", async (ThingsDb db, FamilyAccess access, CancellationToken ct) =>
            {
                var reach = access.FamiliesInReach();
                await using var command = db.Things.Where(thing => reach.Contains(thing.FamilyId)).OrderByDescending(thing => thing.Id).Take(25).CreateDbCommand();
                command.CommandText = "explain (analyze, buffers) " + command.CommandText;
                await db.Database.OpenConnectionAsync(ct);
                await using var reader = await command.ExecuteReaderAsync(ct);
                var plan = new List<string>();
                while (await reader.ReadAsync(ct))
                    plan.Add(reader.GetString(0));
                await access.LogEach([], ct);
                return string.Join('\n', plan);
            })
            .RequireAccess("contact.list"));
        await app.Execute("create index on things (family_id)");
        await app.Execute("""
            insert into things (id, family_id, text, sender, version)
            select gen_random_uuid(), gen_random_uuid(), 'x', 'system', 1 from generate_series(1, 100000)
            """);
        await app.Execute("""
            insert into involvements (id, family_id, municipality, service, relation, worker, team, organisation, "from", version)
            select gen_random_uuid(), family_id, 'gm0344', 'intake',
                case when place % 2 = 0 then 'dutyTeam' else 'keyWorker' end,
                case when place % 2 = 0 then null else 'worker-' || (place % 5000) end,
                case when place % 2 = 0 then 'gm0344-intake' end, 'gm0344', $1, 1
            from (select family_id, row_number() over () as place from things) numbered
            """, TestDay.Now.AddDays(-1));
        await app.Execute("analyze things, involvements");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("worker-7", "gm0344-other")]
    [InlineData("lotte", AccessApp.Team)]
    public async Task A_worker_with_few_families_and_a_team_with_half_of_all_read_about_a_page(string worker, string team)
    {
        var plan = await Plan(app.Token(Roles.LocalTeam, worker, team));
        // The first line with buffers counts the whole query; the two tables together have over 2,500 blocks.
        var blocks = BlocksRead().Matches(plan.Split('\n').First(line => line.Contains("Buffers:", StringComparison.Ordinal)))
            .Sum(count => int.Parse(count.Groups[1].Value, CultureInfo.InvariantCulture));
        Assert.InRange(blocks, 1, 1_000);
    }

    [GeneratedRegex(@"(?:hit|read)=(\d+)")]
    private static partial Regex BlocksRead();

    async Task<string> Plan(string token)
    {
        using var answer = await app.Send(HttpMethod.Get, "/plan", token);
        Assert.Equal(200, (int)answer.StatusCode);
        var plan = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        output.WriteLine(plan);
        return plan;
    }
}
