using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Geborgen.Access;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Tests;

/// <summary>A right on one file opens what that file recorded: nothing of another file in which the same person appears.</summary>
public class OneFileTests(IntakeServer intake)
{
    const string Families = "/gm0344/intake/v1/families/";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_tells_whom_to_call_and_opens_nothing()
    {
        var (theirs, mother) = await FamilyOf("999990445", "Mira");
        using var lotte = await intake.As("lotte");
        using var daan = await intake.As("daan");
        await Put(lotte, theirs, $"members/{mother}/residence", new { secret = true, street = "Schuilweg" });
        await Assign(lotte, theirs, "daan");
        var (family, own) = await FamilyOf("999990445", givenName: null);

        var link = Assert.Single(await Links(lotte, family));
        Assert.Equal(("gm0344-intake", "+31 30 000 0010"), ((string?)link["contactPoint"]!["team"], (string?)link["contactPoint"]!["phone"]));
        await lotte.Change(family, "person-links", new { personId = own, knownPersonId = link["knownPersonId"] });

        await lotte.Refused("not-known-to-family", family, "members", new { role = "parent", personId = link["knownPersonId"] });
        foreach (var (what, body) in new (string, object)[] { ("particulars", new { givenName = "x" }), ("residence", new { secret = false }) })
            Assert.Equal(HttpStatusCode.NotFound, await Put(lotte, family, $"members/{mother}/{what}", body));
        using var emergency = await intake.As("lotte", "emergency-response");
        Assert.Empty(await Items(emergency, $"{family}/residences"));
        Assert.Null(Assert.Single(await Items(lotte, $"{family}/members"))["givenName"]);
        Assert.Equal("Schuilweg", (string?)Assert.Single(await Items(daan, $"{theirs}/residences"))["street"]);

        // That somebody looked and linked stands in both logs: reading the links twice, and linking.
        Assert.Equal(2, await Logged(theirs, "person-link.decide", mother, "lotte"));
        Assert.True(await Logged(family, "person-link.decide", own, "lotte") >= 2);
    }

    [Fact]
    public async Task A_link_is_logged_elsewhere_once_however_often_the_request_is_repeated()
    {
        var (theirs, mother) = await FamilyOf("999990457", "Mira");
        var (family, own) = await FamilyOf("999990457", "Mira");
        using var lotte = await intake.As("lotte");
        var etag = await lotte.Etag(family);
        lotte.DefaultRequestHeaders.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");

        foreach (var _ in new[] { 1, 2 })
        {
            using var answer = await lotte.Post($"{family}/person-links", etag, new { personId = own, knownPersonId = mother });
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(1, await Logged(theirs, "person-link.decide", mother, "lotte"));
    }

    [Fact]
    public async Task What_crosses_does_so_by_an_act_of_the_file_that_holds_it()
    {
        var (theirs, mother) = await FamilyOf("999990469", "Mira");
        var (family, own) = await FamilyOf("999990469", givenName: null);
        using var lotte = await intake.As("lotte");
        await Put(lotte, theirs, $"members/{mother}/residence", new { secret = true, street = "Schuilweg", since = "2026-11-01" });
        await Assign(lotte, family, "daan");
        using var daan = await intake.As("daan");
        await daan.Change(family, "person-links", new { personId = own, knownPersonId = mother });

        Assert.Equal(HttpStatusCode.Conflict, await Put(lotte, theirs, $"members/{mother}/sharing", new { knownPersonId = Guid.CreateVersion7() }));
        Assert.Equal(HttpStatusCode.OK, await Put(lotte, theirs, $"members/{mother}/sharing", new { knownPersonId = own }));
        var shared = Assert.Single((await daan.Read($"{family}/members"))["shared"]!.AsArray())!;
        Assert.Equal((own, "Mira"), ((Guid)shared["personId"]!, (string?)shared["givenName"]));
        Assert.Empty(await Items(daan, $"{family}/residences"));
        Assert.Equal(1, await Logged(theirs, "family.members", mother, "daan"));
        Assert.Equal(1, await Logged(family, "member.record", own, "lotte"));

        Assert.False((bool)Assert.Single(await Links(lotte, theirs))["sharing"]!["residence"]!);
        await Put(lotte, theirs, $"members/{mother}/sharing", new { knownPersonId = own, until = TestDay.Today.AddDays(-1) });
        Assert.Null(Assert.Single(await Links(lotte, theirs))["sharing"]);
        Assert.Empty((await daan.Read($"{family}/members"))["shared"]!.AsArray());

        await Put(lotte, theirs, $"members/{mother}/sharing", new { knownPersonId = own, residence = true });
        var read = Assert.Single(await Items(daan, $"{family}/residences"));
        Assert.Equal((own, "Schuilweg", "2026-11-01", true), ((Guid)read["personId"]!, (string?)read["street"], (string?)read["since"], read["sharedFrom"] is not null));
        Assert.Equal(1, await Logged(theirs, "residence.read", mother, "daan"));
    }

    [Fact]
    public async Task Each_household_of_a_child_has_its_own_residence_and_name()
    {
        var (first, here) = await FamilyOf("999990470", "Sem", "child");
        var (second, there) = await FamilyOf("999990470", "Sem", "child");
        using var lotte = await intake.As("lotte");
        using var emergency = await intake.As("lotte", "emergency-response");
        await lotte.Change(second, "person-links", new { personId = there, knownPersonId = here });

        await Put(lotte, first, $"members/{here}/residence", new { secret = true, town = "Zeist" });
        await Put(lotte, second, $"members/{there}/residence", new { secret = false, town = "Utrecht" });
        await Put(lotte, second, $"members/{there}/particulars", new { familyName = "Bakker", reason = "The register." });
        await lotte.Change(second, $"members/{there}/death", new { diedOn = TestDay.Today, source = "Register" });

        Assert.Equal((true, "Zeist"), Place(Assert.Single(await Items(emergency, $"{first}/residences"))));
        Assert.Equal((false, "Utrecht"), Place(Assert.Single(await Items(emergency, $"{second}/residences"))));
        var known = Assert.Single(await Items(lotte, $"{first}/members"));
        Assert.Equal(("Test", null), ((string?)known["familyName"], (string?)known["diedOn"]));
    }

    [Fact]
    public async Task After_a_split_the_old_file_sees_nothing_newer_not_even_where_it_is()
    {
        var (family, father) = await FamilyOf("999990482", "Bas");
        using var lotte = await intake.As("lotte");
        var mother = (Guid)(await lotte.Change(family, "members", new { role = "parent", person = new { givenName = "Mira", bsn = "999990494" }, from = "2020-01-01" }))["personId"]!;
        await Put(lotte, family, $"members/{mother}/residence", new { secret = false, street = "Oudeweg" });
        var split = await lotte.Change(family, "split", new { members = new[] { mother }, reason = "She left." });
        var other = $"{Families}{split["splits"]![0]!["newFamilyId"]}";
        Assert.DoesNotContain(Id(other).ToString(), (await lotte.Read(family)).ToJsonString(), StringComparison.Ordinal);
        await Assign(lotte, family, "daan");
        Assert.Equal(HttpStatusCode.OK, await Put(lotte, other, $"members/{mother}/residence", new { secret = true, street = "Schuilweg" }));
        Assert.Equal(HttpStatusCode.OK, await Put(lotte, other, $"members/{mother}/particulars", new { familyName = "Beschermd" }));

        using var daan = await intake.As("daan");
        Assert.DoesNotContain(await Items(daan, $"{family}/residences"), one => (Guid)one["personId"]! == mother);
        var left = (await Items(daan, $"{family}/members")).Single(one => (Guid)one["personId"]! == mother);
        Assert.Equal(("Mira", null, $"{TestDay.Today:yyyy-MM-dd}"), ((string?)left["givenName"], (string?)left["familyName"], (string?)left["until"]));
        Assert.Empty(await Links(daan, family));
        await daan.Refused("not-found", family, "members", new { role = "parent", personId = mother }, HttpStatusCode.NotFound);
        await daan.Refused("not-found", family, $"members/{mother}/death", new { diedOn = TestDay.Today, source = "x" }, HttpStatusCode.NotFound);
        foreach (var (what, body) in new (string, object)[] { ("particulars", new { givenName = "x", reason = "x" }), ("residence", new { secret = false }) })
            Assert.Equal(HttpStatusCode.NotFound, await Put(daan, family, $"members/{mother}/{what}", body));
        Assert.Equal(HttpStatusCode.NotFound, (await daan.GetAsync($"{other}/members", Cancel)).StatusCode);

        using var emergency = await intake.As("lotte", "emergency-response");
        Assert.Equal("Schuilweg", (string?)Assert.Single(await Items(emergency, $"{other}/residences"))["street"]);
        Assert.Equal(("Mira", "Beschermd"), Name(Assert.Single(await Items(lotte, $"{other}/members"))));
        Assert.Equal(father, Assert.Single(await Items(daan, $"{family}/members"), one => one["until"] is null)["personId"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task The_door_keeps_what_another_file_of_the_same_person_knows()
    {
        var (family, _) = await FamilyOf("999990500", "Bas");
        using var lotte = await intake.As("lotte");
        var mother = (Guid)(await lotte.Change(family, "members", new { role = "parent", person = new { bsn = "999990512" }, from = "2020-01-01" }))["personId"]!;
        var split = await lotte.Change(family, "split", new { members = new[] { mother }, reason = "She left." });
        await Put(lotte, $"{Families}{split["splits"]![0]!["newFamilyId"]}", $"members/{mother}/residence", new { secret = true, street = "Schuilweg", postalCode = "3511 AB" });
        var (third, again) = await FamilyOf("999990512", "Mira");
        await Put(lotte, third, $"members/{again}/residence", new { secret = true, street = "Vluchtpad", postalCode = "3512 AB" });

        foreach (var street in new[] { "Schuilweg", "Vluchtpad" })
            await lotte.Refused(
                "gives-secret-away", family, "key-worker", new { worker = new { account = await intake.Account("daan") }, reason = $"She lives at the {street}." });
        await Assign(lotte, family, "daan");
    }

    [Fact]
    public async Task A_merge_counts_a_child_once_and_completes_what_is_known()
    {
        var (family, here) = await FamilyOf("999990524", "Sem", "child");
        var (other, there) = await FamilyOf("999990524", "Samuel", "child");
        using var lotte = await intake.As("lotte");
        using var emergency = await intake.As("lotte", "emergency-response");
        await Put(lotte, other, $"members/{there}/particulars", new { language = "ar" });
        await Put(lotte, other, $"members/{there}/residence", new { secret = false, town = "Zeist" });
        var aunt = (Guid)(await lotte.Change(other, "members", new { role = "relative", person = new { givenName = "Noor" } }))["personId"]!;
        await Put(lotte, other, $"members/{aunt}/residence", new { secret = false, town = "Bunnik" });

        var merged = await lotte.Change(family, "merges", new { otherFamilyId = Id(other), reason = "One household." });

        var members = await Items(lotte, $"{family}/members");
        Assert.Equal([here, aunt], members.Select(one => (Guid)one["personId"]!));
        Assert.Equal(("Sem", "ar"), ((string?)members[0]["givenName"], (string?)members[0]["language"]));
        Assert.Equal(["Bunnik", "Zeist"], (await Items(emergency, $"{family}/residences")).Select(one => (string?)one["town"]).Order());

        await Put(lotte, family, $"members/{aunt}/particulars", new { familyName = "Visser" });
        await lotte.Change(family, $"merges/{merged["merges"]![0]!["id"]}/undo", null);
        Assert.Equal([there, aunt], (await Items(lotte, $"{other}/members")).Where(one => one["until"] is null).Select(one => (Guid)one["personId"]!));
        Assert.Equal("Visser", (string?)(await Items(lotte, $"{other}/members")).Single(one => (Guid)one["personId"]! == aunt)["familyName"]);
        Assert.Equal(HttpStatusCode.NotFound, await Put(lotte, family, $"members/{aunt}/particulars", new { givenName = "x", reason = "x" }));
    }

    [Fact]
    public async Task Who_became_one_member_by_a_merge_speaks_in_both_files()
    {
        var (family, here) = await FamilyOf("999990536", "Mira");
        var (other, there) = await FamilyOf("999990536", "Mira");
        using var lotte = await intake.As("lotte");
        await lotte.Change(other, $"members/{there}/account", new { account = await intake.Account("fatima") });
        var contact = await ContactOf(other);
        await lotte.Tell(contact, there);
        await lotte.Change(contact, "statements", new { text = "It was the neighbours' child.", author = "parent", kind = "observation", personId = there });
        using var fatima = await intake.As("fatima");

        await lotte.Change(family, "merges", new { otherFamilyId = Id(other), reason = "One household." });

        var own = (await Items(fatima, "/gm0344/intake/v1/own-contacts")).Single(one => contact.EndsWith($"{one["id"]}", StringComparison.Ordinal));
        Assert.Equal("It was the neighbours' child.", (string?)Assert.Single(own["ownStatements"]!.AsArray())!["text"]);
        await lotte.Tell(await ContactOf(family), here);
        await lotte.Refused("already-told", contact, "telling", new { how = "At home.", toldBy = "Lotte", persons = new[] { here } });
    }

    [Fact]
    public async Task The_same_number_twice_in_one_family_is_refused()
    {
        var (family, child) = await FamilyOf("999990548", "Sem", "child");
        using var lotte = await intake.As("lotte");
        await lotte.Refused("number-twice", family, "members", new { role = "child", person = new { bsn = "999990548" } }, HttpStatusCode.Conflict);
        var sister = (Guid)(await lotte.Change(family, "members", new { role = "child", person = new { givenName = "Noor" }, from = "2020-01-01" }))["personId"]!;
        Assert.Equal(HttpStatusCode.Conflict, await Put(lotte, family, $"members/{sister}/particulars", new { bsn = "999990548" }));
        await lotte.Change(family, $"members/{child}/end", new { until = TestDay.Today });
        Assert.Equal(HttpStatusCode.OK, await Put(lotte, family, $"members/{sister}/particulars", new { bsn = "999990548" }));

        var twice = JsonNode.Parse(RegisterContactTests.Concern("999990548"))!;
        var members = twice["family"]!["members"]!.AsArray();
        members.Add(members[0]!.DeepClone());
        using var system = await intake.AsClient("gm0344-case-system");
        using var refused = await system.PostAsJsonAsync("/gm0344/intake/v1/contacts", twice, Cancel);
        Assert.Equal("urn:geborgen:problem:number-twice", (string?)(await refused.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]);
        twice["kind"] = "emergency";
        using var stored = await system.PostAsJsonAsync("/gm0344/intake/v1/contacts", twice, Cancel);
        Assert.Equal(HttpStatusCode.Created, stored.StatusCode);
    }

    [Fact]
    public async Task A_past_member_is_found_until_when()
    {
        var (family, mother) = await FamilyOf("999990561", "Mira");
        using var lotte = await intake.As("lotte");
        using var bram = await intake.As("bram", "consultation");
        await lotte.Change(family, $"members/{mother}/end", new { until = TestDay.Today });

        var found = Assert.Single((await Json(await lotte.Post("/gm0344/intake/v1/persons/_zoek", null, new { bsn = "999990561" })))["items"]!.AsArray())!;
        Assert.Equal(($"{TestDay.Today:yyyy-MM-dd}", "+31 30 000 0010"), ((string?)found["until"], (string?)found["contactPoint"]!["phone"]));
        var known = await Json(await bram.Post("/gm0344/intake/v1/persons/_bekend", null, new { bsn = "999990561" }));
        Assert.Equal((true, $"{TestDay.Today:yyyy-MM-dd}"), ((bool)known["known"]!, (string?)known["until"]));
    }

    [Fact]
    public async Task A_data_breach_lists_the_readers_of_its_own_file()
    {
        var (family, mother) = await FamilyOf("999990573", "Mira");
        using var lotte = await intake.As("lotte");
        await lotte.Change(family, "members", new { role = "parent", person = new { givenName = "Bas" } });
        var split = await lotte.Change(family, "split", new { members = new[] { mother }, reason = "She left." });
        var other = $"{Families}{split["splits"]![0]!["newFamilyId"]}";
        await Assign(lotte, other, "daan");
        using var daan = await intake.As("daan");
        await daan.Read($"{other}/members");

        await lotte.Change(family, $"members/{mother}/removal", new { reason = "It is another woman of that name." });

        var breach = (await Items(lotte, "/gm0344/intake/v1/data-breaches?limit=100")).Single(one => (Guid)one["familyId"]! == Id(family));
        Assert.Empty((await lotte.Read($"/gm0344/intake/v1/data-breaches/{breach["id"]}"))["recipients"]!.AsArray());
    }

    [Fact]
    public async Task Correcting_one_particular_changes_one_and_null_clears_with_a_reason()
    {
        var (family, mother) = await FamilyOf("999990585", "Mira");
        using var lotte = await intake.As("lotte");
        await Put(lotte, family, $"members/{mother}/particulars", new { birthDate = "1990-02-03", language = "ar", needsInterpreter = true });

        Assert.Equal(HttpStatusCode.OK, await Put(lotte, family, $"members/{mother}/particulars", new { givenName = "Mirre", reason = "Misheard." }));
        var known = Assert.Single(await Items(lotte, $"{family}/members"));
        Assert.Equal(
            ("Mirre", "Test", "1990-02-03", "ar", true),
            ((string?)known["givenName"], (string?)known["familyName"], (string?)known["birthDate"], (string?)known["language"], (bool)known["needsInterpreter"]!));

        Assert.Equal(HttpStatusCode.BadRequest, await Put(lotte, family, $"members/{mother}/particulars", new { language = (string?)null }));
        Assert.Equal(HttpStatusCode.OK, await Put(lotte, family, $"members/{mother}/particulars", new { language = (string?)null, bsn = (string?)null, reason = "Of another." }));
        Assert.Null(Assert.Single(await Items(lotte, $"{family}/members"))["language"]);
        await using var db = intake.OpenOwner();
        Assert.Null((await db.Persons.SingleAsync(one => one.Id == mother, Cancel)).Bsn);
    }

    [Fact]
    public async Task A_correction_of_a_residence_is_not_a_move()
    {
        var (family, mother) = await FamilyOf("999990597", "Mira");
        using var lotte = await intake.As("lotte");
        using var emergency = await intake.As("lotte", "emergency-response");
        Assert.Equal(HttpStatusCode.Conflict, await Put(lotte, family, $"members/{mother}/residence", new { secret = false, reason = "Mistyped." }));
        Assert.Equal(HttpStatusCode.BadRequest, await Put(lotte, family, $"members/{mother}/residence", new { secret = false, since = "2099-01-01" }));
        await Put(lotte, family, $"members/{mother}/residence", new { secret = false, street = "Dorpsweg", since = "2024-03-01" });

        await Put(lotte, family, $"members/{mother}/residence", new { secret = false, street = "Dorpsstraat", reason = "Mistyped." });
        var known = Assert.Single(await Items(emergency, $"{family}/residences"));
        Assert.Equal(("Dorpsstraat", "2024-03-01"), ((string?)known["street"], (string?)known["since"]));
        await Put(lotte, family, $"members/{mother}/residence", new { secret = false, street = "Kerkstraat" });

        Assert.Equal($"{TestDay.Today:yyyy-MM-dd}", (string?)Assert.Single(await Items(emergency, $"{family}/residences"))["since"]);
        await using var db = intake.OpenOwner();
        Assert.Equal(["Mistyped.", null, null], await db.Residences.Where(one => one.PersonId == mother).OrderBy(one => one.RecordedAt).Select(one => one.WhyWrong).ToListAsync(Cancel));
    }

    async Task<(string Path, Guid Person)> FamilyOf(string bsn, string? givenName, string role = "parent")
    {
        var concern = JsonNode.Parse(RegisterContactTests.Concern(bsn))!;
        concern["family"]!["members"]![0] = new JsonObject { ["role"] = role, ["givenName"] = givenName, ["familyName"] = givenName is null ? null : "Test", ["bsn"] = bsn };
        var path = $"{Families}{(await intake.Register(concern))["familyId"]}";
        using var lotte = await intake.As("lotte");
        return (path, (Guid)Assert.Single(await Items(lotte, $"{path}/members"))["personId"]!);
    }

    async Task<string> ContactOf(string family)
    {
        await using var db = intake.OpenOwner();
        var id = Id(family);
        return $"/gm0344/intake/v1/contacts/{await db.Contacts.Where(one => one.FamilyId == id).Select(one => one.Id).SingleAsync(Cancel)}";
    }

    async Task Assign(HttpClient lotte, string family, string worker) =>
        await lotte.Change(family, "key-worker", new { worker = new { account = await intake.Account(worker) } });

    async Task<int> Logged(string family, string resource, Guid person, string worker)
    {
        var (id, account) = (Id(family), await intake.Account(worker));
        await using var db = intake.OpenOwner();
        return await db.Set<AccessRecord>().CountAsync(
            row => row.FamilyId == id && row.SubjectId == person && row.Resource == resource && row.Account == account, Cancel);
    }

    static async Task<List<JsonObject>> Links(HttpClient client, string family) => await Items(client, $"{family}/person-links");

    static async Task<List<JsonObject>> Items(HttpClient client, string path) => [.. (await client.Read(path))["items"]!.AsArray().Select(one => one!.AsObject())];

    static async Task<HttpStatusCode> Put(HttpClient client, string family, string what, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"{family}/{what}") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", await client.Etag(family));
        using var answer = await client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    static async Task<JsonObject> Json(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;

    static (bool, string?) Place(JsonObject one) => ((bool)one["secret"]!, (string?)one["town"]);

    static (string?, string?) Name(JsonObject one) => ((string?)one["givenName"], (string?)one["familyName"]);

    static Guid Id(string path) => Guid.Parse(path.Split('/')[^1]);
}
