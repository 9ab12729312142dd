using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Contracts;
using Geborgen.Contracts.Intake;
using Geborgen.Support;

namespace Geborgen.Investigation.Tests;

/// <summary>What a child or parent reads and says about an investigation under the own login.</summary>
public sealed class OwnVoiceTests(InvestigationServer server)
{
    const string Own = "/gm0344/investigation/v1/own-investigations";

    static readonly string[] Questions = ["Is she safe?"];

    static readonly DateTimeOffset Spoken = new(2026, 11, 22, 18, 0, 0, TimeSpan.Zero);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_parent_reads_how_far_it_is_the_own_words_what_was_shared_and_the_draft_and_nothing_else()
    {
        using var rosa = await server.As("rosa");
        using var fatima = await server.As("fatima");
        var opened = await Tied(opened => opened.Parent);
        await rosa.Do(opened.Path, "/voices", new
        {
            personId = opened.Parent,
            kind = "observation",
            text = "I work at night.",
            statedAt = Spoken,
            spokenBy = "Rosa",
            manner = "At the table.",
        });
        var shared = await Said(rosa, opened, "The mother is strict.", "opinion");
        var kept = await Said(rosa, opened, "Mother seems tired of the child, says a neighbour.", "opinion");
        await rosa.Do(opened.Path, $"/statements/{shared}/sharings", new { personId = opened.Parent });
        var withheld = await Said(rosa, opened, "Something that is kept back for now.", "observation");
        await rosa.Do(opened.Path, $"/statements/{withheld}/sharings", new { personId = opened.Parent });
        await rosa.Do(opened.Path, $"/statements/{withheld}/withholding", new
        {
            basis = "Jeugdwet 7.3.10",
            reason = "It endangers another.",
            reviewOn = "2099-01-01",
            until = "2099-02-01",
        });
        await rosa.Do(opened.Path, "/counter-expertise", new { personId = opened.Child, wish = "What the child asked." });
        await Present(rosa, opened, "First draft.", shared);
        await rosa.Do(opened.Path, $"/statements/{kept}/sharings", new { personId = opened.Child });
        await rosa.Do(opened.Path, "/report", Draft("What only the child has yet.", kept), "PUT");
        await rosa.Do(opened.Path, "/report/presentations", new { persons = new[] { opened.Child } });

        var own = await Read(fatima, opened);

        Assert.Equal(("open", "first"), ((string?)own["status"], (string?)own["kind"]));
        Assert.Equal(["investigation", "rebuttal"], Names(own["terms"]!, "name").Order());
        Assert.Equal(["I work at night."], Names(own["ownStatements"]!, "text"));
        Assert.Equal(["The mother is strict."], Names(own["sharedStatements"]!, "text"));
        var draft = own["draft"]!;
        Assert.Equal((1, "What nobody knows."), ((int)draft["number"]!, (string?)draft["whatStaysUnknown"]));
        Assert.NotNull(draft["answerBy"]);
        Assert.Equal("First draft.", (string?)Assert.Single(draft["parts"]!.AsArray())!["text"]);
        Assert.Equal([shared], draft["parts"]![0]!["statements"]!.AsArray().Select(one => (Guid)one!));
        Assert.Empty(own["counterExpertise"]!.AsArray());
        Assert.DoesNotContain("rosa", own.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_member_whose_file_went_into_another_where_the_member_stands_under_another_id_keeps_what_is_the_own()
    {
        using var fatima = await server.As("fatima");
        var opened = await Tied(opened => opened.Parent);
        var (family, into, there, yesterday) = (opened.Asked.FamilyId, Guid.CreateVersion7(), Guid.CreateVersion7(), TestDay.Today.AddDays(-1));
        await server.Tell(into, version => new MemberAdded(new(there, "parent", new(2026, 1, 1))).Of(into, version, "gm0344", TestDay.Now));

        await server.Tell(into, version => new FamiliesMerged(Guid.CreateVersion7(), family, [new(opened.Parent, there)]).Of(into, version, "gm0344", TestDay.Now));
        await server.Tell(family, version => new MemberRemoved(opened.Parent, yesterday).Of(family, version, "gm0344", TestDay.Now));
        Assert.NotNull(await Read(fatima, opened));

        await server.Tell(into, version => new MemberRemoved(there, yesterday).Of(into, version, "gm0344", TestDay.Now));
        Assert.DoesNotContain((await fatima.GetFromJsonAsync<JsonObject>(Own, Cancel))!["items"]!.AsArray(), one => (Guid)one!["id"]! == opened.Id);
    }

    [Fact]
    public async Task Who_is_not_the_same_after_all_loses_it_again()
    {
        using var fatima = await server.As("fatima");
        var opened = await Tied(opened => opened.Parent);
        var (family, into, there, merge) = (opened.Asked.FamilyId, Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await server.Tell(into, version => new MemberAdded(new(there, "parent", new(2026, 1, 1))).Of(into, version, "gm0344", TestDay.Now));
        await server.Tell(into, version => new FamiliesMerged(merge, family, [new(opened.Parent, there)]).Of(into, version, "gm0344", TestDay.Now));

        await server.Tell(into, version => new MergeUndone(merge, family, [new(opened.Parent, there)]).Of(into, version, "gm0344", TestDay.Now));
        await server.Tell(family, version => new MemberRemoved(opened.Parent, TestDay.Today.AddDays(-1)).Of(family, version, "gm0344", TestDay.Now));

        Assert.DoesNotContain((await fatima.GetFromJsonAsync<JsonObject>(Own, Cancel))!["items"]!.AsArray(), one => (Guid)one!["id"]! == opened.Id);
    }

    [Fact]
    public async Task A_parent_answers_the_draft_contests_what_was_shared_and_puts_own_words_beside_an_opinion()
    {
        using var rosa = await server.As("rosa");
        using var fatima = await server.As("fatima");
        var opened = await Tied(opened => opened.Parent);
        var opinion = await Said(rosa, opened, "She is strict.", "opinion");
        var kept = await Said(rosa, opened, "She is away a lot.", "opinion");
        await rosa.Do(opened.Path, $"/statements/{opinion}/sharings", new { personId = opened.Parent });
        Assert.Equal("no-draft-to-answer", await Refused(fatima, opened, "own-rebuttals", new { text = "Too early." }));
        await Present(rosa, opened, "She sleeps in the morning.", opinion);

        await Give(fatima, opened, "own-rebuttals", new { text = "I come from a night shift." });
        await Give(fatima, opened, $"shared-statements/{opinion}/own-contests", new { part = "content", reason = "I am not." });
        var own = await Give(fatima, opened, $"shared-statements/{opinion}/own-statements", new { text = "Children go to bed in time." });
        foreach (var hidden in new[] { kept, Guid.CreateVersion7() })
        {
            Assert.Equal("not-found", await Refused(fatima, opened, $"shared-statements/{hidden}/own-contests", new { part = "kind", reason = "x" }));
            Assert.Equal("not-found", await Refused(fatima, opened, $"shared-statements/{hidden}/own-statements", new { text = "x" }));
        }

        Assert.Equal([(int?)1, null], own["ownStatements"]!.AsArray().Select(one => (int?)one!["answersDraft"]));
        var shared = Assert.Single(own["sharedStatements"]!.AsArray())!;
        Assert.Equal(("contested", "I am not."), ((string?)shared["contested"], (string?)shared["ownContests"]![0]!["reason"]));
        Assert.Equal((Guid)own["ownStatements"]![1]!["id"]!, (Guid)shared["ownStatementId"]!);
        var seen = await rosa.Read(opened.Path);
        Assert.Equal(opened.Parent, (Guid)Assert.Single(seen["rebuttals"]!.AsArray())!["personId"]!);
        Assert.Equal(["professional", "professional", "parent", "parent"], Names(seen["statements"]!, "author").OrderDescending());
    }

    [Fact]
    public async Task A_parent_asks_for_another_expert_and_reads_the_answer_and_the_conclusion()
    {
        using var rosa = await server.As("rosa");
        using var fatima = await server.As("fatima");
        var opened = await Tied(opened => opened.Parent);

        var asked = Assert.Single((await Give(fatima, opened, "own-counter-expertise", new { wish = "Look at the bruise." }))["counterExpertise"]!.AsArray())!;
        Assert.Null(asked["answer"]);
        Assert.Contains("counterExpertise", Names((await Read(fatima, opened))["terms"]!, "name"));
        await rosa.Do(opened.Path, $"/counter-expertise/{asked["id"]}/answer", new
        {
            granted = true,
            reason = "She can see how old it is.",
            alternatives = "The general practitioner: did not see her then.",
            explanation = "A paediatrician looks on Monday.",
        });
        Assert.Equal("complaint", (string?)(await Read(fatima, opened))["counterExpertise"]![0]!["remedy"]);
        await rosa.Do(opened.Path, $"/counter-expertise/{asked["id"]}/finding", new { cameToNothing = "The photograph was lost." });
        await Conclude(rosa, opened);

        var own = await Read(fatima, opened);
        Assert.Equal((true, "A paediatrician looks on Monday."), ((bool)own["counterExpertise"]![0]!["granted"]!, (string?)own["counterExpertise"]![0]!["answer"]));
        Assert.Equal(
            ("noFurtherAction", "She is safe.", "You hear no more from us.", "Wmo 2015 artikel 4.1.1", "complaint", null),
            ((string?)own["conclusion"]!["outcome"], (string?)own["conclusion"]!["reason"], (string?)own["conclusion"]!["explanation"],
                (string?)own["conclusion"]!["legalBasis"], (string?)own["conclusion"]!["remedy"], (string?)own["conclusion"]!["remedyUntil"]));
        Assert.Null(own["draft"]!["answerBy"]);
        Assert.NotNull(own["draft"]!["finalAt"]);
    }

    [Fact]
    public async Task A_childs_later_words_reach_a_parent_not_before_they_were_spoken_about()
    {
        using var rosa = await server.As("rosa");
        using var fatima = await server.As("fatima");
        var opened = await Tied(opened => opened.Parent);
        var heard = await rosa.Do(opened.Path, "/voices", new
        {
            personId = opened.Child,
            kind = "observation",
            text = "I like it at grandmother's.",
            statedAt = Spoken,
            spokenBy = "Rosa",
            manner = "While drawing.",
        });
        var childs = heard["voices"]![0]!["statementId"];
        await rosa.Do(opened.Path, $"/statements/{childs}/sharings", new { personId = opened.Parent, talkedWithChildOn = "2026-11-22", safetyCheck = "Safe." });
        await rosa.Do(opened.Path, $"/statements/{childs}/amendments", new { text = "At home I am afraid.", agreedOn = "2026-11-22" });

        Assert.Equal(["I like it at grandmother's."], Names((await Read(fatima, opened))["sharedStatements"]!, "text"));
    }

    [Fact]
    public async Task Whom_it_does_not_concern_who_left_the_family_and_who_was_mistaken_for_another_have_none()
    {
        using var rosa = await server.As("rosa");
        using var fatima = await server.As("fatima");
        var grandmother = await Tied(_ => Guid.CreateVersion7());
        var left = await Tied(opened => opened.Parent);
        await Present(rosa, left, "A draft.");
        await Read(fatima, left);
        await Tell(left, version => new MemberRemoved(left.Parent, TestDay.Today.AddDays(-1)).Of(left.Asked.FamilyId, version, "gm0344", Now));
        var takenOut = await Tied(opened => opened.Parent);
        await Tell(takenOut, version => new PersonTakenOut(takenOut.Parent).Of(takenOut.Asked.FamilyId, version, "gm0344", Now));
        var corrected = await Tied(opened => opened.Parent);
        await Tell(corrected, version => new MemberAccountLinked(corrected.Parent, "another-account").Of(corrected.Asked.FamilyId, version, "gm0344", Now));
        var twofold = await Tied(opened => opened.Parent);
        await Tell(twofold, version => new MemberAdded(new(twofold.Child, "child", new(2026, 1, 1))).Of(twofold.Asked.FamilyId, version, "gm0344", Now));
        await Tell(twofold, version => new MemberAccountLinked(twofold.Child, Fatima).Of(twofold.Asked.FamilyId, version, "gm0344", Now));
        var unknown = await Answer(fatima, Guid.CreateVersion7(), "own-rebuttals", new { text = "x" });

        var mine = (await fatima.Read(Own))["items"]!.AsArray().Select(one => (Guid)one!["id"]!).ToHashSet();
        foreach (var opened in new[] { grandmother, left, takenOut, corrected, twofold })
        {
            Assert.DoesNotContain(opened.Id, mine);
            Assert.Equal(unknown, await Answer(fatima, opened.Id, "own-rebuttals", new { text = "x" }));
            Assert.Equal(unknown, await Answer(fatima, opened.Id, "own-counter-expertise", new { wish = "x" }));
        }
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
    }

    [Fact]
    public async Task After_a_split_a_parent_still_reads_the_investigation_and_answers_it()
    {
        using var fatima = await server.As("fatima");
        var opened = await Tied(opened => opened.Parent);
        var other = opened with { Asked = opened.Asked with { FamilyId = Guid.CreateVersion7() } };
        await Tell(other, version => new FamilyOpened([new(opened.Parent, "parent", new(2026, 1, 1))]).Of(other.Asked.FamilyId, version, "gm0344", Now));
        await Tell(opened, version => new MemberRemoved(opened.Parent, TestDay.Today.AddDays(-1)).Of(opened.Asked.FamilyId, version, "gm0344", Now));

        await Give(fatima, opened, "own-counter-expertise", new { wish = "Look again." });
    }

    static string Fatima => InvestigationServer.Fatima;

    static DateTimeOffset Now => TestDay.Now;

    static IEnumerable<string?> Names(JsonNode list, string name) => list.AsArray().Select(one => (string?)one![name]);

    /// <summary>An investigation, with Fatima's account tied to somebody of the family.</summary>
    Task<Requested> Tied(Func<Requested, Guid> who) => server.Tie(who, Fatima);

    /// <summary>Something happens to the family at Intake, and reached Investigation.</summary>
    Task Tell(Requested opened, Func<int, DomainEvent> happened) => server.Tell(opened.Asked.FamilyId, happened);

    static async Task<JsonObject> Read(HttpClient reader, Requested opened) =>
        (await reader.Read(Own))["items"]!.AsArray().Single(one => (Guid)one!["id"]! == opened.Id)!.AsObject();

    static async Task<JsonObject> Give(HttpClient giver, Requested opened, string below, object body)
    {
        using var answer = await giver.PostAsJsonAsync($"{opened.Path}/{below}", body, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    static async Task<string> Refused(HttpClient giver, Requested opened, string below, object body)
    {
        using var answer = await giver.PostAsJsonAsync($"{opened.Path}/{below}", body, Cancel);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]!.GetValue<string>().Split(':')[^1];
    }

    static async Task<(HttpStatusCode Status, string Content)> Answer(HttpClient giver, Guid investigation, string below, object body)
    {
        using var answer = await giver.PostAsJsonAsync($"/gm0344/investigation/v1/investigations/{investigation}/{below}", body, Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    static async Task<Guid> Said(HttpClient rosa, Requested opened, string text, string kind) =>
        (await rosa.Do(opened.Path, "/statements", new { text, kind, author = "professional", statedAt = Spoken }))["statements"]!.AsArray()
            .Single(one => (string?)one!["text"] == text)!["id"]!.GetValue<Guid>();

    static object Draft(string text, params Guid[] statements) =>
        new { parts = new[] { new { title = "What we heard", text, statements } }, whatStaysUnknown = "What nobody knows." };

    static async Task Present(HttpClient rosa, Requested opened, string text, params Guid[] statements)
    {
        await rosa.Do(opened.Path, "/report", Draft(text, statements), "PUT");
        await rosa.Do(opened.Path, "/report/presentations");
    }

    static async Task Conclude(HttpClient rosa, Requested opened)
    {
        await rosa.Do(opened.Path, "/plan", new { approach = "We speak with everybody.", questions = Questions }, "PUT");
        await rosa.Do(opened.Path, "/sources", new { name = "School", about = "How she is.", familyKnows = true, consultedOn = "2026-11-20" });
        foreach (var person in new[] { opened.Child, opened.Parent })
            await rosa.Do(opened.Path, "/missing-voices", new { personId = person, whyNot = "notReached", explanation = "Called five times." });
        await Present(rosa, opened, "We reached nobody.");
        foreach (var person in new[] { opened.Child, opened.Parent })
            await rosa.Do(opened.Path, "/rebuttals", new { personId = person, kind = "opinion", text = "Right.", statedAt = Spoken });
        await rosa.Do(opened.Path, "/report/final");
        await rosa.Do(opened.Path, "/conclusion", new
        {
            outcome = "noFurtherAction",
            reason = "She is safe.",
            alternatives = "None.",
            explanation = "You hear no more from us.",
        });
    }
}
