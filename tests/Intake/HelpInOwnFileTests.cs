using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Casework;
using Geborgen.Intake.Families;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Tests;

/// <summary>Who belongs to a family here and calls for help calls in that family's file, and no other member learns of it.</summary>
public class HelpInOwnFileTests(IntakeServer intake)
{
    const string Root = "/gm0344/intake/v1", Help = $"{Root}/self-referrals";

    static readonly object Two = new { text = "Het lukt me niet meer.", reachMe = "Bel na negen uur." };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_calls_in_the_own_file_and_the_key_worker_has_it_at_once()
    {
        var story = await New(keyWorker: "daan");
        using var fatima = await intake.As("fatima");
        using var daan = await intake.As("daan");

        var first = await Call(fatima);
        var second = await Call(fatima);

        Assert.Equal((story.Id, story.Id), ((Guid)first["familyId"]!, (Guid)second["familyId"]!));
        var listed = await daan.ReadAll($"{Root}/contacts?view=mine&kind=selfReferral");
        Assert.Superset(new HashSet<string> { $"{first["id"]}", $"{second["id"]}" }, listed.Select(one => $"{one!["id"]}").ToHashSet());
        var read = await daan.Read($"{Root}/contacts/{first["id"]}");
        var said = Assert.Single(read["statements"]!.AsArray())!;
        Assert.Equal(("parent", $"{story.Mother}", "Bel na negen uur."), ((string?)said["author"], $"{said["personId"]}", (string?)read["whereabouts"]!["description"]));
        Assert.Single(read["clocks"]!.AsArray(), one => (string?)one!["term"] == "triage");
    }

    [Fact]
    public async Task Whose_words_they_are_the_records_of_the_family_say()
    {
        var story = await New(keyWorker: "daan");
        using var fatima = await intake.As("fatima");
        using var daan = await intake.As("daan");
        using var answer = await fatima.PostAsJsonAsync(Help, new { text = "x", reachMe = "x", author = "child" }, Cancel);
        var asked = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
        Assert.Equal("parent", (string?)(await daan.Read($"{Root}/contacts/{asked["id"]}"))["statements"]![0]!["author"]);
        Assert.Equal($"{story.Id}", $"{asked["familyId"]}");
    }

    [Fact]
    public async Task Without_a_key_worker_one_is_sought_and_no_other_member_learns_of_it()
    {
        var story = await New(keyWorker: null, account: null);
        using var lotte = await intake.As("lotte");
        await lotte.Change(story.Contact, "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision });
        await Tie(story, story.Father, "rosa");
        await Tie(story, story.Mother, "fatima");
        using var fatima = await intake.As("fatima");
        await using var before = intake.OpenOwner();
        Assert.Null((await before.Families.SingleAsync(one => one.Id == story.Id, Cancel)).RunningClock(Family.KeyWorkerAssignmentTerm));

        await Call(fatima, new { text = "x", reachMe = "x", familyId = story.Id });

        await using var db = intake.OpenOwner();
        Assert.NotNull((await db.Families.SingleAsync(one => one.Id == story.Id, Cancel)).RunningClock(Family.KeyWorkerAssignmentTerm));
        Assert.Equal(["keyWorkerAssignment"], await Terms("fatima"));
        Assert.Empty(await Terms("rosa"));
        Assert.DoesNotContain(await (await db.ContactsKnownTo(await intake.Account("rosa"), TestDay.Now, Cancel)).ToListAsync(Cancel),
            one => db.Contacts.Any(contact => contact.Id == one && contact.FamilyId == story.Id && contact.Kind == Contacts.ContactKind.SelfReferral));

        async Task<IEnumerable<string>> Terms(string user) => (await OwnFile.Of(db, new("gm0344"), await intake.Account(user), TestDay.Now, Cancel))
            .Single(one => one.Id == story.Id).Terms(KnownContact.Limits, new([])).Select(one => one.Name);
    }

    [Fact]
    public async Task A_call_for_help_opens_a_closed_file_and_the_family_reads_it_as_it_was()
    {
        var story = await New(keyWorker: null);
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        await lotte.Tell(story.Contact);
        await lotte.Change(story.Contact, "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision });
        await lotte.Change(story.Family, "closing", new { decision = ContactHttp.Decision });

        var asked = await Call(fatima, new { text = "x", reachMe = "x", familyId = story.Id });

        Assert.Equal(story.Id, (Guid)asked["familyId"]!);
        Assert.Equal("received", (string?)(await lotte.Read($"{Root}/contacts/{asked["id"]}"))["status"]);
        var own = (await fatima.Read($"{Root}/own-families"))["items"]!.AsArray().Single(one => $"{one!["id"]}" == $"{story.Id}")!;
        Assert.NotNull(own["closed"]);
        await using var db = intake.OpenOwner();
        Assert.NotNull((await db.Families.SingleAsync(one => one.Id == story.Id, Cancel)).RunningClock(Family.KeyWorkerAssignmentTerm));
    }

    [Fact]
    public async Task A_file_that_a_call_opened_is_closed_to_another_member_who_asks_for_a_key_worker()
    {
        var story = await New(keyWorker: null, account: null);
        using var lotte = await intake.As("lotte");
        await lotte.Tell(story.Contact);
        await lotte.Change(story.Contact, "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision });
        await Tie(story, story.Father, "rosa");
        await Tie(story, story.Mother, "fatima");
        await lotte.Change(story.Family, "closing", new { decision = ContactHttp.Decision });
        await using var db = intake.OpenOwner();
        var family = await db.Families.SingleAsync(one => one.Id == story.Id, Cancel);
        family.HearCall(story.Mother, new("gm0344-intake", "gm0344"), new("keyWorkerAssignment", 5, TimeLimitUnit.WorkingDays, "x", default, null), new("fatima", "", "family-member", TestDay.Now, story.Mother));

        Assert.Equal("file-closed", family.AskForAnotherKeyWorker("Another.", story.Father, new("keyWorkerWish", 5, TimeLimitUnit.WorkingDays, "x", default, null), new("rosa", "", "family-member", TestDay.Now, story.Father))!.Code);
        Assert.Equal("no-key-worker", family.AskForAnotherKeyWorker("Another.", story.Mother, new("keyWorkerWish", 5, TimeLimitUnit.WorkingDays, "x", default, null), new("fatima", "", "family-member", TestDay.Now, story.Mother))!.Code);
    }

    [Fact]
    public async Task A_call_is_taken_whatever_family_it_names()
    {
        var (own, other) = (await New(keyWorker: "daan"), await New(keyWorker: null, account: null));
        using var fatima = await intake.As("fatima");
        foreach (var family in new[] { other.Id, Guid.CreateVersion7() })
            Assert.Equal(own.Id, (Guid)(await Call(fatima, new { text = "x", reachMe = "x", familyId = family }))["familyId"]!);
    }

    [Fact]
    public async Task What_came_of_a_call_is_kept_from_another_member_until_that_one_is_told()
    {
        var story = await New(keyWorker: "daan");
        using var fatima = await intake.As("fatima");
        using var daan = await intake.As("daan");
        using var region = await intake.AsClient("investigation-instance");
        await daan.Tell(story.Contact, story.Father);
        await daan.Tell(story.Contact, story.Mother);
        var call = $"{Root}/contacts/{(await Call(fatima))["id"]}";

        Assert.Equal([story.Father], await Untold());
        await daan.Change(call, "telling", new { persons = new[] { story.Father }, how = "In a talk.", toldBy = "Daan, local team" });
        Assert.Empty(await Untold());

        async Task<IEnumerable<Guid>> Untold()
        {
            using var answer = await region.PostAsJsonAsync($"{Root}/texts/_toets", new
            {
                familyId = story.Id,
                texts = Array.Empty<object>(),
                readers = new[] { story.Father, story.Mother },
                beganAt = TestDay.Now.AddMinutes(1),
            }, Cancel);
            return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["untold"]!.AsArray().Select(one => (Guid)one!).ToList();
        }
    }

    [Fact]
    public async Task Words_that_were_recorded_at_a_call_do_not_show_it_to_who_said_them()
    {
        var story = await New(keyWorker: "daan");
        using var fatima = await intake.As("fatima");
        using var daan = await intake.As("daan");
        await daan.Change(story.Family, $"members/{story.Father}/account", new { account = await intake.Account("rosa") });
        var call = (await Call(fatima))["id"];
        await daan.Change($"{Root}/contacts/{call}", "statements", new { text = "We quarrelled.", author = "parent", personId = story.Father, kind = "opinion" });

        await using var db = intake.OpenOwner();
        var known = await db.ContactsKnownTo(await intake.Account("rosa"), TestDay.Now, Cancel);
        Assert.False(await known.AnyAsync(one => one == Guid.Parse($"{call}"), Cancel));
    }

    [Fact]
    public async Task A_call_is_not_taken_out_of_sight_by_who_works_with_the_file()
    {
        await New(keyWorker: "daan");
        using var fatima = await intake.As("fatima");
        using var daan = await intake.As("daan");
        await daan.Refused("call-for-help-stays", $"{Root}/contacts/{(await Call(fatima))["id"]}", "removal", new { reason = "Nonsense." });
    }

    [Fact]
    public async Task A_file_that_went_into_another_is_called_by_the_id_that_the_member_knows()
    {
        var (story, other) = (await New(keyWorker: null), await New(keyWorker: null, account: null));
        using var lotte = await intake.As("lotte");
        await lotte.Change(other.Family, "merges", new { otherFamilyId = story.Id, reason = "One household." });
        using var fatima = await intake.As("fatima");

        var asked = await Call(fatima, new { text = "x", reachMe = "x", familyId = story.Id });

        Assert.Equal(story.Id, (Guid)asked["familyId"]!);
        Assert.Equal(story.Id, (Guid)(await fatima.Read($"{Root}/submissions/{asked["id"]}"))["familyId"]!);
        Assert.Equal(other.Id, (Guid)(await lotte.Read($"{Root}/contacts/{asked["id"]}"))["familyId"]!);
    }

    [Fact]
    public async Task Who_called_from_a_login_of_nobody_yet_is_tied_by_that_call()
    {
        var story = await New(keyWorker: null, account: null);
        await intake.BelongsNowhere("fatima");
        using var fatima = await intake.As("fatima");
        using var lotte = await intake.As("lotte");
        var called = await Call(fatima);
        var link = $"members/{story.Mother}/account";
        await lotte.Refused("no-such-account", story.Family, link, new { contactId = called["id"] }, HttpStatusCode.BadRequest);
        await lotte.Refused("no-such-account", story.Family, link, new { }, HttpStatusCode.BadRequest);
        await lotte.Refused("no-such-account", story.Family, link, new { contactId = story.Contact[^36..] }, HttpStatusCode.BadRequest);

        await lotte.Change(story.Family, "merges", new { otherFamilyId = called["familyId"], reason = "She called." });
        await lotte.Change(story.Family, link, new { contactId = called["id"] });

        Assert.Equal(story.Id, (Guid)(await Call(fatima))["familyId"]!);
    }

    [Fact]
    public async Task A_merge_is_not_undone_while_a_call_of_who_goes_back_waits()
    {
        var (story, other) = (await New(keyWorker: null), await New(keyWorker: null, account: null));
        using var lotte = await intake.As("lotte");
        var merged = await lotte.Change(other.Family, "merges", new { otherFamilyId = story.Id, reason = "One household." });
        var undo = $"merges/{merged["merges"]![0]!["id"]}/undo";
        using var fatima = await intake.As("fatima");
        var call = $"{Root}/contacts/{(await Call(fatima))["id"]}";

        await lotte.Refused("call-waits", other.Family, undo, new { });
        await lotte.Change(call, "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision });

        await lotte.Change(other.Family, undo, new { });
    }

    [Fact]
    public async Task Whether_another_called_before_shows_in_no_term()
    {
        var (first, second) = (await New(keyWorker: null, account: null), await New(keyWorker: null, account: null));
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        foreach (var story in new[] { first, second })
        {
            await lotte.Tell(story.Contact);
            await lotte.Change(story.Contact, "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision });
        }
        await intake.BelongsNowhere("fatima");
        await Tie(first, first.Mother, "fatima");
        await Tie(second, second.Mother, "fatima");

        await using (var db = intake.OpenOwner())
        {
            var family = await db.Families.SingleAsync(one => one.Id == first.Id, Cancel);
            family.HearCall(first.Father, new("gm0344-intake", "gm0344"), new("keyWorkerAssignment", 5, TimeLimitUnit.WorkingDays, "x", default, null), new("another", "", "family-member", TestDay.Now, first.Father));
            await db.SaveChangesAsync(Cancel);
        }
        foreach (var story in new[] { first, second })
            await Call(fatima, new { text = "x", reachMe = "x", familyId = story.Id });

        Assert.Equal(["keyWorkerAssignment"], await Terms(second));
        Assert.Equal(["keyWorkerAssignment"], await Terms(first));

        async Task<List<string>> Terms(Story story) => [.. (await fatima.Read($"{Root}/own-families"))["items"]!.AsArray()
            .Single(one => $"{one!["id"]}" == $"{story.Id}")!["terms"]!.AsArray().Select(one => (string)one!["name"]!)];
    }

    [Fact]
    public async Task No_call_is_lost_in_a_file_that_is_closed_or_goes_into_another_meanwhile()
    {
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        for (var race = 0; race < 20; race++)
        {
            var (story, other) = (await New(keyWorker: null), await New(keyWorker: null, account: null));
            await lotte.Tell(story.Contact);
            await lotte.Change(story.Contact, "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision });
            var versions = (Own: await lotte.Etag(story.Family), Other: await lotte.Etag(other.Family));
            var calls = Enumerable.Range(0, 3).Select(_ => Call(fatima, new { text = "x", reachMe = "x", familyId = story.Id })).ToList();
            using var closed = await lotte.Post($"{story.Family}/closing", versions.Own, new { decision = ContactHttp.Decision });
            using var merged = await lotte.Post($"{other.Family}/merges", versions.Other, new { otherFamilyId = story.Id, reason = "One household." });
            Assert.True((int)closed.StatusCode < 500 && (int)merged.StatusCode < 500);
            foreach (var asked in await Task.WhenAll(calls))
                Assert.Equal(story.Id, (Guid)asked["familyId"]!);
            await using var db = intake.OpenOwner();
            Assert.Equal(3, await db.Contacts.CountAsync(one => (one.FamilyId == story.Id || one.FamilyId == other.Id) && one.Kind == Contacts.ContactKind.SelfReferral, Cancel));
            Assert.Empty(await db.Contacts.Where(one => one.FamilyId == story.Id || one.FamilyId == other.Id)
                .Where(one => one.Status == Contacts.ContactStatus.Received && db.Families.Any(family => family.Id == one.FamilyId && family.ClosedAt != null)).ToListAsync(Cancel));
            await intake.BelongsNowhere("fatima");
        }
    }

    sealed record Story(Guid Id, string Family, string Contact, Guid Mother, Guid Father);

    async Task<Story> New(string? keyWorker, string? account = "fatima")
    {
        if (account is not null)
            await intake.BelongsNowhere(account);
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
        var story = new Story(Guid.Parse(family[^36..]), family, contact, members["Mira"], members["Tom"]);
        if (account is not null)
            await Tie(story, story.Mother, account);
        if (keyWorker is not null)
            await lotte.Change(family, "key-worker", new { worker = new { account = await intake.Account(keyWorker) } });
        return story;
    }

    async Task Tie(Story story, Guid member, string user)
    {
        using var lotte = await intake.As("lotte");
        await lotte.Change(story.Family, $"members/{member}/account", new { account = await intake.Account(user) });
    }

    static async Task<JsonObject> Call(HttpClient caller, object? body = null)
    {
        using var answer = await caller.PostAsJsonAsync(Help, body ?? Two, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, text);
        return JsonNode.Parse(text)!.AsObject();
    }
}
