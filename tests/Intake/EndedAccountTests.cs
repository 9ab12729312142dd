using System.Net;
using System.Text.Json.Nodes;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Intake.Families;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Geborgen.Intake.Tests;

/// <summary>An account that ends leaves no family behind.</summary>
public class EndedAccountTests(IntakeServer intake)
{
    const string Sem = "01935a00-0000-7000-8000-000000000024";

    static readonly DateTimeOffset Now = TestDay.Now;
    static readonly TeamOnDuty OfUtrecht = new("gm0344-intake", "gm0344");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Families_of_an_ended_account_return_to_their_team_with_a_clock()
    {
        using var lotte = await intake.As("lotte");
        var (family, covered) = (await NewFamily(lotte, Sem), await NewFamily(lotte, await intake.Account("lotte")));
        await lotte.Change(covered, "key-worker/covers", new { worker = new { account = Sem }, from = Now.AddDays(7), until = Now.AddDays(14), reason = "Leave." });
        Assert.Equal(HttpStatusCode.NotFound, (await lotte.GetAsync(family, Cancel)).StatusCode);

        await WhileEnded(async () => Assert.True(await Turn()));

        var read = await lotte.Read(family);
        Assert.Null(read["keyWorker"]);
        Assert.Contains(read["assignments"]!.AsArray(), one => (string?)one!["relation"] == "dutyTeam" && one["until"] is null);
        Assert.True(await Runs(family, Family.KeyWorkerAssignmentTerm));
        Assert.Contains(await lotte.ReadAll("/gm0344/intake/v1/contacts?view=team"), one => family.EndsWith((string)one!["familyId"]!, StringComparison.Ordinal));
        Assert.DoesNotContain((await lotte.Read($"{covered}/key-worker"))["assignments"]!.AsArray(), one => (string?)one!["account"] == Sem);
        Assert.Equal("Lotte de Vries", (string?)(await lotte.Read(covered))["keyWorker"]!["name"]);
        // Not once more, and not when the account goes on.
        var etag = await lotte.Etag(family);
        Assert.True(await Turn());
        Assert.Equal(etag, await lotte.Etag(family));
    }

    [Fact]
    public async Task A_directory_that_does_not_answer_ends_nothing()
    {
        using var lotte = await intake.As("lotte");
        using var sem = await intake.As("sem");
        var family = await NewFamily(lotte, Sem);
        var before = await sem.Etag(family);

        await WhileEnded(async () =>
        {
            intake.Directory.IsCut = true;
            try
            {
                Assert.False(await Turn());
            }
            finally
            {
                intake.Directory.IsCut = false;
            }
        });

        Assert.Equal(before, await sem.Etag(family));
    }

    [Fact]
    public async Task Of_several_replicas_one_asks_and_each_family_returns_once()
    {
        using var lotte = await intake.As("lotte");
        var family = await NewFamily(lotte, Sem);

        await WhileEnded(() => Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Turn())));

        Assert.Single((await lotte.Read(family))["assignments"]!.AsArray(), one => (string?)one!["relation"] == "dutyTeam" && one["until"] is null);
    }

    [Fact]
    public void A_partner_a_cover_to_come_and_who_is_consulted_end_and_the_key_worker_stays()
    {
        var family = Open();
        var sem = Acting.Worker("sem", "Sem", "gm0344");
        family.AssignKeyWorker(Acting.Worker("lotte", "Lotte", "gm0344"), "lotte".At(Now));
        family.AddDuo(sem, "x", "lotte".At(Now));
        family.Cover(sem, Now.AddDays(7), Now.AddDays(14), "x", "lotte".At(Now));
        family.EventsWritten();

        family.AccountEnded(sem with { Active = false }, OfUtrecht, Limit, Now.AddHours(1));

        Assert.Equal(2, family.Raised.OfType<InvolvementEnded>().Count());
        Assert.Equal("lotte", family.KeyWorkerAt(Now.AddHours(2))!.Worker);
        Assert.DoesNotContain(family.Assignments, one => one.Worker == "sem" && (one.ActiveAt(Now.AddHours(2)) || one.ActiveAt(Now.AddDays(8))));
    }

    [Theory]
    [InlineData("gm0355", Worker.LocalTeam)]
    [InlineData("gm0344", "operator")]
    public void Who_went_to_another_organisation_or_to_other_work_is_no_key_worker_any_more(string organisation, string role)
    {
        var family = Open();
        family.AssignKeyWorker(Acting.Worker("sem", "Sem", "gm0344"), "lotte".At(Now));

        family.AccountEnded(Acting.Worker("sem", "Sem", organisation, role), OfUtrecht, Limit, Now.AddHours(1));

        Assert.Null(family.KeyWorkerAt(Now.AddHours(2)));
        Assert.NotNull(family.RunningClock(Family.KeyWorkerAssignmentTerm));
        Assert.Single(family.Assignments, one => one.Relation == Relations.DutyTeam && one.ActiveAt(Now.AddHours(2)));
        Assert.NotNull(Assert.Single(family.Assignments, one => one.Worker == "sem").WhyEnded);
    }

    [Fact]
    public void Whose_account_goes_on_keeps_the_family()
    {
        var family = Open();
        family.AssignKeyWorker(Acting.Worker("sem", "Sem", "gm0344"), "lotte".At(Now));
        family.EventsWritten();

        family.AccountEnded(Acting.Worker("sem", "Sem", "gm0344"), OfUtrecht, Limit, Now.AddHours(1));

        Assert.Empty(family.Raised);
    }

    static TimeLimit Limit => KnownContact.Limits.For(Family.KeyWorkerAssignmentTerm, Now);

    static Family Open() => Family.Open(new("gm0344"), [(Guid.CreateVersion7(), MemberRole.Child)], OfUtrecht, Limit, Now, "lotte".At(Now));

    async Task WhileEnded(Func<Task> check)
    {
        await intake.Enable(Sem, enabled: false);
        try
        {
            await check();
        }
        finally
        {
            await intake.Enable(Sem, enabled: true);
        }
    }

    Task<bool> Turn() => new EndKeyWorkersOfEndedAccounts(
        intake.Services.GetRequiredService<IServiceScopeFactory>(), TestDay.Clock, NullLogger<EndKeyWorkersOfEndedAccounts>.Instance).Turn(Cancel);

    async Task<bool> Runs(string family, string term)
    {
        await using var db = intake.OpenOwner();
        var id = Guid.Parse(family[^36..]);
        return (await db.Families.SingleAsync(one => one.Id == id, Cancel)).RunningClock(term) is not null;
    }

    async Task<string> NewFamily(HttpClient lotte, string keyWorker)
    {
        var family = $"/gm0344/intake/v1/families/{(await intake.Register(JsonNode.Parse(RegisterContactTests.Concern())!))["familyId"]}";
        await lotte.Change(family, "key-worker", new { worker = new { account = keyWorker } });
        return family;
    }
}
