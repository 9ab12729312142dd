using System.Net;
using Geborgen.CaseFiles.Tests;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Planning.Plans;
using Geborgen.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Planning.Tests;

/// <summary>What other services say opens a plan, and changes whose it is, whatever the order in which that is told and however often.</summary>
public class OpeningTests(PlanningServer server)
{
    const string Own = $"{PlanningServer.Root}/own-plans";

    static readonly DateTimeOffset NextWeek = TestDay.Now.AddDays(7);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Triage_and_conclusion_at_the_same_moment_open_one_plan()
    {
        for (var round = 0; round < 5; round++)
        {
            var household = await server.NewHousehold();

            await server.Say("intake", PlanningServer.Triaged(household.Id), PlanningServer.Triaged(household.Id));
            await Task.WhenAll(
                server.Say("intake", PlanningServer.Triaged(household.Id)), server.Say("investigation", PlanningServer.Concluded(household.Id)),
                server.Say("investigation", PlanningServer.Concluded(household.Id, "conditionsNeeded")));

            Assert.Single(await server.PlansOf(household.Id));
        }
    }

    [Fact]
    public async Task What_is_said_again_opens_nothing_again_also_when_the_plan_was_closed()
    {
        using var lotte = await server.As("lotte");
        var household = await server.NewHousehold();
        var triaged = PlanningServer.Triaged(household.Id);
        var id = await server.Say("intake", triaged, again: null);
        var plan = Assert.Single(await server.PlansOf(household.Id));
        await lotte.Change($"{PlanningServer.Root}/plans/{plan}", "closing", new { outcome = "brokenOff", explanation = "We could not reach you." });

        await server.Say("intake", triaged, id);
        await server.Say("intake", triaged);

        Assert.Single(await server.PlansOf(household.Id));
    }

    [Fact]
    public async Task A_new_start_is_a_plan_of_its_own_that_says_so()
    {
        using var lotte = await server.As("lotte");
        var plan = await server.NewPlan();
        await lotte.Change(plan.Path, "closing", new { outcome = "brokenOff", explanation = "We could not reach you." });

        await server.Say("investigation", PlanningServer.Concluded(plan.Household.Id));

        var again = (await server.PlansOf(plan.Household.Id))[^1];
        Assert.Equal(plan.Id, (Guid?)(await lotte.Got($"{PlanningServer.Root}/plans/{again}"))["newStartOf"]);
    }

    [Theory]
    [InlineData("noFollowUp")]
    [InlineData("investigation")]
    public async Task What_leads_to_no_help_opens_no_plan(string outcome)
    {
        var household = await server.NewHousehold();

        await server.Say("intake", PlanningServer.Triaged(household.Id, outcome));
        await server.Say("investigation", PlanningServer.Concluded(household.Id, "noFurtherAction"));

        Assert.Empty(await server.PlansOf(household.Id));
    }

    [Fact]
    public async Task A_plan_is_opened_before_anything_is_known_of_the_family_and_the_members_follow()
    {
        using var lotte = await server.As("lotte");
        var (family, mother) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await server.Say("intake", PlanningServer.Triaged(family));
        var path = $"{PlanningServer.Root}/plans/{Assert.Single(await server.PlansOf(family))}";

        await server.Tell(family, new InvolvementStarted(Guid.CreateVersion7(), Relations.KeyWorker, PlanningServer.Lotte, null, "gm0344", TestDay.Now.AddMinutes(-1), null));
        await lotte.Refused(HttpStatusCode.BadRequest, "not-a-member", path, "family-first/plans", new { personId = mother, text = "x" });
        await server.Tell(family, new FamilyOpened([new(mother, "parent", new(2026, 1, 1))]));

        await lotte.Change(path, "family-first/plans", new { personId = mother, text = "My sister cooks." });
    }

    [Theory]
    [InlineData("012")]
    [InlineData("210")]
    [InlineData("120")]
    [InlineData("201")]
    public async Task What_holds_when_an_emergency_ends_lives_on_in_the_plan_in_whatever_order_that_is_told(string order)
    {
        var plan = await server.NewPlan();
        var (emergency, kept, over) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        EmergencyEvent[] said =
        [
            new SafetyAgreementMade(kept, NextWeek).Of(plan.Household.Id, emergency, 2, "gm0344", TestDay.Now),
            new SafetyAgreementEvaluated(over, "ended", null).Of(plan.Household.Id, emergency, 4, "gm0344", TestDay.Now),
            new EmergencyEnded().Of(plan.Household.Id, emergency, 5, "gm0344", TestDay.Now),
        ];
        foreach (var place in order)
            await server.Say("intake", said[place - '0']);
        await server.Say("intake", new SafetyAgreementMade(over, NextWeek).Of(plan.Household.Id, emergency, 3, "gm0344", TestDay.Now));
        await server.Say("intake", said[0]);

        Assert.True(await server.Ask(
            db => db.Plans.AsNoTracking().SingleAsync(one => one.Id == plan.Id, Cancel),
            found => found.Agreements.Select(one => (one.Id, one.EmergencyId, one.EndedAt)).SequenceEqual([(kept, (Guid?)emergency, (DateTimeOffset?)null)])));
    }

    [Fact]
    public async Task An_emergency_that_ended_before_the_plan_was_opened_hands_over_to_it_and_one_that_never_was_takes_back()
    {
        var household = await server.NewHousehold();
        var (emergency, kept) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await server.Say("intake", new SafetyAgreementMade(kept, NextWeek).Of(household.Id, emergency, 2, "gm0344", TestDay.Now));
        await server.Say("intake", new EmergencyEnded().Of(household.Id, emergency, 3, "gm0344", TestDay.Now));

        await server.Say("intake", PlanningServer.Triaged(household.Id));
        Assert.True(await server.Ask(Found, found => found.Agreements.Single() is { EndedAt: null } one && one.Id == kept));
        await server.Say("intake", new EmergencyTakenOut().Of(household.Id, emergency, 4, "gm0344", TestDay.Now));

        Assert.True(await server.Ask(Found, found => found.Agreements.Single().EndedAt is not null));

        Task<FamilyPlan> Found(PlanningDb db) => db.Plans.AsNoTracking().SingleAsync(one => one.FamilyId == household.Id, Cancel);
    }

    [Fact]
    public async Task Who_died_is_behind_no_login_and_asked_for_nothing()
    {
        using var lotte = await server.As("lotte");
        using var fatima = await server.As("fatima");
        var plan = await server.NewPlan();
        await fatima.Sent($"{plan.Path}/own-plans", new { text = "My sister cooks." });

        await server.Tell(plan.Household.Id, new MemberDied(plan.Household.Mother));

        await NotThere(fatima, plan);
        await lotte.Refused(HttpStatusCode.Conflict, "not-asked", plan.Path, "answers", new { personId = plan.Household.Mother, answer = "agrees" });
        Assert.Equal("My sister cooks.", (string?)(await lotte.Got(plan.Path))["statements"]![0]!["text"]);
    }

    [Fact]
    public async Task Of_who_never_belonged_to_the_family_nothing_stays_and_who_read_it_is_told()
    {
        using var lotte = await server.As("lotte");
        using var fatima = await server.As("fatima");
        using var pieter = await server.As("pieter");
        var plan = await server.NewPlan();
        await fatima.Sent($"{plan.Path}/own-goals", new { domain = "household", text = "To sleep." });
        await lotte.Got(plan.Path);

        await server.Tell(plan.Household.Id, new PersonTakenOut(plan.Household.Mother));

        var read = await lotte.Got(plan.Path);
        Assert.Empty(read["goals"]!.AsArray());
        Assert.DoesNotContain("To sleep.", read.ToJsonString(), StringComparison.Ordinal);
        await NotThere(fatima, plan);
        Assert.Contains((await pieter.Got($"{PlanningServer.Root}/data-breaches?limit=100"))["items"]!.AsArray(), one => (Guid)one!["familyId"]! == plan.Household.Id);
    }

    [Fact]
    public async Task A_birthday_in_the_middle_of_a_plan_changes_whose_consent_counts()
    {
        using var lotte = await server.As("lotte");
        var plan = await server.NewPlan(childAge: 12);
        await lotte.Change(plan.Path, "family-first/plans", new { personId = plan.Household.Mother, text = "My sister cooks." });
        await lotte.Change(plan.Path, "answers", new { personId = plan.Household.Child, answer = "agrees" });
        await lotte.Change(plan.Path, "answers", new { personId = plan.Household.Mother, answer = "disagrees" });
        await lotte.Refused(HttpStatusCode.Conflict, "consent-missing", plan.Path, "start", new { evaluateOn = $"{TestDay.Today.AddDays(42):yyyy-MM-dd}" });

        await server.Tell(plan.Household.Id, new RightsChanged(plan.Household.Child, 16));

        await lotte.Change(plan.Path, "start", new { evaluateOn = $"{TestDay.Today.AddDays(42):yyyy-MM-dd}" });
    }

    [Fact]
    public async Task Who_split_off_leaves_the_plan_with_the_family_that_stays()
    {
        using var lotte = await server.As("lotte");
        using var fatima = await server.As("fatima");
        var plan = await server.NewPlan();
        var own = await fatima.Sent($"{plan.Path}/own-goals", new { domain = "household", text = "To sleep." });

        await server.Tell(plan.Household.Id, new FamilySplit(Guid.CreateVersion7()));
        await server.Tell(plan.Household.Id, new MemberRemoved(plan.Household.Mother, TestDay.Today.AddDays(-1)));

        await NotThere(fatima, plan);
        Assert.Equal((Guid?)own["goals"]![0]!["id"], (Guid?)(await lotte.Got(plan.Path))["goals"]![0]!["id"]);
    }

    [Fact]
    public async Task A_file_that_went_into_another_keeps_its_plan_and_the_family_has_no_second_one()
    {
        using var lotte = await server.As("lotte");
        using var fatima = await server.As("fatima");
        var plan = await server.NewPlan();
        var (into, there, merge) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await fatima.Sent($"{plan.Path}/own-plans", new { text = "My sister cooks." });
        await server.Tell(into, new FamilyOpened([new(there, "parent", new(2026, 1, 1))]));
        await server.Tell(into, new InvolvementStarted(Guid.CreateVersion7(), Relations.KeyWorker, PlanningServer.Lotte, null, "gm0344", TestDay.Now.AddMinutes(-1), null));
        await server.Tell(into, new FamiliesMerged(merge, plan.Household.Id, [new(plan.Household.Mother, there)]));
        await server.Tell(plan.Household.Id, new MemberRemoved(plan.Household.Mother, TestDay.Today.AddDays(-1)));
        await server.Tell(plan.Household.Id, new MemberRemoved(plan.Household.Child, TestDay.Today.AddDays(-1)));
        await server.Tell(into, new MemberAdded(new(plan.Household.Child, "child", new(2026, 1, 1))));
        await server.Tell(into, new MemberAccountLinked(there, PlanningServer.Fatima));

        await server.Say("intake", PlanningServer.Triaged(into), PlanningServer.Triaged(plan.Household.Id));

        Assert.Empty(await server.PlansOf(into));
        Assert.Single(await server.PlansOf(plan.Household.Id));
        Assert.Equal([plan.Id], (await lotte.Got($"{PlanningServer.Root}/families/{into}/plans"))["items"]!.AsArray().Select(one => (Guid)one!["id"]!));
        Assert.Equal("agrees", (string?)(await fatima.Sent($"{plan.Path}/own-answers", new { answer = "agrees" }))["answers"]![0]!["code"]);
        await lotte.Change(plan.Path, "start", new { evaluateOn = $"{TestDay.Today.AddDays(42):yyyy-MM-dd}" });
        Assert.Contains((await fatima.Got(Own))["items"]!.AsArray(), one => (Guid)one!["id"]! == plan.Id);
    }

    [Fact]
    public async Task What_a_child_said_who_was_taken_for_an_adult_is_kept_like_a_childs()
    {
        using var lotte = await server.As("lotte");
        var plan = await server.NewPlan();
        var (sister, father) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await server.Tell(plan.Household.Id, new MemberAdded(new(sister, "relative", new(2026, 1, 1))));
        await server.Tell(plan.Household.Id, new MemberAdded(new(father, "parent", new(2026, 1, 1))));
        var said = (await lotte.Change(plan.Path, "statements", new { text = "I am afraid.", author = "adult", kind = "opinion", personId = sister }))["statements"]![0]!["id"];
        await lotte.Change(plan.Path, $"statements/{said}/sharings", new { personId = father });

        await server.Tell(plan.Household.Id, new MemberRoleCorrected(new(sister, "child", new(2026, 1, 1))));

        var read = (await lotte.Got(plan.Path))["statements"]![0]!;
        Assert.Equal(("child", 0), ((string?)read["author"], read["sharedWith"]!.AsArray().Count));
        var childs = (await lotte.Change(plan.Path, "statements", new { text = "Me too.", author = "child", kind = "opinion", personId = plan.Household.Child }))["statements"]!.AsArray()[^1]!["id"];
        await lotte.Refused(HttpStatusCode.Conflict, "child-not-spoken-with", plan.Path, $"statements/{childs}/sharings", new { personId = sister });
    }

    [Fact]
    public async Task While_Intake_is_away_a_member_reads_nothing_that_others_wrote_and_loses_nothing()
    {
        using var fatima = await server.As("fatima");
        using var lotte = await server.As("lotte");
        var plan = await server.NewPlan();
        await fatima.Sent($"{plan.Path}/own-plans", new { text = "My sister cooks." });
        await lotte.Change(plan.Path, "advice", new { text = "Call the debt helpers." });
        server.Intake.Answers[plan.Household.Id] = _ => Results.StatusCode(503);

        var own = (await fatima.Got(Own))["items"]!.AsArray().Single(one => (Guid)one!["id"]! == plan.Id)!;

        Assert.Equal("", (string?)own["advice"]![0]!["text"]);
        Assert.Equal("My sister cooks.", (string?)own["ownStatements"]![0]!["text"]);
    }

    static async Task NotThere(HttpClient fatima, Planned plan)
    {
        Assert.DoesNotContain((await fatima.Got(Own))["items"]!.AsArray(), one => (Guid)one!["id"]! == plan.Id);
        using var answer = await fatima.Send($"{plan.Path}/own-plans", new { text = "x" });
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
