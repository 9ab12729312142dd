using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Casework;
using Geborgen.Intake.Contacts;
using Geborgen.Intake.Families;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.Intake.Tests;

/// <summary>A member's call for help stays the member's own wherever the member goes, and shows nothing to the others of the family.</summary>
public class CallsOfMembersTests(IntakeServer intake)
{
    const string Root = "/gm0344/intake/v1", Help = $"{Root}/self-referrals", Term = Family.KeyWorkerAssignmentTerm;

    static readonly TimeLimit Limit = new(Term, 5, TimeLimitUnit.WorkingDays, "x", default, null);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_called_does_not_leave_in_a_split_while_the_call_waits_and_reads_the_answer_after_it()
    {
        var story = await New(mother: "fatima");
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        var call = await Call(fatima);
        var split = new { members = new[] { story.Mother }, reason = "She lives elsewhere." };
        await lotte.Refused("call-waits", story.Family, "split", split);
        await lotte.Change($"{Root}/contacts/{call}", "triage", new { outcome = "localSupport", decision = ContactHttp.Decision });

        await lotte.Change(story.Family, "split", split);

        await ReadsTheAnswer(fatima, call);
    }

    [Fact]
    public async Task Who_called_does_not_leave_while_the_call_waits_in_a_file_that_went_into_this_one()
    {
        var (story, other) = (await New(mother: "fatima"), await New());
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        await Call(fatima);
        await Merge(other, story.Id);

        await lotte.Refused("call-waits", other.Family, "split", new { members = new[] { story.Mother }, reason = "She lives elsewhere." });
    }

    [Fact]
    public async Task Who_called_reads_the_answer_and_takes_the_call_back_after_the_merge_is_undone()
    {
        var (story, other) = (await New(mother: "fatima"), await New());
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        var merge = await Merge(other, story.Id);
        var call = await Call(fatima);
        await lotte.Change($"{Root}/contacts/{call}", "triage", new { outcome = "localSupport", decision = ContactHttp.Decision });
        await lotte.Change(other.Family, $"merges/{merge}/undo", new { });

        var said = await ReadsTheAnswer(fatima, call);
        Assert.Equal(story.Id, (Guid)(await fatima.Read($"{Root}/submissions/{call}"))["familyId"]!);

        await TakeBack(fatima, call, said);
        Assert.Equal("withdrawn", (string?)(await Own(fatima, call))["ownStatements"]![0]!["status"]);
    }

    [Fact]
    public async Task Who_called_and_belongs_to_the_family_no_more_reads_the_call_and_nothing_that_was_shared()
    {
        var story = await New(mother: "fatima");
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        var call = await Call(fatima);
        var path = $"{Root}/contacts/{call}";
        var read = await lotte.Change(path, "statements", new { text = "I am sorry.", author = "parent", personId = story.Father, kind = "opinion" });
        var his = read["statements"]!.AsArray().Single(one => (string?)one!["text"] == "I am sorry.")!["id"];
        await lotte.Change(path, $"statements/{his}/sharings", new { personId = story.Mother });
        Assert.Single((await Own(fatima, call))["sharedStatements"]!.AsArray());

        await lotte.Change(path, "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision });
        await lotte.Change(story.Family, $"members/{story.Mother}/removal", new { reason = "She is no member." });

        await ReadsTheAnswer(fatima, call);
        Assert.Empty((await Own(fatima, call))["sharedStatements"]!.AsArray());
    }

    [Fact]
    public async Task The_words_of_a_call_are_taken_out_of_sight_by_nobody_who_works_with_it()
    {
        await New(mother: "fatima");
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        var call = $"{Root}/contacts/{await Call(fatima)}";
        var hers = (await lotte.Read(call))["statements"]![0]!["id"];
        var read = await lotte.Change(call, "statements", new { text = "Somebody else.", author = "professional", kind = "opinion" });
        var ours = read["statements"]!.AsArray().Single(one => (string?)one!["text"] == "Somebody else.")!["id"];

        await lotte.Refused("call-for-help-stays", call, $"statements/{hers}/removal", new { reason = "Nonsense." });
        await lotte.Change(call, $"statements/{ours}/removal", new { reason = "Of another family." });
    }

    [Fact]
    public async Task A_call_from_a_login_of_nobody_yet_is_a_call_to_the_others_of_the_family()
    {
        var story = await New(father: "rosa");
        await intake.BelongsNowhere("fatima");
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        var called = await Sent(fatima);
        var call = (string)called["id"]!;
        Assert.Equal("Het lukt me niet meer.", (string?)Assert.Single((await Own(fatima, call))["ownStatements"]!.AsArray())!["text"]);
        await Merge(story, (Guid)called["familyId"]!);
        await KeptFromFather(untold: [story.Mother, story.Father]);

        await lotte.Change(story.Family, $"members/{story.Mother}/account", new { contactId = call });
        await lotte.Change($"{Root}/contacts/{call}", "statements", new { text = "We quarrelled.", author = "parent", personId = story.Father, kind = "opinion" });

        await KeptFromFather(untold: [story.Father]);
        Assert.Equal([Term], await TermsOf("fatima", story.Id));
        await lotte.Refused("call-waits", story.Family, "split", new { members = new[] { story.Mother }, reason = "She lives elsewhere." });

        async Task KeptFromFather(Guid[] untold)
        {
            Assert.Empty(await TermsOf("rosa", story.Id));
            await using var db = intake.OpenOwner();
            Assert.DoesNotContain(Guid.Parse(call), await (await db.ContactsKnownTo(await intake.Account("rosa"), TestDay.Now, Cancel)).ToListAsync(Cancel));
            using var region = await intake.AsClient("investigation-instance");
            using var answer = await region.PostAsJsonAsync($"{Root}/texts/_toets", new
            {
                familyId = story.Id,
                texts = Array.Empty<object>(),
                readers = new[] { story.Mother, story.Father },
                beganAt = TestDay.Now.AddMinutes(1),
            }, Cancel);
            Assert.Equal(untold, (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["untold"]!.AsArray().Select(one => (Guid)one!));
        }
    }

    [Fact]
    public async Task What_a_child_sent_before_its_login_was_tied_is_kept_like_a_childs_words_from_then_on()
    {
        var story = await New();
        await intake.BelongsNowhere("fatima");
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        var called = await Sent(fatima);
        var call = $"{Root}/contacts/{called["id"]}";
        await Merge(story, (Guid)called["familyId"]!);
        await lotte.Change(story.Family, "members", new { role = "child", person = new { givenName = "Noor" }, from = "2020-01-01" });
        var noor = (await lotte.Read($"{story.Family}/members"))["items"]!.AsArray().Single(one => (string?)one!["givenName"] == "Noor")!["personId"];

        await lotte.Change(story.Family, $"members/{noor}/account", new { contactId = called["id"] });

        var said = Assert.Single((await lotte.Read(call))["statements"]!.AsArray())!;
        Assert.Equal("child", (string?)said["author"]);
        await lotte.Refused("child-not-spoken-with", call, $"statements/{said["id"]}/sharings", new { personId = story.Father });
        Assert.Equal("Het lukt me niet meer.", (string?)(await Own(fatima, (string)called["id"]!))["ownStatements"]![0]!["text"]);
    }

    [Fact]
    public async Task A_term_of_a_merged_file_does_not_come_back_when_another_calls()
    {
        var (tom, mira) = (await New(father: "rosa", settled: false), await New(mother: "fatima"));
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        await Merge(mira, tom.Id);
        await lotte.Change(tom.Contact, "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision });
        Assert.Empty(await TermsOf("rosa", mira.Id));

        await Call(fatima);

        Assert.Empty(await TermsOf("rosa", mira.Id));
    }

    [Fact]
    public async Task The_term_of_a_call_does_not_become_everybodys_by_a_merge()
    {
        var (mira, tom) = (await New(mother: "fatima"), await New(father: "rosa"));
        using var fatima = await intake.As("fatima");
        await Call(fatima);

        await Merge(tom, mira.Id);

        Assert.Empty(await TermsOf("rosa", tom.Id));
        Assert.Equal([Term], await TermsOf("fatima", tom.Id));
    }

    [Fact]
    public async Task A_term_ends_for_a_member_when_the_report_that_the_member_knows_is_settled()
    {
        var story = await New(father: "fatima", settled: false);
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        await CallInSecret(story.Id, story.Mother);
        Assert.Equal([Term], await Terms(fatima, story));

        await lotte.Change(story.Contact, "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision });

        Assert.Empty(await Terms(fatima, story));
    }

    [Fact]
    public async Task A_term_ends_for_a_member_when_the_own_call_is_settled_and_counts_from_it_until_then()
    {
        var story = await New(father: "fatima");
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        await CallInSecret(story.Id, story.Mother);
        Assert.Empty(await Terms(fatima, story));
        var called = await Sent(fatima);
        var term = Assert.Single((await OwnFamily(fatima, story))["terms"]!.AsArray())!;
        Assert.Equal(((string?)term["name"], (DateTimeOffset)called["receivedAt"]!), (Term, (DateTimeOffset)term["startedAt"]!));

        await lotte.Change($"{Root}/contacts/{called["id"]}", "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision });

        Assert.Empty(await Terms(fatima, story));
    }

    [Fact]
    public async Task A_file_that_a_call_opened_and_that_is_closed_again_was_never_open_to_another_member()
    {
        var story = await New(father: "fatima");
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        await lotte.Change(story.Family, "closing", new { decision = ContactHttp.Decision });
        var before = (await OwnFamily(fatima, story))["closed"]!.ToJsonString();
        var call = $"{Root}/contacts/{await CallInSecret(story.Id, story.Mother)}";
        Assert.Equal(before, (await OwnFamily(fatima, story))["closed"]!.ToJsonString());
        await lotte.Change(call, "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision });

        await lotte.Change(story.Family, "closing", new { decision = ContactHttp.Decision });

        Assert.Equal(before, (await OwnFamily(fatima, story))["closed"]!.ToJsonString());
    }

    [Fact]
    public async Task Who_called_in_between_reads_that_the_file_was_closed_again()
    {
        var story = await New(father: "fatima");
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        await lotte.Change(story.Family, "closing", new { decision = ContactHttp.Decision });
        var before = (await OwnFamily(fatima, story))["closed"]!["id"];
        var call = $"{Root}/contacts/{await Call(fatima)}";
        await lotte.Change(call, "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision });

        await lotte.Change(story.Family, "closing", new { decision = ContactHttp.Decision });

        Assert.NotEqual($"{before}", $"{(await OwnFamily(fatima, story))["closed"]!["id"]}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_team_that_takes_the_family_back_is_known_whether_or_not_another_called(bool called)
    {
        var story = await New(father: "fatima");
        using var lotte = await intake.As("lotte");
        using var daan = await intake.As("daan");
        using var fatima = await intake.As("fatima");
        await lotte.Change(story.Family, "key-worker", new { worker = new { account = await intake.Account("daan") } });
        if (called)
            await CallInSecret(story.Id, story.Mother);

        await daan.Change(story.Family, "key-worker/release", new { reason = "Away for long." });

        var own = await OwnFamily(fatima, story);
        Assert.Equal(["dutyTeam"], own["involved"]!.AsArray().Select(one => (string?)one!["function"]));
        Assert.Equal([Term], own["terms"]!.AsArray().Select(one => (string?)one!["name"]));
    }

    [Fact]
    public async Task Of_a_call_it_is_said_who_was_told()
    {
        await New(mother: "fatima");
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        await lotte.Refused("told-without-persons", $"{Root}/contacts/{await Call(fatima)}", "telling", new { how = "In a talk.", toldBy = "Lotte" }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_member_is_answered_with_the_family_that_the_member_knows_however_often_its_file_goes_into_another()
    {
        var (story, second, third) = (await New(mother: "fatima"), await New(), await New());
        using var fatima = await intake.As("fatima");
        await Merge(second, story.Id);
        var call = await Call(fatima);

        await Merge(third, second.Id);

        Assert.Equal(story.Id, (Guid)(await fatima.Read($"{Root}/submissions/{call}"))["familyId"]!);
    }

    sealed record Story(Guid Id, string Family, string Contact, Guid Mother, Guid Father);

    /// <summary>A family of whom all were told of what was reported, and with which nothing more is done where that is settled.</summary>
    async Task<Story> New(string? mother = null, string? father = null, bool settled = true)
    {
        var sent = await intake.Register(new
        {
            kind = "concern",
            channel = "system",
            receivedAt = ContactHttp.JustNow,
            reporter = new { role = "school", name = "De Zonnewijzer" },
            family = new { members = new[] { new { role = "parent", givenName = "Mira" }, new { role = "parent", givenName = "Tom" } } },
            statements = new[] { new { text = "Seen.", kind = "observation" } },
        });
        var (family, contact) = ($"{Root}/families/{sent["familyId"]}", $"{Root}/contacts/{sent["id"]}");
        using var lotte = await intake.As("lotte");
        var members = (await lotte.Read($"{family}/members"))["items"]!.AsArray().ToDictionary(one => (string)one!["givenName"]!, one => (Guid)one!["personId"]!);
        foreach (var (user, member) in new[] { (mother, members["Mira"]), (father, members["Tom"]) })
            if (user is not null)
            {
                await intake.BelongsNowhere(user);
                await lotte.Change(family, $"members/{member}/account", new { account = await intake.Account(user) });
            }
        await lotte.Tell(contact);
        if (settled)
            await lotte.Change(contact, "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision });
        return new((Guid)sent["familyId"]!, family, contact, members["Mira"], members["Tom"]);
    }

    async Task<string> Merge(Story into, Guid other)
    {
        using var lotte = await intake.As("lotte");
        return (string)(await lotte.Change(into.Family, "merges", new { otherFamilyId = other, reason = "One household." }))["merges"]![0]!["id"]!;
    }

    static async Task<JsonObject> Sent(HttpClient caller)
    {
        using var answer = await caller.PostAsJsonAsync(Help, new { text = "Het lukt me niet meer.", reachMe = "Bel na negen uur." }, Cancel);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
    }

    static async Task<string> Call(HttpClient caller) => (string)(await Sent(caller))["id"]!;

    /// <summary>Another member calls under another login.</summary>
    async Task<Guid> CallInSecret(Guid familyId, Guid member)
    {
        await using var scope = intake.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IntakeDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        var (family, by) = (await db.Families.SingleAsync(one => one.Id == familyId, Cancel), new Actor("another", "", "family-member", TestDay.Now, member));
        family.HearCall(member, new("gm0344-intake", "gm0344"), Limit, by);
        var call = Contact.Register(
            new(ContactKind.SelfReferral, ContactChannel.Web, by.Now, null, null, [new("Help.", StatementAuthor.Parent, StatedAt: by.Now, PersonId: member)]),
            new Kin([family]).RecordsOf(by.Today, familyId), familyId, family.Municipality, by.Account, KnownContact.Limits, by).Contact!;
        db.Add(call);
        await db.SaveChangesAsync(Cancel);
        await transaction.CommitAsync(Cancel);
        return call.Id;
    }

    static async Task<JsonObject> Own(HttpClient reader, string contact) =>
        (await reader.Read($"{Root}/own-contacts"))["items"]!.AsArray().Single(one => (string?)one!["id"] == contact)!.AsObject();

    static async Task<JsonObject> OwnFamily(HttpClient reader, Story story) =>
        (await reader.Read($"{Root}/own-families"))["items"]!.AsArray().Single(one => (Guid)one!["id"]! == story.Id)!.AsObject();

    static async Task<IEnumerable<string?>> Terms(HttpClient reader, Story story) =>
        (await OwnFamily(reader, story))["terms"]!.AsArray().Select(one => (string?)one!["name"]);

    async Task<IEnumerable<string>> TermsOf(string user, Guid inUse)
    {
        await using var db = intake.OpenOwner();
        return (await OwnFile.Of(db, new("gm0344"), await intake.Account(user), TestDay.Now, Cancel))
            .Single(one => one.Family.Id == inUse).Terms(KnownContact.Limits, new([])).Select(one => one.Name);
    }

    static async Task<string> ReadsTheAnswer(HttpClient caller, string contact)
    {
        var own = await Own(caller, contact);
        Assert.Equal(("triaged", "objection"), ((string?)own["status"], (string?)own["decision"]?["remedy"]));
        var said = Assert.Single(own["ownStatements"]!.AsArray())!;
        Assert.Equal("Het lukt me niet meer.", (string?)said["text"]);
        return (string)said["id"]!;
    }

    static async Task TakeBack(HttpClient caller, string contact, string said)
    {
        using var answer = await caller.Post($"{Root}/contacts/{contact}/own-statements/{said}/withdrawal", etag: null, new { });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }
}
