using System.Net;
using Geborgen.Investigation.Investigations;
using Geborgen.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Geborgen.Investigation.Tests;

/// <summary>Who is named as an investigator is an account in use of the regional team's organisation, and whose account ends leaves no investigation behind.</summary>
// One cuts the line to the directory, on which others depend.
[Collection(nameof(NamedInvestigatorTests))]
[CollectionDefinition(nameof(NamedInvestigatorTests), DisableParallelization = true)]
public class NamedInvestigatorTests(InvestigationServer server)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_is_no_colleague_now_is_not_named_and_all_of_them_look_the_same()
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        var answers = new List<string>();
        await WhileEnded(async () =>
        {
            foreach (var account in new[] { $"{Guid.CreateVersion7()}", "rosa@example.org", "somebody", InvestigationServer.Fatima, InvestigationServer.Lotte, InvestigationServer.Vera })
            {
                using var answer = await rosa.Try(opened.Path, "/investigator", new { account });
                Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
                answers.Add(await answer.Content.ReadAsStringAsync(Cancel));
            }
        });

        Assert.Contains("no-such-worker", Assert.Single(answers.Distinct()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("01935a00-0000-7000-8000-000000000007")]
    [InlineData("01935a00-0000-7000-8000-000000000012")]
    public async Task A_colleague_who_does_other_work_does_not_investigate(string account)
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");

        Assert.Equal("role-does-not-fit", await rosa.Refused(opened.Path, "/investigator", new { account }));
    }

    [Fact]
    public async Task While_the_directory_is_away_nobody_is_named_and_nothing_changes()
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        var before = $"{await rosa.Read(opened.Path)}";
        server.Directory.IsCut = true;
        try
        {
            using var answer = await rosa.Try(opened.Path, "/investigator", new { account = InvestigationServer.Rosa });

            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Contains("source-not-reachable", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }
        finally
        {
            server.Directory.IsCut = false;
        }
        Assert.Equal(before, $"{await rosa.Read(opened.Path)}");
    }

    [Fact]
    public async Task An_investigation_of_an_ended_account_returns_to_its_team_with_a_clock()
    {
        var opened = await server.Open();
        using var rosa = await server.As("rosa");
        await rosa.Do(opened.Path, "/investigator", new { account = InvestigationServer.Vera });
        Assert.Equal(HttpStatusCode.NotFound, await rosa.Status(opened.Path));

        await WhileEnded(async () => Assert.True(await new EndInvestigatorsOfEndedAccounts(
            server.Services.GetRequiredService<IServiceScopeFactory>(), TestDay.Clock, NullLogger<EndInvestigatorsOfEndedAccounts>.Instance).Turn(Cancel)));

        var read = await rosa.Read(opened.Path);
        Assert.Contains(read["clocks"]!.AsArray(), clock => (string?)clock!["term"] == "investigatorAssignment" && clock["stoppedAt"] is null);
        var listed = (await rosa.ReadAll("/gm0344/investigation/v1/investigations?view=unassigned")).Single(one => (Guid)one!["id"]! == opened.Id)!;
        Assert.Equal("investigatorAssignment", (string?)listed["term"]);
    }

    async Task WhileEnded(Func<Task> check)
    {
        await server.Enable(InvestigationServer.Vera, enabled: false);
        try
        {
            await check();
        }
        finally
        {
            await server.Enable(InvestigationServer.Vera, enabled: true);
        }
    }
}
