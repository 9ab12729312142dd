using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Geborgen.Support;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.Intake.Tests;

/// <summary>Correcting one thing changes one thing, and what stood there before stays.</summary>
public class CorrectionTests(IntakeServer intake)
{
    const string Root = "/gm0344/intake/v1";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_role_is_corrected_and_what_hangs_on_it_follows()
    {
        var (family, contact, members) = await New("child", "partner");
        var (child, man) = (members[0], members[1]);
        using var lotte = await intake.As("lotte");
        using (var said = await lotte.Post($"{contact}/statements", etag: null, new { text = "It is quiet at home.", author = "adult", personId = man, kind = "opinion" }))
            Assert.Equal(HttpStatusCode.OK, said.StatusCode);
        await lotte.Tell(contact, child);

        await Put(lotte, family, $"members/{man}/role", new { role = "parent", reason = "He is the father." });

        var read = (await lotte.Read($"{family}/members"))["items"]!.AsArray().Single(one => $"{one!["personId"]}" == $"{man}")!;
        var wrong = Assert.Single(read["wrongRoles"]!.AsArray())!;
        Assert.Equal(("parent", "partner", "He is the father."), ((string?)read["role"], (string?)wrong["role"], (string?)wrong["reason"]));
        var told = await lotte.Read(contact);
        Assert.Equal("parent", (string?)told["statements"]!.AsArray().Single(one => $"{one!["personId"]}" == $"{man}")!["author"]);
        Assert.Contains(told["telling"]!["notTold"]!.AsArray(), one => $"{one}" == $"{man}");
        await using var db = intake.OpenOwner();
        Assert.Contains("member-role-corrected", await db.Database.SqlQuery<string>($"select name as \"Value\" from event_log where stream = {Guid.Parse(family[^36..])}").ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_childs_words_stay_apart_from_a_parent_while_the_child_stands_as_another()
    {
        var (family, contact, members) = await New("child", "parent");
        using var lotte = await intake.As("lotte");
        var said = await Say(lotte, contact, members[0]);

        await Put(lotte, family, $"members/{members[0]}/role", new { role = "other", reason = "A slip." });
        await lotte.Refused("child-not-spoken-with", contact, $"statements/{said}/sharings", new { personId = members[1] });
        await Put(lotte, family, $"members/{members[0]}/role", new { role = "child", reason = "It was right." });
        await lotte.Refused("child-not-spoken-with", contact, $"statements/{said}/sharings", new { personId = members[1] });
    }

    [Fact]
    public async Task What_was_shared_of_a_child_who_stood_as_another_is_shared_no_more()
    {
        var (family, contact, members) = await New("relative", "parent");
        using var lotte = await intake.As("lotte");
        var said = await Say(lotte, contact, members[0], "adult");
        await lotte.Change(contact, $"statements/{said}/sharings", new { personId = members[1] });

        await Put(lotte, family, $"members/{members[0]}/role", new { role = "child", reason = "She is the daughter." });

        await using var db = intake.OpenOwner();
        var id = Guid.Parse(contact[^36..]);
        Assert.Empty((await db.Contacts.SingleAsync(one => one.Id == id, Cancel)).Statements.Single(one => $"{one.Id}" == said).SharedWith);
    }

    [Fact]
    public async Task Who_stood_as_a_parent_once_is_one_for_a_childs_words()
    {
        var (family, contact, members) = await New("child", "parent");
        using var lotte = await intake.As("lotte");
        var said = await Say(lotte, contact, members[0]);

        await Put(lotte, family, $"members/{members[1]}/role", new { role = "child", reason = "A slip." });

        await lotte.Refused("child-not-spoken-with", contact, $"statements/{said}/sharings", new { personId = members[1] });
    }

    [Fact]
    public async Task Who_read_a_childs_words_as_a_child_and_is_a_parent_reads_them_no_more()
    {
        var (family, contact, members) = await New("child", "child");
        using var lotte = await intake.As("lotte");
        var said = await Say(lotte, contact, members[0]);
        await lotte.Change(contact, $"statements/{said}/sharings", new { personId = members[1] });

        await Put(lotte, family, $"members/{members[1]}/role", new { role = "parent", reason = "He is the father." });

        await using var db = intake.OpenOwner();
        var id = Guid.Parse(contact[^36..]);
        Assert.Empty((await db.Contacts.SingleAsync(one => one.Id == id, Cancel)).Statements.Single(one => $"{one.Id}" == said).SharedWith);
    }

    [Fact]
    public async Task Who_must_be_told_and_stood_as_another_for_a_while_is_told_all_the_same()
    {
        var (family, contact, members) = await New("parent");
        using var lotte = await intake.As("lotte");
        await Put(lotte, family, $"members/{members[0]}/role", new { role = "other", reason = "A slip." });
        await Put(lotte, family, $"members/{members[0]}/role", new { role = "parent", reason = "It was right." });

        var read = await lotte.Read(contact);
        Assert.Equal($"{members[0]}", $"{Assert.Single(read["telling"]!["notTold"]!.AsArray())}");
        Assert.Single(read["clocks"]!.AsArray(), one => (string?)one!["term"] == "tellingThoseConcerned" && one["stoppedAt"] is null);
    }

    static async Task<string> Say(HttpClient lotte, string contact, Guid person, string author = "child")
    {
        using var said = await lotte.Post($"{contact}/statements", etag: null, new { text = "I am afraid at night.", author, personId = person, kind = "opinion" });
        Assert.Equal(HttpStatusCode.OK, said.StatusCode);
        return $"{(await said.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["statements"]!.AsArray().Single(one => $"{one!["personId"]}" == $"{person}")!["id"]}";
    }

    [Fact]
    public async Task Authority_over_who_is_no_child_holds_no_more_and_again_once_that_was_wrong()
    {
        var (family, _, members) = await New("child", "parent");
        using var lotte = await intake.As("lotte");
        await lotte.Change(family, "authority", new { childId = members[0], parentId = members[1], kind = "authority", from = "2024-01-01", source = "The register." });

        await Put(lotte, family, $"members/{members[0]}/role", new { role = "relative", reason = "She is the aunt." });
        Assert.Empty(await Authority());

        await Put(lotte, family, $"members/{members[0]}/role", new { role = "child", reason = "She is not." });
        Assert.Single(await Authority());

        async Task<JsonArray> Authority() =>
            (await lotte.Read($"{family}/members"))["items"]!.AsArray().Single(one => $"{one!["personId"]}" == $"{members[0]}")!["authority"]!.AsArray();
    }

    [Fact]
    public async Task A_role_is_corrected_with_a_reason_and_only_where_it_is_wrong()
    {
        var (family, _, members) = await New("child", "parent");
        using var lotte = await intake.As("lotte");
        await Refused(lotte, family, $"members/{members[0]}/role", new { role = "parent" }, HttpStatusCode.BadRequest, "correction-without-reason");
        await Refused(lotte, family, $"members/{members[0]}/role", new { role = "child", reason = "x" }, HttpStatusCode.Conflict, "role-is-so");
        await Refused(lotte, family, $"members/{Guid.CreateVersion7()}/role", new { role = "child", reason = "x" }, HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_wrong_house_number_is_corrected_the_rest_stays_and_the_regional_team_hears_of_it()
    {
        var (id, family, path) = await intake.RaiseEmergency();
        using var lotte = await intake.As("lotte", "emergency-response");
        var contact = $"{Root}/contacts/{(await lotte.Read(path))["contactId"]}";

        var read = await Put(lotte, contact, "whereabouts", new { houseNumber = "909", reason = "Misheard." });

        Assert.Equal(("Kanaalweg", "909"), ((string?)read["whereabouts"]!["street"], (string?)read["whereabouts"]!["houseNumber"]));
        var wrong = Assert.Single(read["wrongWhereabouts"]!.AsArray())!;
        Assert.Equal(("900", "Misheard."), ((string?)wrong["place"]!["houseNumber"], (string?)wrong["reason"]));
        Assert.NotNull((await lotte.Read(path))["placeCorrectedAt"]);
        await using var db = intake.OpenOwner();
        Assert.Contains("emergency-place-corrected", await db.Database.SqlQuery<string>($"select name as \"Value\" from event_log where stream = {id}").ToListAsync(Cancel));
        Assert.NotEqual(Guid.Empty, family);
    }

    [Fact]
    public async Task What_was_told_changes_with_a_reason_and_what_was_not_known_needs_none()
    {
        var (_, contact, _) = await New("child");
        using var lotte = await intake.As("lotte");
        await Put(lotte, contact, "whereabouts", new { street = "Kanaalweg", houseNumber = "1" });
        await Put(lotte, contact, "whereabouts", new { town = "Utrecht" });
        await Refused(lotte, contact, "whereabouts", new { houseNumber = "2" }, HttpStatusCode.BadRequest, "whereabouts-without-reason");
        await Refused(lotte, contact, "whereabouts", new { town = (string?)null }, HttpStatusCode.BadRequest, "whereabouts-without-reason");
        var read = await Put(lotte, contact, "whereabouts", new { town = (string?)null, reason = "It is another town." });
        Assert.Equal(("Kanaalweg", "1", null), ((string?)read["whereabouts"]!["street"], (string?)read["whereabouts"]!["houseNumber"], (string?)read["whereabouts"]!["town"]));
    }

    [Fact]
    public async Task Of_a_corrected_residence_what_is_left_out_stays_and_of_a_move_all_is_new()
    {
        var (family, _, members) = await New("child");
        using var daan = await intake.As("daan");
        using (var lotte = await intake.As("lotte"))
            await lotte.Change(family, "key-worker", new { worker = new { account = await intake.Account("daan") } });
        await Put(daan, family, $"members/{members[0]}/residence", new { secret = false, street = "Kanaalweg", houseNumber = "91", town = "Utrecht" });
        await Put(daan, family, $"members/{members[0]}/residence", new { secret = false, houseNumber = "19", reason = "Misread." });
        Assert.Equal(("Kanaalweg", "19", "Utrecht"), await Lives());
        await Put(daan, family, $"members/{members[0]}/residence", new { secret = false, town = (string?)null, reason = "Not known." });
        Assert.Equal(("Kanaalweg", "19", null), await Lives());
        await Put(daan, family, $"members/{members[0]}/residence", new { secret = false, street = "Dorpsstraat" });
        Assert.Equal(("Dorpsstraat", null, null), await Lives());

        async Task<(string?, string?, string?)> Lives()
        {
            var one = Assert.Single((await daan.Read($"{family}/residences"))["items"]!.AsArray())!;
            return ((string?)one["street"], (string?)one["houseNumber"], (string?)one["town"]);
        }
    }

    [Fact]
    public async Task Nothing_said_of_a_place_that_nobody_knows_changes_nothing()
    {
        var sent = await intake.Register(new { kind = "emergency", channel = "system", receivedAt = ContactHttp.JustNow, statements = new[] { new { text = "Screams are heard." } } });
        using var lotte = await intake.As("lotte");
        var contact = $"{Root}/contacts/{sent["id"]}";
        var before = await lotte.Etag(contact);

        await Put(lotte, contact, "whereabouts", new { });

        Assert.Equal(before, await lotte.Etag(contact));
        Assert.Null(Assert.Single(await lotte.ReadAll($"{Root}/families/{sent["familyId"]}/emergencies"))!["placeCorrectedAt"]);
    }

    [Fact]
    public async Task That_an_interpreter_is_needed_goes_with_a_reason_alone()
    {
        var (family, _, members) = await New("parent");
        using var lotte = await intake.As("lotte");
        await Put(lotte, family, $"members/{members[0]}/particulars", new { needsInterpreter = true });

        await Refused(lotte, family, $"members/{members[0]}/particulars", new { needsInterpreter = (bool?)null }, HttpStatusCode.BadRequest, "correction-without-reason");
        await Refused(lotte, family, $"members/{members[0]}/particulars", new { needsInterpreter = false }, HttpStatusCode.BadRequest, "correction-without-reason");
        await Put(lotte, family, $"members/{members[0]}/particulars", new { needsInterpreter = false, reason = "She speaks Dutch." });
    }

    [Theory]
    [InlineData("Blijfhof", "5", "3581 AB", "Zeist")]
    [InlineData("blijfhof", "5", null, "Zeist")]
    [InlineData("Blijfhof", null, null, null)]
    public async Task A_secret_place_becomes_open_with_a_reason_alone(string street, string? houseNumber, string? postalCode, string? town)
    {
        var (family, _, members) = await New("child");
        using var lotte = await intake.As("lotte");
        var residence = $"members/{members[0]}/residence";
        await Put(lotte, family, residence, new { secret = true, street = "Blijfhof", houseNumber = "5", town = "Zeist" });

        await Refused(lotte, family, residence, new { secret = false, street, houseNumber, postalCode, town }, HttpStatusCode.BadRequest, "correction-without-reason");

        await Put(lotte, family, residence, new { secret = false });
        await Refused(lotte, family, residence, new { secret = false, street, houseNumber, postalCode, town }, HttpStatusCode.BadRequest, "correction-without-reason");
        await Put(lotte, family, residence, new { secret = false, street = "Dorpsstraat", houseNumber = "5", town = "Zeist" });
        await Put(lotte, family, residence, new { secret = false, street, houseNumber, postalCode, town, reason = "The shelter moved." });
    }

    [Fact]
    public async Task Since_when_somebody_lives_somewhere_is_cleared_by_null()
    {
        var (family, _, members) = await New("child");
        using var lotte = await intake.As("lotte", "emergency-response");
        using var worker = await intake.As("lotte");
        var residence = $"members/{members[0]}/residence";
        await Put(worker, family, residence, new { secret = false, street = "Kanaalweg", since = "2020-01-01" });

        await Put(worker, family, residence, new { secret = false, since = (string?)null, reason = "Nobody knows." });

        Assert.Null(Assert.Single((await lotte.Read($"{family}/residences"))["items"]!.AsArray())!["since"]);
    }

    [Fact]
    public void What_a_put_leaves_out_stays_as_it_is()
    {
        var bodies = intake.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(method => method is "PUT" or "PATCH") is true)
            .Select(route => route.Metadata.GetMetadata<IAcceptsMetadata>()!.RequestType!).ToList();

        Assert.NotEmpty(bodies);
        // Beside what is needed each time, and the reason, every part says whether it was sent.
        foreach (var body in bodies)
        {
            var parts = body.GetProperties().Where(one => one.CanWrite && one.Name != "Reason").ToList();
            if (!body.IsSubclassOf(typeof(PartialRequest)))
            {
                Assert.Single(parts);
                continue;
            }
            var nothing = (PartialRequest)Activator.CreateInstance(body)!;
            foreach (var part in parts.Where(one => !one.IsDefined(typeof(RequiredMemberAttribute), inherit: false)))
            {
                part.SetValue(nothing, null);
                Assert.True(nothing.Says(part.Name), $"{body.FullName}.{part.Name} does not say whether it was sent.");
            }
        }
    }

    async Task<(string Family, string Contact, Guid[] Members)> New(params string[] roles)
    {
        var sent = await intake.Register(new
        {
            kind = "concern",
            channel = "system",
            receivedAt = ContactHttp.JustNow,
            reporter = new { role = "school", name = "De Zonnewijzer" },
            family = new { members = roles.Select((role, at) => new { role, givenName = $"{at}" }).ToArray() },
            statements = new[] { new { text = "Seen.", kind = "observation" } },
        });
        var family = $"{Root}/families/{sent["familyId"]}";
        using var lotte = await intake.As("lotte");
        var members = (await lotte.Read($"{family}/members"))["items"]!.AsArray().OrderBy(one => (string?)one!["givenName"]).Select(one => (Guid)one!["personId"]!);
        return (family, $"{Root}/contacts/{sent["id"]}", [.. members]);
    }

    static async Task<JsonObject> Put(HttpClient client, string of, string what, object body)
    {
        using var answer = await Send(client, of, what, body);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    static async Task Refused(HttpClient client, string of, string what, object body, HttpStatusCode status, string code)
    {
        using var answer = await Send(client, of, what, body);
        Assert.Equal((status, $"urn:geborgen:problem:{code}"), (answer.StatusCode, (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["type"]));
    }

    static async Task<HttpResponseMessage> Send(HttpClient client, string of, string what, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{of}/{what}") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", await client.Etag(of));
        return await client.SendAsync(request, Cancel);
    }
}
