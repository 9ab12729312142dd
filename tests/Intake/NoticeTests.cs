using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Families;
using Geborgen.Intake.Persons;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Tests;

/// <summary>Who works with a family hears that something came in elsewhere about one of it, and whom to call; nothing of what it is.</summary>
public class NoticeTests(IntakeServer intake)
{
    const string Root = "/gm0344/intake/v1";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_key_worker_is_told_that_there_is_something_and_whom_to_call()
    {
        var known = await Known("999990652");
        var other = await Register("999990652", "emergency");
        using var daan = await intake.As("daan");

        var notice = Assert.Single(await Notices(daan, known));

        Assert.Equal(("number", true, null), ((string?)notice["basis"], (bool)notice["urgent"]!, notice["seenAt"]));
        Assert.Equal("gm0344-intake", (string?)notice["contactPoint"]!["team"]);
        foreach (var content in new[] { other.Family[^36..], "emergency", "Noa", "999990652", "seen" + " " })
            Assert.DoesNotContain(content, notice.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains((await daan.Read($"{Root}/notices"))["items"]!.AsArray(), one => $"{one!["id"]}" == $"{notice["id"]}");
        using var lotte = await intake.As("lotte");
        Assert.DoesNotContain(await lotte.ReadAll($"{Root}/notices"), one => $"{one!["id"]}" == $"{notice["id"]}");
        await using var db = intake.OpenOwner();
        var from = Guid.Parse(other.Family[^36..]);
        foreach (var resource in new[] { "notice.read", "notice.list" })
            Assert.True(await db.Set<AccessRecord>().AnyAsync(row => row.FamilyId == from && row.Resource == resource, Cancel), resource);
    }

    [Fact]
    public async Task It_follows_the_person_into_another_file()
    {
        var known = await Known("999990688");
        await Register("999990688", "emergency");
        using var daan = await intake.As("daan");
        var person = (Guid)Assert.Single(await Notices(daan, known))["personId"]!;

        await daan.Change(known, "members", new { role = "parent" });
        var split = await daan.Change(known, "split", new { members = new[] { person }, reason = "She lives elsewhere." });

        await using var db = intake.OpenOwner();
        var notice = await db.Notices.SingleAsync(one => one.PersonId == person, Cancel);
        Assert.NotEqual(known[^36..], $"{notice.FamilyId}");
        Assert.True(await db.Families.AnyAsync(one => one.Id == notice.FamilyId && one.Members.Any(member => member.PersonId == person && member.Until == null), Cancel));
        Assert.NotNull(split);
    }

    [Fact]
    public async Task Where_somebody_lives_in_secret_goes_to_no_other_file_by_the_words_of_a_question()
    {
        var known = await Known("999990743");
        await Register("999990743");
        using var daan = await intake.As("daan");
        var notice = Assert.Single(await Notices(daan, known));
        using (var request = new HttpRequestMessage(HttpMethod.Put, $"{known}/members/{notice["personId"]}/residence") { Content = JsonContent.Create(new { secret = true, street = "Blijfhof", houseNumber = "5", town = "Zeist" }) })
        {
            request.Headers.TryAddWithoutValidation("If-Match", await daan.Etag(known));
            using var moved = await daan.SendAsync(request, Cancel);
            Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        }

        await daan.Refused("gives-secret-away", known, $"notices/{notice["id"]}/request", new { reason = "She lives at Blijfhof 5 now." });
    }

    [Fact]
    public async Task However_often_it_is_heard_there_is_one_and_danger_makes_it_urgent()
    {
        var known = await Known("999990664");
        var other = await Register("999990664");
        using var daan = await intake.As("daan");
        await Hear(reaction => reaction.On(new ContactRegistered("concern", TestDay.Now).Of(Guid.Parse(other.Family[^36..]), Guid.CreateVersion7(), 1, "gm0344", TestDay.Now), Cancel));
        Assert.False((bool)Assert.Single(await Notices(daan, known))["urgent"]!);
        await See(daan, known);

        await Hear(reaction => reaction.On(new EmergencyRaised(Guid.CreateVersion7()).Of(Guid.Parse(other.Family[^36..]), Guid.CreateVersion7(), 1, "gm0344", TestDay.Now), Cancel));

        var notice = Assert.Single(await Notices(daan, known));
        Assert.Equal((true, null), ((bool)notice["urgent"]!, notice["seenAt"]));
    }

    [Fact]
    public async Task A_number_that_is_found_later_tells_it_too()
    {
        var known = await Known("999990676");
        var other = await Register(bsn: null);
        using var daan = await intake.As("daan");
        using var lotte = await intake.As("lotte");
        Assert.Empty(await Notices(daan, known));

        using var request = new HttpRequestMessage(HttpMethod.Put, $"{other.Family}/members/{other.Child}/particulars") { Content = JsonContent.Create(new { bsn = "999990676" }) };
        request.Headers.TryAddWithoutValidation("If-Match", await lotte.Etag(other.Family));
        using var changed = await lotte.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        await Hear(reaction => reaction.On(new PersonParticularsChanged(other.Child, ["bsn"]).Of(Guid.Parse(other.Family[^36..]), 9, "gm0344", TestDay.Now), Cancel));

        Assert.Single(await Notices(daan, known));
    }

    [Fact]
    public async Task Whoever_likely_is_the_same_is_marked_so_and_a_twin_is_not()
    {
        var born = "2019-07-08";
        var known = await Known(bsn: null, "Anaïs", "van der Bérg-Smit", born);
        await Register(bsn: null, given: "Anais Maria", family: "Berg Smit", born: born);
        await Register(bsn: null, given: "Sofie", family: "van der Bérg-Smit", born: born);
        using var daan = await intake.As("daan");

        Assert.Equal("nameAndBirthDate", (string?)Assert.Single(await Notices(daan, known))["basis"]);
        var link = Assert.Single((await daan.Read($"{known}/person-links"))["items"]!.AsArray())!;
        Assert.Equal(("nameAndBirthDate", "proposed", "gm0344-intake"), ((string?)link["basis"], (string?)link["status"], (string?)link["contactPoint"]!["team"]));
    }

    [Theory]
    [InlineData("Milan", "de Groot", "MILAN", "De  Gróót", true)]
    [InlineData("Milan Jan", "'t Hart", "Milan", "Hart", true)]
    [InlineData("Milan", "van de Ven", "Noor", "van de Ven", false)]
    [InlineData("Milan", "Ven", null, "Ven", false)]
    [InlineData("Jan Piet", "Ven", "Jan Kees", "Ven", false)]
    public void A_name_is_alike_however_it_is_written(string? given, string? family, string? otherGiven, string? otherFamily, bool likely)
    {
        Assert.Equal(likely, Of(given, family).IsLikely(Of(otherGiven, otherFamily)));

        static Person Of(string? given, string? family) =>
            Person.Register(new(given, family, new DateOnly(2016, 1, 1), null), bsn: null, Guid.CreateVersion7(), "lotte".At(TestDay.Now), []).Person!;
    }

    [Fact]
    public async Task They_ask_for_it_and_who_works_with_the_other_file_answers()
    {
        var known = await Known("999990688");
        var other = await Register("999990688");
        using var daan = await intake.As("daan");
        using var lotte = await intake.As("lotte");
        var notice = Assert.Single(await Notices(daan, known));

        await Refused(daan, known, $"notices/{notice["id"]}/request", new { }, HttpStatusCode.BadRequest, NoticeRefusals.AskedWithoutReason);
        await daan.Change(known, $"notices/{notice["id"]}/request", new { reason = "We work with her." });
        await Refused(daan, known, $"notices/{notice["id"]}/request", new { reason = "x" }, HttpStatusCode.Conflict, NoticeRefusals.AskedAlready);

        var asked = Assert.Single((await lotte.Read($"{other.Family}/information-requests"))["items"]!.AsArray())!;
        Assert.Equal(("We work with her.", "gm0344-intake", $"{other.Child}"), ((string?)asked["reason"], (string?)asked["contactPoint"]!["team"], $"{asked["personId"]}"));
        Assert.Contains((await lotte.Read($"{Root}/information-requests"))["items"]!.AsArray(), one => $"{one!["id"]}" == $"{notice["id"]}");
        await lotte.Change(other.Family, $"information-requests/{asked["id"]}/answer", new { text = "Call us first." });
        Assert.Equal("Call us first.", (string?)Assert.Single(await Notices(daan, known))["request"]!["answer"]);
        await Refused(lotte, other.Family, $"information-requests/{asked["id"]}/answer", new { text = "x" }, HttpStatusCode.NotFound, NoticeRefusals.NothingAsked);
        await Refused(lotte, other.Family, $"notices/{notice["id"]}/seen", null, HttpStatusCode.NotFound, NoticeRefusals.NoSuchNotice);

        await using var db = intake.OpenOwner();
        foreach (var family in new[] { Guid.Parse(known[^36..]), Guid.Parse(other.Family[^36..]) })
            Assert.True(2 <= await db.Set<AccessRecord>().CountAsync(row => row.FamilyId == family && row.Resource == "notice.act" && row.Action == AccessAction.Write, Cancel));
    }

    [Fact]
    public async Task Of_who_left_a_family_its_workers_hear_no_more()
    {
        var known = await Known("999990706");
        using var daan = await intake.As("daan");
        var child = (await daan.Read($"{known}/members"))["items"]![0]!["personId"];
        await daan.Change(known, $"members/{child}/end", new { until = $"{TestDay.Today:yyyy-MM-dd}" });

        await Register("999990706");

        Assert.Empty(await Notices(daan, known));
    }

    [Fact]
    public async Task Whoever_went_over_to_another_file_is_no_more_heard_of_in_the_old_one()
    {
        var known = await Register("999990743");
        using var lotte = await intake.As("lotte");
        await lotte.Change(known.Family, "members", new { role = "parent", person = new { givenName = "Mira" } });
        await Register("999990743");
        Assert.Single(await Notices(lotte, known.Family));

        await lotte.Change(known.Family, "split", new { members = new[] { known.Child }, reason = "She lives with her aunt." });

        Assert.Empty(await Notices(lotte, known.Family));
    }

    [Fact]
    public async Task What_was_registered_in_error_is_not_told()
    {
        var known = await Known("999990731");
        var other = await Register("999990731");
        using var daan = await intake.As("daan");
        using var lotte = await intake.As("lotte");
        Assert.Single(await Notices(daan, known));

        await lotte.Change(other.Contact, "removal", new { reason = "A test." });

        Assert.Empty(await Notices(daan, known));
    }

    [Fact]
    public async Task What_is_urgent_stays_so_when_who_was_registered_twice_becomes_one_member()
    {
        var known = await Known("999990810");
        var other = await Register("999990810");
        using var daan = await intake.As("daan");
        using var lotte = await intake.As("lotte");
        await See(daan, known);
        var urgent = await Register("999990810", "emergency");

        var merged = await lotte.Change(other.Family, "merges", new { otherFamilyId = urgent.Family[^36..], reason = "One household." });

        var notice = Assert.Single(await Notices(daan, known));
        Assert.Equal((true, null), ((bool)notice["urgent"]!, notice["seenAt"]));
        await lotte.Change(other.Family, $"merges/{merged["merges"]![0]!["id"]}/undo", null);
        Assert.Equal(2, (await Notices(daan, known)).Length);
    }

    [Fact]
    public async Task Of_who_becomes_a_member_under_another_id_is_heard_there()
    {
        var (first, second) = (await Register("999990822"), await Register(bsn: null, given: "Sem", family: "Visser", born: "2018-02-03"));
        using var lotte = await intake.As("lotte");
        using var daan = await intake.As("daan");
        var known = await Known("999990834", "Sem", "Visser", "2018-02-03");
        Assert.Single(await Notices(lotte, second.Family));
        await Put(lotte, second.Family, $"members/{second.Child}/particulars", new { bsn = "999990822" });

        await lotte.Change(first.Family, "merges", new { otherFamilyId = second.Family[^36..], reason = "One household." });

        var notice = Assert.Single(await Notices(lotte, first.Family));
        Assert.Equal($"{first.Child}", $"{notice["personId"]}");
        Assert.NotNull(known);
    }

    [Fact]
    public async Task Danger_in_a_file_that_came_over_makes_it_urgent()
    {
        var known = await Known("999990846");
        var other = await Register("999990846");
        using var daan = await intake.As("daan");
        using var lotte = await intake.As("lotte");
        await See(daan, known);
        var urgent = await Register(bsn: null, "emergency");
        await lotte.Change(other.Family, "merges", new { otherFamilyId = urgent.Family[^36..], reason = "One household." });

        await Hear(reaction => reaction.On(new MemberAdded(new(urgent.Child, "child", TestDay.Today)).Of(Guid.Parse(other.Family[^36..]), 9, "gm0344", TestDay.Now), Cancel));

        Assert.True((bool)Assert.Single(await Notices(daan, known))["urgent"]!);
    }

    [Fact]
    public async Task Removing_the_second_registration_leaves_what_the_first_brought()
    {
        var known = await Known("999990858");
        var (second, first) = (await Register(bsn: null), await Register("999990858", "emergency"));
        using var daan = await intake.As("daan");
        using var lotte = await intake.As("lotte");
        await lotte.Change(second.Family, "merges", new { otherFamilyId = first.Family[^36..], reason = "One household." });

        await lotte.Change(second.Contact, "removal", new { reason = "Registered twice." });

        Assert.True((bool)Assert.Single(await Notices(daan, known))["urgent"]!);
    }

    [Fact]
    public async Task What_was_registered_in_error_is_not_told_from_the_file_either_into_which_it_went()
    {
        var known = await Known("999990883");
        var (first, wrong) = (await Register(bsn: null), await Register("999990883"));
        using var daan = await intake.As("daan");
        using var lotte = await intake.As("lotte");
        await lotte.Change(first.Family, "merges", new { otherFamilyId = wrong.Family[^36..], reason = "One household." });
        Assert.Single(await Notices(daan, known));

        await lotte.Change(wrong.Contact, "removal", new { reason = "Another child." });

        Assert.Empty(await Notices(daan, known));
    }

    [Fact]
    public async Task What_is_urgent_and_nobody_saw_stands_at_the_top()
    {
        var known = await Known("999990871");
        await Register("999990871", "emergency");
        await Register("999990871");
        using var daan = await intake.As("daan");

        var ids = (await Notices(daan, known)).Select(one => ($"{one["id"]}", (bool)one["urgent"]!)).ToList();
        var paged = await daan.Read($"{known}/notices?limit=1");
        var listed = (await daan.ReadAll($"{Root}/notices")).Select(one => $"{one!["id"]}").ToList();

        Assert.Equal([true, false], ids.Select(one => one.Item2));
        Assert.Equal(ids[1].Item1, $"{(await daan.Read($"{known}/notices?limit=1&cursor={paged["next"]}"))["items"]![0]!["id"]}");
        Assert.True(listed.IndexOf(ids[0].Item1) < listed.IndexOf(ids[1].Item1));
    }

    [Fact]
    public async Task Reports_on_one_child_or_address_are_seen_together_by_who_works_with_them()
    {
        var place = new { street = "Verzonnenkade", houseNumber = "12 A", postalCode = "3599 zz", town = "Utrecht" };
        var (first, second) = (await Register(bsn: null, place: place), await Register(bsn: null, place: new { houseNumber = "12a", postalCode = "3599ZZ" }));
        var elsewhere = await Known(bsn: null, place: new { street = "verzonnenkade", houseNumber = "12-A", town = "UTRECHT" });
        using var lotte = await intake.As("lotte");

        var read = await lotte.Read($"{first.Family}/related-contacts");

        var item = Assert.Single(read["items"]!.AsArray())!;
        Assert.Equal((second.Contact[^36..], "address"), ($"{item["id"]}", (string?)Assert.Single(item["basis"]!.AsArray())));
        Assert.Equal(("gm0344-intake", "address"), (
            (string?)Assert.Single(read["contactPoints"]!.AsArray())!["contactPoint"]!["team"], (string?)read["contactPoints"]![0]!["basis"]));
        Assert.DoesNotContain(elsewhere[^36..], read.ToJsonString(), StringComparison.Ordinal);
        var listed = (await lotte.ReadAll($"{Root}/contacts")).Where(one => (bool)one!["related"]!).Select(one => $"{one!["id"]}").ToList();
        Assert.Superset(new HashSet<string> { first.Contact[^36..], second.Contact[^36..] }, listed.ToHashSet());
    }

    [Fact]
    public async Task An_address_that_is_secret_finds_nothing()
    {
        var place = new { street = "Schuilplaats", houseNumber = "5", town = "Utrecht" };
        var hidden = await Known(bsn: null, place: place);
        using var daan = await intake.As("daan");
        var child = (await daan.Read($"{hidden}/members"))["items"]![0]!["personId"];
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{hidden}/members/{child}/residence") { Content = JsonContent.Create(new { secret = true, place.street, place.houseNumber, place.town }) };
        request.Headers.TryAddWithoutValidation("If-Match", await daan.Etag(hidden));
        using var recorded = await daan.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.OK, recorded.StatusCode);
        var other = await Register(bsn: null, place: place);
        using var lotte = await intake.As("lotte");

        var read = await lotte.Read($"{other.Family}/related-contacts");

        Assert.Empty(read["items"]!.AsArray());
        Assert.Empty(read["contactPoints"]!.AsArray());
    }

    sealed record Came(string Family, string Contact, Guid Child);

    /// <summary>A family with Daan as its key worker, of which the team on duty reads nothing.</summary>
    async Task<string> Known(string? bsn, string? given = null, string? family = null, string? born = null, object? place = null)
    {
        var came = await Register(bsn, given: given, family: family, born: born, place: place);
        using var lotte = await intake.As("lotte");
        await lotte.Change(came.Family, "key-worker", new { worker = new { account = await intake.Account("daan") } });
        return came.Family;
    }

    /// <summary>Something comes in, and is heard of.</summary>
    async Task<Came> Register(string? bsn, string kind = "concern", string? given = null, string? family = null, string? born = null, object? place = null)
    {
        var sent = await intake.Register(new
        {
            kind,
            channel = "system",
            receivedAt = ContactHttp.JustNow,
            family = new { members = new[] { new { role = "child", givenName = given, familyName = family, birthDate = born, bsn } }, whereabouts = place },
            statements = new[] { new { text = "Noa was seen alone." } },
        });
        var id = (Guid)sent["familyId"]!;
        await Hear(reaction => reaction.On(new ContactRegistered(kind, TestDay.Now).Of(id, (Guid)sent["id"]!, 1, "gm0344", TestDay.Now), Cancel));
        await using var db = intake.OpenOwner();
        return new($"{Root}/families/{id}", $"{Root}/contacts/{sent["id"]}", await db.Persons.Where(one => one.FamilyId == id).Select(one => one.Id).SingleAsync(Cancel));
    }

    static async Task Put(HttpClient client, string family, string what, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{family}/{what}") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", await client.Etag(family));
        using var answer = await client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    Task Hear(Func<OnKnownPersonCame, Task> on) => intake.Hear(on);

    static async Task<JsonObject[]> Notices(HttpClient client, string family) =>
        [.. (await client.Read($"{family}/notices"))["items"]!.AsArray().Select(one => one!.AsObject())];

    static async Task See(HttpClient client, string family) =>
        await client.Change(family, $"notices/{(await Notices(client, family))[0]["id"]}/seen", body: null);

    static async Task Refused(HttpClient client, string family, string what, object? body, HttpStatusCode status, Refusal refusal)
    {
        using var answer = await client.Post($"{family}/{what}", await client.Etag(family), body);
        Assert.Equal((status, $"urn:geborgen:problem:{(refusal.Kind == RefusalKind.NotFound ? "not-found" : refusal.Code)}"), (answer.StatusCode, (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]));
    }
}
