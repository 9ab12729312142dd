using Geborgen.ServiceDefaults;
using Geborgen.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Messaging.Tests.Access;

/// <summary>A work list does not read what the caller is not involved with, however much there is.</summary>
public sealed class WorkListTests(PostgresServer postgres, ITestOutputHelper output) : IAsyncLifetime
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
                case when place % 2 = 0 then 'gm0344-intake' end, 'gm0344', now() - interval '1 day', 1
            from (select family_id, row_number() over () as place from things) numbered
            """);
        await app.Execute("analyze things, involvements");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_worker_with_a_few_families_reads_only_those()
    {
        var plan = await Plan(app.Token(Roles.LocalTeam, sub: "worker-7", team: "gm0344-other"));
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_on_duty_with_fifty_thousand_families_reads_about_a_page()
    {
        var plan = await Plan(app.Token(Roles.LocalTeam));
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
    }

    async Task<string> Plan(string token)
    {
        using var answer = await app.Send(HttpMethod.Get, "/plan", token, "safety-assessment");
        Assert.Equal(200, (int)answer.StatusCode);
        var plan = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        output.WriteLine(plan);
        return plan;
    }
}
