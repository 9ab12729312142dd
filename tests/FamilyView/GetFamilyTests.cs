using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Contracts.Planning;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.FamilyView.Tests;

public sealed class GetFamilyTests(FamilyViewServer server)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_team_on_duty_sees_who_belongs_who_is_involved_and_which_terms_run()
    {
        var story = await Story.Told(server);
        using var lotte = await server.As("lotte");
        using var answer = await lotte.GetAsync(story.Path, Cancel);
        var family = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;

        Assert.Null(answer.Headers.ETag);
        Assert.Equal("gm0344", (string?)family["municipality"]);
        Assert.Equal(
            [(story.Child, "child"), (story.Parent, "parent")],
            family["members"]!.AsArray().Select(member => ((Guid)member!["personId"]!, (string?)member["role"])).OrderBy(member => member.Item2));
        Assert.Equal("gm0344-intake", (string?)family["owningTeam"]!["team"]);
        Assert.Null(family["keyWorker"]);
        Assert.Equal((1, 0), ((int)family["organisationCount"]!, (int)family["faceCount"]!));
        var clock = Assert.Single(family["clocks"]!.AsArray())!;
        Assert.Equal(("keyWorkerAssignment", "keyWorker", "dutyTeam"), ((string?)clock["term"], (string?)clock["owner"], (string?)clock["ownedBy"]!["relation"]));
        Assert.StartsWith("Handelingsprotocol Veilig Thuis", (string?)clock["legalBasis"], StringComparison.Ordinal);
        var contact = Assert.Single(family["contacts"]!.AsArray())!;
        Assert.Equal((story.Contact, "concern"), ((Guid)contact["id"]!, (string?)contact["kind"]));
        Assert.Empty(family["emergencyAccesses"]!.AsArray());
        Assert.False(family.ContainsKey("expanded"));
    }

    [Fact]
    public async Task Of_goals_and_support_those_of_one_domain_of_life_are_shown_where_that_is_asked()
    {
        var story = await Story.Told(server);
        var plan = Guid.CreateVersion7();
        await server.SayAs("planning", new GoalSet(Guid.CreateVersion7(), "school", story.Child).Of(story.Family, plan, 1, "gm0344", TestDay.Now));
        await server.SayAs("planning", new SupportChanged(Guid.CreateVersion7(), "housing", "asked").Of(story.Family, plan, 2, "gm0344", TestDay.Now));
        using var lotte = await server.As("lotte");
        await FamilyViewServer.Eventually(async () => (await Shown("")).Count == 2);

        Assert.Equal([("support", "housing")], await Shown("?domain=housing"));
        Assert.Empty(await Shown("?domain=leisure"));

        async Task<List<(string?, string?)>> Shown(string query) =>
            [.. (await lotte.GetFromJsonAsync<JsonObject>(story.Path + query, Cancel))!["matters"]!.AsArray().Select(one => ((string?)one!["kind"], (string?)one["detail"]))];
    }

    [Fact]
    public async Task A_team_that_only_answers_whether_it_takes_over_is_shown_and_does_not_count()
    {
        var story = await Story.Told(server);
        await server.Say(
            story.Involved(Relations.Investigator, Guid.CreateVersion7(), worker: Story.Rosa, organisation: "rvt-utrecht"),
            story.Involved(Relations.ReceivingTeam, Guid.CreateVersion7(), team: "gm0355-intake", organisation: "gm0355"));
        using var lotte = await server.As("lotte");
        var family = new JsonObject();
        await FamilyViewServer.Eventually(async () =>
            (family = await lotte.GetFromJsonAsync<JsonObject>(story.Path, Cancel))!["involved"]!.AsArray().Count == 3);

        Assert.Equal((2, 1), ((int)family["organisationCount"]!, (int)family["faceCount"]!));
    }

    [Fact]
    public async Task The_key_worker_is_the_one_face_and_the_team_steps_back()
    {
        var story = await Story.Told(server);
        await story.AssignLotte();
        await server.Say(
            new ClockStopped(story.Clock).Of(story.Family, story.Next(), "gm0344", story.At),
            story.Involved(Relations.Cover, Guid.CreateVersion7(), worker: "somebody-later", organisation: "rvt-utrecht", from: TestDay.Now.AddDays(1)));
        using var lotte = await server.As("lotte");
        var family = new JsonObject();
        await FamilyViewServer.Eventually(async () =>
            (family = await lotte.GetFromJsonAsync<JsonObject>(story.Path, Cancel))!["clocks"]!.AsArray().Count == 0
            && family["involved"]!.AsArray().Count == 2);

        Assert.Equal(Story.Lotte, (string?)family["keyWorker"]!["worker"]);
        Assert.Null(family["owningTeam"]);
        Assert.Equal((1, 1), ((int)family["organisationCount"]!, (int)family["faceCount"]!));
    }

    [Fact]
    public async Task A_team_that_only_gives_work_to_its_members_is_not_involved_with_the_family()
    {
        var story = await Story.Told(server);
        await server.Say(story.Involved(Relations.AssigningTeam, Guid.CreateVersion7(), team: "rvt-utrecht-veiligheid", organisation: "rvt-utrecht"));
        await FamilyViewServer.Eventually(() => server.Holds(story.Family, Relations.AssigningTeam));
        using var lotte = await server.As("lotte");

        var family = (await lotte.GetFromJsonAsync<JsonObject>(story.Path, Cancel))!;

        Assert.Equal("dutyTeam", (string?)Assert.Single(family["involved"]!.AsArray())!["relation"]);
        Assert.Equal(1, (int)family["organisationCount"]!);
    }

    [Fact]
    public async Task What_is_said_under_another_municipality_than_that_of_the_file_opens_nothing()
    {
        var (own, invented) = (await Story.Told(server), await Story.Told(server));
        foreach (var (story, municipality) in new[] { (own, "gm0344"), (invented, "gm0355") })
            await server.SayAs("investigation", new InvolvementStarted(
                Guid.CreateVersion7(), Relations.RegionalTeam, null, "rvt-utrecht-veiligheid", "rvt-utrecht", story.At, null)
                .Of(story.Family, Guid.CreateVersion7(), 1, municipality, story.At));
        await FamilyViewServer.Eventually(async () =>
            await server.Holds(own.Family, Relations.RegionalTeam) && await server.Holds(invented.Family, Relations.RegionalTeam));
        using var rosa = await server.As("rosa");

        Assert.Equal(HttpStatusCode.OK, (await rosa.GetAsync(own.Path, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await rosa.GetAsync(invented.Path, Cancel)).StatusCode);
        var listed = (await rosa.GetFromJsonAsync<JsonObject>("/family-view/v1/families?limit=100", Cancel))!["items"]!.AsArray().Select(one => (Guid)one!["id"]!).ToList();
        Assert.Contains(own.Family, listed);
        Assert.DoesNotContain(invented.Family, listed);
    }

    [Fact]
    public async Task Whoever_is_not_involved_gets_the_same_bytes_as_for_an_unknown_family()
    {
        var story = await Story.Told(server);
        using var lotte = await server.As("lotte");
        using var unknown = await lotte.GetAsync($"/family-view/v1/families/{Guid.CreateVersion7()}", Cancel);
        var expected = await unknown.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);

        foreach (var client in new[] { await server.As("daan"), await server.As("bram"), await server.AsClient("gm0344-case-system") })
            foreach (var path in new[] { story.Path, story.Path + "/timeline" })
            {
                using var answer = await client.GetAsync(path, Cancel);
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
                Assert.Equal(expected, await answer.Content.ReadAsStringAsync(Cancel));
            }
    }

    [Fact]
    public async Task Nobody_opens_a_file_in_which_they_appear()
    {
        var story = await Story.Told(server);
        await server.Say(new MemberAccountLinked(story.Parent, Story.Lotte).Of(story.Family, story.Next(), "gm0344", story.At));
        using var lotte = await server.As("lotte");

        await FamilyViewServer.Eventually(async () =>
        {
            using var answer = await lotte.GetAsync(story.Path, Cancel);
            return answer.StatusCode == HttpStatusCode.NotFound;
        });
        await using var db = server.OpenOwner();
        Assert.True(await db.Families.AnyAsync(family => family.FamilyId == story.Family, Cancel));
    }

    [Fact]
    public async Task A_reader_who_says_for_what_says_what_is_known()
    {
        using var lotte = await server.As("lotte", "curiosity");
        using var answer = await lotte.GetAsync($"/family-view/v1/families/{Guid.CreateVersion7()}", Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("urn:geborgen:problem:processing-activity-unknown", (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("safety-assessment", HttpStatusCode.OK)]
    [InlineData("voluntary-support", HttpStatusCode.NotFound)]
    public async Task A_reader_may_say_for_what_if_it_is_that(string? activity, HttpStatusCode expected)
    {
        var story = await Story.Told(server);
        using var lotte = await server.As("lotte", activity);
        using var answer = await lotte.GetAsync(story.Path, Cancel);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_source_that_fell_silent_gives_no_access()
    {
        var story = await Story.Told(server);
        var clock = new TestClock(TestDay.Now);
        using var lotte = await server.ElsewhereAs("lotte", clock);
        using (var before = await lotte.GetAsync(story.Path, Cancel))
            Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        clock.Advance(FamilyViewServer.HeardAhead + TimeSpan.FromMinutes(2));
        using var answer = await lotte.GetAsync(story.Path, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Without_a_token_there_is_nothing_but_the_description()
    {
        using var answer = await server.Anonymous.GetAsync($"/family-view/v1/families/{Guid.CreateVersion7()}", Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);

        var description = (await server.Anonymous.GetFromJsonAsync<JsonObject>("/family-view/v1/openapi.json", Cancel))!;
        Assert.Equal(
            ["/family-view/v1/emergency-accesses", "/family-view/v1/events", "/family-view/v1/families", "/family-view/v1/families/{id}", "/family-view/v1/families/{id}/access-log",
                "/family-view/v1/families/{id}/emergency-access", "/family-view/v1/families/{id}/timeline",
                "/family-view/v1/responsibility-offers"],
            description["paths"]!.AsObject().Select(path => path.Key).Order(StringComparer.Ordinal));
        Assert.All(
            description["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()),
            operation => Assert.NotEmpty((string)operation.Value!["summary"]!));
    }
}
