using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Intake.Contacts;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Tests;

public class FamilyMemberRouteTests(IntakeServer intake)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_joins_comes_to_light_with_authority_and_leaves()
    {
        var family = await NewFamily();
        using var lotte = await intake.As("lotte");
        var child = Assert.Single(await Members(lotte, family))["personId"]!.GetValue<Guid>();

        var added = await Change(lotte, family, "members", new
        {
            role = "parent",
            person = new { givenName = "Mira", familyName = "Test", birthDate = "1990-02-03", bsn = "999990135" },
            from = "2020-01-01",
        });
        var mother = added["personId"]!.GetValue<Guid>();
        await Refused(lotte, family, "authority", new { childId = child, parentId = mother, kind = "authority", from = "2020-01-01" },
            "authority-without-source", HttpStatusCode.BadRequest);
        await Change(lotte, family, "authority",
            new { childId = child, parentId = mother, kind = "authority", from = "2020-01-01", source = "Authority register" });

        var members = await Members(lotte, family);
        Assert.Equal("Mira", members.Single(one => one["personId"]!.GetValue<Guid>() == mother)["givenName"]!.GetValue<string>());
        var authority = Assert.Single(members.Single(one => one["personId"]!.GetValue<Guid>() == child)["authority"]!.AsArray())!;
        Assert.Equal((mother, "Authority register"), (authority["parentId"]!.GetValue<Guid>(), authority["source"]!.GetValue<string>()));

        await Change(lotte, family, $"members/{mother}/end", new { until = "2026-01-31" });
        Assert.Equal("2026-01-31", (await Members(lotte, family)).Single(one => one["personId"]!.GetValue<Guid>() == mother)["until"]!.GetValue<string>());
        await Change(lotte, family, "members", new { role = "parent", personId = mother, from = "2026-03-01" });
        Assert.Equal(2, (await Members(lotte, family)).Count(one => one["personId"]!.GetValue<Guid>() == mother));
    }

    [Fact]
    public async Task A_refusal_has_its_code()
    {
        var family = await NewFamily();
        using var lotte = await intake.As("lotte");
        var child = Assert.Single(await Members(lotte, family))["personId"]!.GetValue<Guid>();
        var before = await intake.Rows();

        await Refused(lotte, family, "members", new { role = "child", personId = child }, "already-member");
        await Refused(lotte, family, "members", new { role = "child", personId = Guid.CreateVersion7() }, "not-known-to-family");
        await Refused(lotte, family, "members", new { role = "child", personId = child, person = new { } }, "known-and-new", HttpStatusCode.BadRequest);
        await Refused(lotte, family, "members", new { role = "child", from = "2099-01-01" }, "membership-in-future", HttpStatusCode.BadRequest);
        await Refused(lotte, family, "members", new { role = "child", person = new { birthDate = "2099-01-01" } }, "born-in-future", HttpStatusCode.BadRequest);
        await Refused(lotte, family, $"members/{child}/end", new { until = "2099-01-01" }, "membership-without-time", HttpStatusCode.BadRequest);
        await Refused(lotte, family, $"informal-supports/{Guid.CreateVersion7()}/end", new { until = "2020-01-01" }, "not-found", HttpStatusCode.NotFound);

        Assert.Equal(before, await intake.Rows());
    }

    [Fact]
    public async Task Whoever_turns_out_to_be_a_member_opens_the_file_no_more()
    {
        var family = await NewFamily();
        using var duty = await intake.As("lotte");
        var child = Assert.Single(await Members(duty, family))["personId"]!.GetValue<Guid>();
        await Change(duty, family, "key-worker", new { worker = new { account = await intake.Account("lotte") } });
        await Change(duty, family, "key-worker/covers", new
        {
            worker = new { account = await intake.Account("daan") },
            from = "2020-01-01T00:00:00Z",
            until = "2099-01-01T00:00:00Z",
            reason = "Leave.",
        });
        using var daan = await intake.As("daan");
        Assert.Equal(HttpStatusCode.OK, (await daan.GetAsync(family, Cancel)).StatusCode);

        var etag = await Etag(duty, family);
        using var own = await Send(duty, $"{family}/members/{child}/account", etag, new { account = await intake.Account("lotte") });
        Assert.Equal("urn:geborgen:problem:not-oneself", (await own.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]!.GetValue<string>());
        await Refused(duty, duty, family, $"members/{child}/account", new { account = await intake.Account("daan") }, "account-works-here");
        Assert.Equal(HttpStatusCode.OK, (await daan.GetAsync(family, Cancel)).StatusCode);
        await Refused(daan, daan, family, $"members/{child}/account", new { account = await intake.Account("lotte") }, "account-works-here");
        var cover = (await duty.Read($"{family}/key-worker"))["assignments"]!.AsArray().Single(one => (string?)one!["relation"] == "cover")!["id"];
        await Change(duty, family, $"key-worker/stand-ins/{cover}/end", new { });
        await Change(duty, family, $"members/{child}/account", new { account = await intake.Account("daan") });
        await Refused(duty, duty, family, "key-worker/covers", new
        {
            worker = new { account = await intake.Account("daan") },
            from = "2020-01-01T00:00:00Z",
            until = "2099-01-01T00:00:00Z",
            reason = "Leave.",
        }, "not-this-colleague");

        Assert.Equal(HttpStatusCode.NotFound, (await daan.GetAsync(family, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await daan.GetAsync($"{family}/members", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await duty.GetAsync(family, Cancel)).StatusCode);

        await Refused(duty, duty, family, $"members/{child}/account/removal", new { reason = " " }, "invalid-input", HttpStatusCode.BadRequest);
        using var untied = await Send(duty, $"{family}/members/{child}/account/removal", await Etag(duty, family), new { reason = "Mistyped." });
        Assert.Equal(HttpStatusCode.OK, untied.StatusCode);
        await Change(duty, family, "key-worker/covers", new
        {
            worker = new { account = await intake.Account("daan") },
            from = "2020-01-01T00:00:00Z",
            until = "2099-01-01T00:00:00Z",
            reason = "Leave.",
        });
        Assert.Equal(HttpStatusCode.OK, (await daan.GetAsync(family, Cancel)).StatusCode);
        await Refused(duty, duty, family, $"members/{child}/account/removal", new { reason = "Mistyped." }, "no-account-linked");
    }

    [Fact]
    public async Task Whoever_is_tied_in_one_file_does_not_open_another_about_the_same_person()
    {
        using var duty = await intake.As("lotte");
        var (first, second) = (await NewFamily("999990287"), await NewFamily("999990287"));
        var known = (await Members(duty, first))[0]["personId"]!.GetValue<Guid>();
        using var tied = await Send(duty, $"{first}/members/{known}/account", await Etag(duty, first), new { account = await intake.Account("daan") });
        Assert.Equal(HttpStatusCode.OK, tied.StatusCode);
        await Change(duty, second, "key-worker", new { worker = new { account = await intake.Account("lotte") } });
        await Change(duty, second, "key-worker/duos", new { worker = new { account = await intake.Account("daan") }, reason = "Two hear more." });
        using var daan = await intake.As("daan");
        var child = (await Members(daan, second))[0]["personId"]!.GetValue<Guid>();
        var link = new { personId = child, knownPersonId = known };
        await Refused(daan, daan, second, "person-links", link, "not-oneself");

        await Refused(duty, duty, second, "person-links", link, "account-works-here");
        var duo = (await duty.Read($"{second}/key-worker"))["assignments"]!.AsArray().Single(one => (string?)one!["relation"] == "duo")!["id"];
        await Change(duty, second, $"key-worker/stand-ins/{duo}/end", new { });

        using var confirmed = await Send(duty, $"{second}/person-links", await Etag(duty, second), link);

        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        await Refused(duty, duty, second, "key-worker/duos", new { worker = new { account = await intake.Account("daan") }, reason = "Two hear more." }, "not-this-colleague");
        Assert.Equal(HttpStatusCode.NotFound, (await daan.GetAsync(second, Cancel)).StatusCode);
    }

    [Fact]
    public async Task What_is_known_of_a_member_is_completed_corrected_and_kept()
    {
        var family = await NewFamily();
        using var lotte = await intake.As("lotte");
        await NewFamily("999990299");
        var due = Today.AddDays(-3);
        var child = (await Change(lotte, family, "members", new { role = "child", person = new { dueDate = due } }))["personId"]!.GetValue<Guid>();
        var path = $"{family}/members/{child}/particulars";
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await Put(lotte, path, null, new { givenName = "Sem" })).StatusCode);

        var born = await Put(lotte, path, await Etag(lotte, family), new { givenName = "Sem", birthDate = due, bsn = "999990299", language = "ar", needsInterpreter = true });
        Assert.Equal(HttpStatusCode.OK, born.StatusCode);
        var item = (await Members(lotte, family)).Single(one => one["personId"]!.GetValue<Guid>() == child);
        Assert.Equal(("Sem", "under12", "ar", true), (
            (string?)item["givenName"], (string?)item["rights"], (string?)item["language"], (bool)item["needsInterpreter"]!));
        Assert.Null(item["dueDate"]);
        var links = (await lotte.Read($"{family}/person-links"))["items"]!.AsArray();
        Assert.Contains(links, one => one!["personId"]!.GetValue<Guid>() == child);

        var body = new { givenName = "Sam", birthDate = due, language = "ar", needsInterpreter = true };
        var wrong = await Put(lotte, path, await Etag(lotte, family), body);
        Assert.Equal("urn:geborgen:problem:correction-without-reason", (string?)(await wrong.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]);
        var corrected = await Put(lotte, path, await Etag(lotte, family), new { body.givenName, body.birthDate, body.language, body.needsInterpreter, reason = "Misheard." });
        Assert.Equal(HttpStatusCode.OK, corrected.StatusCode);
        var etag = await Etag(lotte, family);
        Assert.Equal(HttpStatusCode.NotFound, (await Put(lotte, $"{family}/members/{Guid.CreateVersion7()}/particulars", etag, body)).StatusCode);

        await using var db = intake.OpenOwner();
        var person = await db.Persons.SingleAsync(one => one.Id == child, Cancel);
        Assert.NotNull(person.Bsn);
        Assert.Equal([null, "Sem"], person.Earlier.OrderBy(one => one.Until).Select(one => one.GivenName));
    }

    [Fact]
    public async Task Where_somebody_lives_is_read_by_those_who_work_with_the_family_alone()
    {
        var family = await NewFamily();
        using var duty = await intake.As("lotte");
        using var emergency = await intake.As("lotte", "emergency-response");
        var mother = (await Change(duty, family, "members", new { role = "parent", from = "2026-01-01" }))["personId"]!.GetValue<Guid>();
        var path = $"{family}/members/{mother}/residence";
        var list = $"{family}/residences";
        Assert.Empty((await emergency.Read(list))["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.OK, (await Put(duty, path, await Etag(duty, family), new { secret = false, town = "Utrecht" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Put(duty, path, await Etag(duty, family), new { secret = true, street = "Kanaalweg", town = "Zeist" })).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await duty.GetAsync(list, Cancel)).StatusCode);
        var read = Assert.Single((await emergency.Read(list))["items"]!.AsArray())!;
        Assert.Equal((true, "Kanaalweg", "Zeist"), ((bool)read["secret"]!, (string?)read["street"], (string?)read["town"]));
        await Change(duty, family, "key-worker", new { worker = new { account = await intake.Account("daan") } });
        using var daan = await intake.As("daan");
        Assert.Equal("Zeist", (string?)(await daan.Read(list))["items"]![0]!["town"]);
        Assert.Equal(HttpStatusCode.NotFound, (await emergency.GetAsync(list, Cancel)).StatusCode);
        Assert.DoesNotContain("Zeist", await daan.GetStringAsync($"{family}/members", Cancel), StringComparison.Ordinal);

        await Change(daan, family, $"members/{mother}/end", new { until = Today.AddDays(-1) });
        Assert.Empty((await daan.Read(list))["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await Put(daan, path, await Etag(daan, family), new { secret = true })).StatusCode);
        await using var db = intake.OpenOwner();
        Assert.Equal(2, await db.Residences.CountAsync(one => one.PersonId == mother, Cancel));
    }

    [Fact]
    public async Task Nobody_has_to_tell_somebody_who_died()
    {
        var registered = await intake.Register(JsonNode.Parse(RegisterContactTests.Concern("999990147"))!);
        var (contact, family) = ($"/gm0344/intake/v1/contacts/{registered["id"]}", $"/gm0344/intake/v1/families/{registered["familyId"]}");
        using var lotte = await intake.As("lotte");
        var mother = (await Change(lotte, family, "members", new { role = "parent" }))["personId"]!.GetValue<Guid>();
        Assert.Null(await Stopped());
        await Refused(lotte, family, $"members/{mother}/death", new { diedOn = "2026-01-31" }, "death-without-source", HttpStatusCode.BadRequest);
        await Refused(lotte, family, $"members/{mother}/death", new { diedOn = "2099-01-31", source = "Register" }, "death-without-time", HttpStatusCode.BadRequest);

        await Change(lotte, family, $"members/{mother}/death", new { diedOn = "2026-01-31", source = "Register" });

        await Refused(lotte, family, $"members/{mother}/death", new { diedOn = "2026-01-31", source = "Register" }, "died-already");
        Assert.Equal("2026-01-31", (string?)(await Members(lotte, family)).Single(one => one["personId"]!.GetValue<Guid>() == mother)["diedOn"]);
        Assert.NotNull(await Stopped());

        async Task<DateTimeOffset?> Stopped()
        {
            await using var db = intake.OpenOwner();
            var id = Guid.Parse(contact[^36..]);
            return (await db.Contacts.SingleAsync(one => one.Id == id, Cancel)).Clocks.Single(one => one.Term == Contacts.Contact.TellingTerm).StoppedAt;
        }
    }

    [Fact]
    public async Task The_team_on_duty_keeps_out_a_colleague_who_appears_in_a_new_file()
    {
        var family = await NewFamily();
        using var duty = await intake.As("lotte");
        var child = Assert.Single(await Members(duty, family))["personId"]!.GetValue<Guid>();

        using var answer = await Send(duty, $"{family}/members/{child}/account", await Etag(duty, family), new { account = await intake.Account("daan") });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var daan = await intake.As("daan");
        Assert.Equal(HttpStatusCode.NotFound, (await daan.GetAsync(family, Cancel)).StatusCode);
    }

    [Fact]
    public async Task Support_by_the_network_is_recorded_and_read_with_how_it_goes()
    {
        var family = await NewFamily();
        using var lotte = await intake.As("lotte");
        using var daan = await intake.As("daan");

        var started = await Change(lotte, family, "informal-supports", new { who = "Grandmother", what = "Cooks on Mondays.", from = "2026-01-05" });
        var support = $"informal-supports/{started["id"]}";
        await Change(lotte, family, $"{support}/notes", new { text = "The children like it." });
        await Change(lotte, family, $"{support}/end", new { until = "2026-03-01" });
        await Refused(lotte, family, $"{support}/end", new { until = "2026-03-01" }, "support-ended");

        var listed = await lotte.GetFromJsonAsync<JsonObject>($"{family}/informal-supports", Cancel);
        var item = Assert.Single(listed!["items"]!.AsArray())!;
        Assert.Equal(("Grandmother", "2026-03-01", "The children like it."), (
            item["who"]!.GetValue<string>(), item["until"]!.GetValue<string>(), item["notes"]![0]!["text"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.NotFound, (await daan.GetAsync($"{family}/informal-supports", Cancel)).StatusCode);
    }

    [Fact]
    public async Task An_investigation_concerns_parents_who_left_too_and_without_children_the_whole_household()
    {
        using var lotte = await intake.As("lotte");
        var registered = await intake.Register(JsonNode.Parse(RegisterContactTests.Concern("999990147"))!);
        var family = $"/gm0344/intake/v1/families/{registered["familyId"]}";
        var today = Today;
        var members = await Members(lotte, family);
        var child = members.Single(one => (string?)one["role"] == "child")["personId"]!.GetValue<Guid>();
        var left = (await Change(lotte, family, "members", new { role = "parent", from = "2020-01-01" }))["personId"]!.GetValue<Guid>();
        var guardian = (await Change(lotte, family, "members", new { role = "grandparent", from = "2020-01-01" }))["personId"]!.GetValue<Guid>();
        await Change(lotte, family, $"members/{left}/end", new { until = "2021-01-01" });
        await Change(lotte, family, "authority", new { childId = child, parentId = guardian, kind = "guardianship", from = "2021-01-01", source = "Order" });

        await using var db = intake.OpenOwner();
        var known = await db.Families.AsNoTracking().SingleAsync(one => one.Id == registered["familyId"]!.GetValue<Guid>(), Cancel);
        var asked = TriageContact.Whom(known, today, ["Is she safe?"]);
        Assert.Equal([child], asked.Children);
        Assert.Superset(new HashSet<Guid> { left, guardian }, asked.Parents.ToHashSet());
        Assert.Empty(asked.Adults!);

        await Change(lotte, family, $"members/{child}/end", new { until = today });
        db.ChangeTracker.Clear();
        var couple = await db.Families.AsNoTracking().SingleAsync(one => one.Id == registered["familyId"]!.GetValue<Guid>(), Cancel);
        var household = TriageContact.Whom(couple, today.AddDays(1), ["Are they safe?"]);
        Assert.Empty(household.Children);
        Assert.Equal([guardian], household.Adults!);
        Assert.DoesNotContain(left, household.Parents);
    }

    static DateOnly Today => TestDay.Today;

    async Task<string> NewFamily(string bsn = "999990147") =>
        $"/gm0344/intake/v1/families/{(await intake.Register(JsonNode.Parse(RegisterContactTests.Concern(bsn))!))["familyId"]}";

    static Task<HttpResponseMessage> Put(HttpClient client, string path, string? etag, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };
        if (etag is not null)
            request.Headers.TryAddWithoutValidation("If-Match", etag);
        return client.SendAsync(request, Cancel);
    }

    /// <summary>A change under another processing activity than that of the reader is refused with a code.</summary>
    static async Task Refused(
        HttpClient client, HttpClient reader, string family, string what, object body, string code, HttpStatusCode status = HttpStatusCode.Conflict)
    {
        using var answer = await Send(client, $"{family}/{what}", await Etag(reader, family), body);
        Assert.Equal((status, $"urn:geborgen:problem:{code}"), (answer.StatusCode, (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]));
    }

    static async Task<JsonObject[]> Members(HttpClient client, string family) =>
        [.. (await client.GetFromJsonAsync<JsonObject>($"{family}/members", Cancel))!["items"]!.AsArray().Select(item => item!.AsObject())];

    static async Task<JsonObject> Change(HttpClient client, string family, string what, object body)
    {
        using var answer = await Send(client, $"{family}/{what}", await Etag(client, family), body);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, $"{what}: {text}");
        return JsonNode.Parse(text)!.AsObject();
    }

    static async Task Refused(
        HttpClient client, string family, string what, object body, string code, HttpStatusCode status = HttpStatusCode.Conflict)
    {
        var before = await Etag(client, family);
        using var answer = await Send(client, $"{family}/{what}", before, body);
        Assert.Equal($"urn:geborgen:problem:{code}", (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]!.GetValue<string>());
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(before, await Etag(client, family));
    }

    static async Task<string> Etag(HttpClient client, string family)
    {
        using var answer = await client.GetAsync(family, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.ETag!.Tag;
    }

    static Task<HttpResponseMessage> Send(HttpClient client, string path, string? etag, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", etag);
        return client.SendAsync(request, Cancel);
    }
}
