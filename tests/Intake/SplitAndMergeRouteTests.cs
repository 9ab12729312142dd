using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Intake.Families;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Tests;

public class SplitAndMergeRouteTests(IntakeServer intake)
{
    static readonly object Investigation = new
    {
        outcome = "investigation",
        decision = ContactHttp.Decision,
        questions = new[] { new { text = "Is Milan safe at home?" } },
    };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_family_splits_and_whoever_takes_over_the_old_one_sees_nothing_of_the_new()
    {
        var (family, child) = await NewFamily();
        using var lotte = await intake.As("lotte");
        await lotte.Change(family, "members", new { role = "parent", person = new { givenName = "Mira" } });
        await lotte.Refused("split-of-nobody", family, "split", new { members = Array.Empty<Guid>(), reason = "x" }, HttpStatusCode.BadRequest);
        await lotte.Refused("not-found", family, "split", new { members = new[] { Guid.CreateVersion7() }, reason = "x" }, HttpStatusCode.NotFound);

        var split = await lotte.Change(family, "split", new { members = new[] { child }, reason = "The child lives with an aunt." });

        var other = $"/gm0344/intake/v1/families/{split["splits"]![0]!["newFamilyId"]}";
        Assert.Equal(family.Split('/')[^1], (string?)(await lotte.Read(other))["splitFrom"]);
        Assert.Equal(child, Assert.Single((await lotte.Read($"{other}/members"))["items"]!.AsArray())!["personId"]!.GetValue<Guid>());
        await lotte.Change(family, "key-worker", new { worker = new { account = await intake.Account("daan") } });
        using var daan = await intake.As("daan");
        Assert.Equal(HttpStatusCode.OK, (await daan.GetAsync(family, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await daan.GetAsync(other, Cancel)).StatusCode);
    }

    [Fact]
    public async Task Two_files_become_one_whose_words_stay_readable_and_two_again()
    {
        var (family, _) = await NewFamily();
        var (other, child) = await NewFamily();
        using var lotte = await intake.As("lotte");
        using var daan = await intake.As("daan");
        var otherId = Guid.Parse(other.Split('/')[^1]);

        var merged = await lotte.Change(family, "merges", new { otherFamilyId = otherId, reason = "One household." });

        Assert.Equal(2, (await lotte.Read($"{family}/members"))["items"]!.AsArray().Count);
        Assert.Equal(family.Split('/')[^1], (string?)(await lotte.Read(other))["mergedInto"]);
        await lotte.Refused("file-merged", other, "members", new { role = "other" });
        await lotte.Refused("file-merged", family, "merges", new { otherFamilyId = otherId, reason = "x" });
        await lotte.Change(family, "key-worker", new { worker = new { account = await intake.Account("daan") } });
        foreach (var path in new[] { family, other, $"{other}/contacts" })
            Assert.Equal(HttpStatusCode.OK, (await daan.GetAsync(path, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lotte.GetAsync(other, Cancel)).StatusCode);

        var undo = $"merges/{merged["merges"]![0]!["id"]}/undo";
        await daan.Change(family, undo, null);

        Assert.Equal(HttpStatusCode.OK, (await lotte.GetAsync(other, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await daan.GetAsync(other, Cancel)).StatusCode);
        Assert.Equal(child, (await lotte.Read($"{other}/members"))["items"]!.AsArray().Single(one => one!["until"] is null)!["personId"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task A_contact_of_a_merged_file_is_decided_on_for_the_family_that_it_went_into_and_undone_for_its_own()
    {
        var (family, _) = await NewFamily();
        var (other, child) = await NewFamily();
        var (third, _) = await NewFamily();
        using var lotte = await intake.As("lotte");
        var (familyId, otherId, thirdId) = (Id(family), Id(other), Id(third));
        await lotte.Change(other, "merges", new { otherFamilyId = thirdId, reason = "One household." });
        await lotte.Change(family, "merges", new { otherFamilyId = otherId, reason = "One household." });
        var parent = (await lotte.Change(family, "members", new { role = "parent", person = new { givenName = "Mira" } }))["personId"]!.GetValue<Guid>();
        var (ofOther, ofThird) = (await ContactOf(otherId), await ContactOf(thirdId));

        var told = await lotte.Tell(ofThird, parent, child);
        Assert.NotNull(told["telling"]!["everybodyAt"]);
        var triaged = await lotte.Change(ofThird, "triage", Investigation);

        Assert.Equal(familyId, await FamilyOf("investigation-requested", ofThird));
        Assert.Equal(familyId, await FamilyOf("contact-triaged", ofThird));
        Assert.Equal(familyId, await FamilyOf("report-told", ofThird));
        await using (var db = intake.OpenOwner())
            Assert.Equal(1, await db.Database.SqlQuery<int>(
                $"select count(*)::int as \"Value\" from event_log where name = 'investigation-requested' and stream = {Id(ofThird)} and body -> 'parents' ? {$"{parent}"} and jsonb_array_length(body -> 'children') >= 3").SingleAsync(Cancel));
        var request = $"/gm0344/intake/v1/investigation-requests/{triaged["triage"]!["investigationRequestId"]}";
        Assert.Equal(familyId, (await lotte.Read(request))["familyId"]!.GetValue<Guid>());

        await lotte.Change(family, $"merges/{(await lotte.Read(family))["merges"]![0]!["id"]}/undo", null);
        await lotte.Change(ofOther, "triage", Investigation);

        Assert.Equal(otherId, await FamilyOf("contact-triaged", ofOther));
        Assert.Equal(familyId, (await lotte.Read(request))["familyId"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task Nobody_is_sought_any_more_once_nothing_follows_on_any_contact_of_the_files()
    {
        var (family, _) = await NewFamily();
        var (other, _) = await NewFamily();
        using var lotte = await intake.As("lotte");
        await lotte.Change(family, "merges", new { otherFamilyId = Id(other), reason = "One household." });

        await lotte.Change(await ContactOf(Id(family)), "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision });
        Assert.True(await Seeks(family));
        await lotte.Change(await ContactOf(Id(other)), "triage", new { outcome = "advice", decision = ContactHttp.Decision });
        Assert.False(await Seeks(family));
        await lotte.Change(family, $"merges/{(await lotte.Read(family))["merges"]![0]!["id"]}/undo", null);
        Assert.Equal((false, false), (await Seeks(family), await Seeks(other)));

        var advice = await intake.Register(new
        {
            kind = "advice",
            channel = "phone",
            receivedAt = TestDay.Now,
            statements = new[] { new { text = "How do I talk with a child about it?" } },
        });
        Assert.False(await Seeks($"{advice["familyId"]}"));
    }

    [Fact]
    public async Task A_file_that_gets_its_contact_back_gets_its_term_back()
    {
        var (family, _) = await NewFamily();
        var (other, _) = await NewFamily();
        using var lotte = await intake.As("lotte");
        await lotte.Change(await ContactOf(Id(family)), "triage", new { outcome = "noFollowUp", decision = ContactHttp.Decision });
        Assert.False(await Seeks(family));
        await lotte.Change(family, "merges", new { otherFamilyId = Id(other), reason = "One household." });
        Assert.Equal((true, false), (await Seeks(family), await Seeks(other)));

        await lotte.Change(family, $"merges/{(await lotte.Read(family))["merges"]![0]!["id"]}/undo", null);

        Assert.Equal((false, true), (await Seeks(family), await Seeks(other)));
    }

    [Fact]
    public async Task What_is_not_the_callers_is_not_merged_and_nothing_is_undone_twice()
    {
        var (family, _) = await NewFamily();
        var (other, _) = await NewFamily();
        using var lotte = await intake.As("lotte");
        var ids = (Family: Guid.Parse(family.Split('/')[^1]), Other: Guid.Parse(other.Split('/')[^1]));
        await lotte.Refused("merge-with-itself", family, "merges", new { otherFamilyId = ids.Family, reason = "x" }, HttpStatusCode.BadRequest);
        await lotte.Refused("not-found", family, "merges", new { otherFamilyId = Guid.CreateVersion7(), reason = "x" }, HttpStatusCode.NotFound);
        var merged = await lotte.Change(family, "merges", new { otherFamilyId = ids.Other, reason = "x" });
        var undo = $"merges/{merged["merges"]![0]!["id"]}/undo";
        await lotte.Change(family, undo, null);
        await lotte.Refused("merge-undone-already", family, undo, null);
        await lotte.Refused("not-found", family, $"merges/{Guid.CreateVersion7()}/undo", null, HttpStatusCode.NotFound);

        await lotte.Change(other, "key-worker", new { worker = new { account = await intake.Account("daan") } });
        var before = await intake.Rows();
        await lotte.Refused("not-found", family, "merges", new { otherFamilyId = ids.Other, reason = "x" }, HttpStatusCode.NotFound);
        Assert.Equal(before, await intake.Rows());
    }

    [Fact]
    public async Task Who_has_one_login_in_two_files_is_one_member_once_they_are_one_and_keeps_the_own_file()
    {
        var (family, _) = await NewFamily();
        var (other, _) = await NewFamily();
        using var lotte = await intake.As("lotte");
        using var fatima = await intake.As("fatima");
        var (here, there) = (await Tied(family), await Tied(other));

        await lotte.Change(family, "merges", new { otherFamilyId = Id(other), reason = "One household." });

        var members = (await lotte.Read($"{family}/members"))["items"]!.AsArray().Select(one => one!["personId"]!.GetValue<Guid>()).ToList();
        Assert.Contains(here, members);
        Assert.DoesNotContain(there, members);
        await using (var db = intake.OpenOwner())
            Assert.NotNull((await db.Families.SingleAsync(one => one.Id == Id(family), Cancel)).MemberBehind(await intake.Account("fatima"), TestDay.Now));
        foreach (var path in new[] { family, other })
            Assert.Equal(HttpStatusCode.OK, (await fatima.GetAsync($"{path}/own-key-worker-wishes", Cancel)).StatusCode);

        async Task<Guid> Tied(string file)
        {
            await lotte.Change(file, "members", new { role = "parent", person = new { givenName = "Mira" }, from = "2020-01-01" });
            var mother = (await lotte.Read($"{file}/members"))["items"]!.AsArray().Single(one => (string?)one!["role"] == "parent")!["personId"]!.GetValue<Guid>();
            await lotte.Change(file, $"members/{mother}/account", new { account = await intake.Account("fatima") });
            return mother;
        }
    }

    [Fact]
    public async Task Of_two_merges_of_one_file_at_once_one_wins()
    {
        var (first, _) = await NewFamily();
        var (second, _) = await NewFamily();
        var (other, _) = await NewFamily();
        using var lotte = await intake.As("lotte");
        var body = new { otherFamilyId = Guid.Parse(other.Split('/')[^1]), reason = "x" };
        var (firstTag, secondTag) = (await lotte.Etag(first), await lotte.Etag(second));

        var answers = await Task.WhenAll(lotte.Post($"{first}/merges", firstTag, body), lotte.Post($"{second}/merges", secondTag, body));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict);
    }

    static Guid Id(string path) => Guid.Parse(path.Split('/')[^1]);

    async Task<string> ContactOf(Guid family)
    {
        await using var db = intake.OpenOwner();
        return $"/gm0344/intake/v1/contacts/{await db.Contacts.Where(one => one.FamilyId == family).Select(one => one.Id).SingleAsync(Cancel)}";
    }

    async Task<Guid> FamilyOf(string name, string contact)
    {
        await using var db = intake.OpenOwner();
        return await db.Database.SqlQuery<Guid>(
            $"select (body ->> 'familyId')::uuid as \"Value\" from event_log where name = {name} and stream = {Id(contact)}").SingleAsync(Cancel);
    }

    /// <summary>Whether the term for finding a key worker runs.</summary>
    async Task<bool> Seeks(string family)
    {
        await using var db = intake.OpenOwner();
        return (await db.Families.SingleAsync(one => one.Id == Id(family), Cancel)).RunningClock(Family.KeyWorkerAssignmentTerm) is not null;
    }

    async Task<(string Family, Guid Child)> NewFamily()
    {
        // Another child each time: nobody is two members of one family.
        var concern = JsonNode.Parse(RegisterContactTests.Concern("999990329"))!;
        concern["family"]!["members"]![0]!.AsObject().Remove("bsn");
        var contact = await intake.Register(concern);
        var family = $"/gm0344/intake/v1/families/{contact["familyId"]}";
        using var lotte = await intake.As("lotte");
        var members = (await lotte.GetFromJsonAsync<JsonObject>($"{family}/members", Cancel))!["items"]!.AsArray();
        return (family, Assert.Single(members)!["personId"]!.GetValue<Guid>());
    }
}
