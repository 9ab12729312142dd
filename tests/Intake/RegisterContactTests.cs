using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Tests;

public class RegisterContactTests(IntakeServer intake)
{
    const string Contacts = "/gm0344/intake/v1/contacts";
    const string Smallest = """{ "kind": "concern", "channel": "system", "receivedAt": "2026-11-20T14:05:00+01:00", "statements": [ { "text": "x" } ] }""";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sender_gets_the_state_of_what_it_sent_and_nothing_more()
    {
        using var system = await intake.AsClient("gm0344-case-system");
        using var answer = await Post(system, Concern("999990019"));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var body = await Json(answer);
        Assert.Equal(["familyId", "id", "receivedAt", "registeredAt", "statements", "status"], body.Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal(ContactHttp.JustNow.Replace("+00:00", ".000Z", StringComparison.Ordinal), body["receivedAt"]!.GetValue<string>());

        using var state = await system.GetAsync(answer.Headers.Location, Cancel);
        Assert.Equal(body.ToJsonString(), (await Json(state)).ToJsonString());
        Assert.Equal(answer.Headers.ETag!, state.Headers.ETag);
    }

    [Fact]
    public async Task The_sender_finds_again_what_it_sent_since_a_moment_and_amends_and_takes_back_its_own_words()
    {
        using var system = await intake.AsClient("gm0344-case-system");
        using var earlier = await Post(system, Concern("999990019"));
        using var answer = await Post(system, Concern("999990019"));
        var (before, sent) = (await Json(earlier), await Json(answer));
        const string submissions = "/gm0344/intake/v1/submissions";

        var since = (await system.Read($"{submissions}?since={(string?)sent["registeredAt"]}"))["items"]!.AsArray();
        Assert.Contains(since, one => JsonNode.DeepEquals(one, sent));
        Assert.DoesNotContain(since, one => (string?)one!["id"] == (string?)before["id"]);

        var (path, statement) = ($"{submissions}/{sent["id"]}", sent["statements"]![0]!["id"]);
        await system.Change(path, $"statements/{statement}/amendments", new { text = "It was the day before." });
        var state = await system.Change(path, $"statements/{statement}/withdrawal", null);
        Assert.Equal((3, "withdrawn"), ((int?)state["statements"]![0]!["number"], (string?)state["statements"]![0]!["status"]));
    }

    [Theory]
    [InlineData("child", "child")]
    [InlineData("parent", "parent")]
    [InlineData("grandparent", "adult")]
    [InlineData("partner", "adult")]
    public async Task Whose_words_they_are_follows_from_the_member_who_said_them(string role, string author)
    {
        var told = JsonNode.Parse(Concern("999990019"))!;
        told["family"]!["members"] = new JsonArray(new JsonObject { ["role"] = role });
        told["statements"] = new JsonArray(new JsonObject { ["text"] = "I was there.", ["member"] = 0 });
        var contact = await intake.Register(told);
        using var lotte = await intake.As("lotte");

        Assert.Equal(author, (string?)(await lotte.Read($"{Contacts}/{contact["id"]}"))["statements"]![0]!["author"]);
    }

    [Fact]
    public async Task Another_system_does_not_see_what_one_sent()
    {
        using var system = await intake.AsClient("gm0344-case-system");
        using var elsewhere = await intake.AsClient("gm0355-case-system");
        using var answer = await Post(system, Concern("999990019"));

        using var read = await elsewhere.GetAsync(answer.Headers.Location, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
    }

    [Fact]
    public async Task The_team_on_duty_reads_all_of_it_but_a_shielded_reporter()
    {
        var contact = await intake.Register(JsonNode.Parse(Concern("999990019"))!);
        using var lotte = await intake.As("lotte");

        var read = await lotte.GetFromJsonAsync<JsonObject>($"{Contacts}/{contact["id"]}", Cancel);

        Assert.Equal("Seen.", read!["statements"]![0]!["text"]!.GetValue<string>());
        Assert.Equal("school", read["reporter"]!["role"]!.GetValue<string>());
        Assert.Null(read["reporter"]!["name"]);
    }

    [Fact]
    public async Task Who_of_the_family_spoke_is_known_and_their_words_stand_first()
    {
        var contact = await intake.Register(new
        {
            kind = "concern",
            channel = "system",
            receivedAt = ContactHttp.JustNow,
            statements = new object[]
            {
                new { text = "Seen by the doctor.", author = "professional", authorName = "Dr. Postma" },
                new { text = "Said by grandmother.", author = "network", member = 1 },
                new { text = "Said by the child.", author = "child", member = 0 },
            },
            family = new { members = new[] { new { role = "child", givenName = "Milan" }, new { role = "grandparent", givenName = "Riet" } } },
        });
        using var lotte = await intake.As("lotte");
        var members = (await lotte.GetFromJsonAsync<JsonObject>($"/gm0344/intake/v1/families/{contact["familyId"]}/members", Cancel))!["items"]!.AsArray()
            .ToDictionary(one => (string)one!["givenName"]!, one => (string?)one!["personId"]);

        var statements = (await lotte.GetFromJsonAsync<JsonObject>($"{Contacts}/{contact["id"]}", Cancel))!["statements"]!.AsArray();

        Assert.Equal(
            [("Said by the child.", members["Milan"], null), ("Said by grandmother.", members["Riet"], null), ("Seen by the doctor.", null, "Dr. Postma")],
            statements.Select(one => ((string?)one!["text"], (string?)one["personId"], (string?)one["authorName"])));
    }

    [Theory]
    [InlineData("daan", null)]
    [InlineData("rosa", null)]
    [InlineData("rosa", "safety-assessment")]
    [InlineData("lotte", "voluntary-support")]
    public async Task Anybody_else_gets_what_an_unknown_contact_gets(string user, string? activity)
    {
        var contact = await intake.Register(JsonNode.Parse(Smallest)!);
        using var client = await intake.As(user, activity);

        using var known = await client.GetAsync($"{Contacts}/{contact["id"]}", Cancel);
        using var unknown = await client.GetAsync($"{Contacts}/{Guid.CreateVersion7()}", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, known.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(await known.Content.ReadAsStringAsync(Cancel), await unknown.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData("""{ "kind": "question", "channel": "phone" """)]
    [InlineData("""{ "kind": "advice", "channel": "web" """)]
    [InlineData("""{ "kind": "selfReferral", "channel": "web", "family": { "members": [ { "role": "child", "dueDate": "{soon}" } ] } """)]
    [InlineData("""{ "kind": "emergency", "channel": "system", "family": { "whereabouts": { "street": "Kanaalweg", "houseNumber": "900" } } """)]
    [InlineData("""{ "kind": "concern", "channel": "letter", "family": { "members": [] } """)]
    public async Task Little_is_enough(string start)
    {
        using var system = await intake.AsClient("gm0344-case-system");
        using var answer = await Post(system, start.Replace("{soon}", $"{TestDay.Today.AddDays(90):O}", StringComparison.Ordinal) + """, "receivedAt": "2026-11-20T14:05:00+01:00", "statements": [ { "text": "x" } ] }""");
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    public static TheoryData<string, string, string> BadInput => new()
    {
        { "not JSON", "{ \"kind\": ", "" },
        { "an array", "[]", "" },
        { "nothing", "", "" },
        { "a wrong type", Smallest.Replace("\"x\"", "5"), "statements[0].text" },
        { "an unknown kind", Smallest.Replace("concern", "rumour"), "kind" },
        { "an unknown member", Smallest.Replace("\"kind\"", "\"riskScore\": 7, \"kind\""), "riskScore" },
        { "a kind twice", Smallest.Replace("\"kind\"", "\"kind\": \"question\", \"kind\""), "kind" },
        { "no kind", Smallest.Replace("\"kind\": \"concern\",", ""), "kind" },
        { "no statement", Smallest.Replace("{ \"text\": \"x\" }", ""), "statements" },
        { "an empty statement", Smallest.Replace("\"x\"", "\" \""), "statements[0].text" },
        { "a text that is too long", Smallest.Replace("\"x\"", $"\"{new string('x', 20_001)}\""), "statements[0].text" },
        { "a date-time without an offset", Smallest.Replace("+01:00", ""), "receivedAt" },
        { "the last date-time that there is", Smallest.Replace("2026-11-20T14:05:00+01:00", "9999-12-31T23:59:59.9999999Z"), "receivedAt" },
        { "the first date-time that there is", Smallest.Replace("2026-11-20T14:05:00+01:00", "0001-01-01T00:00:00Z"), "receivedAt" },
        { "a BSN that fails the 11-test", Concern("999990018"), "family.members[0].bsn" },
        { "a BSN of zeros", Concern("000000000"), "family.members[0].bsn" },
        { "a NUL", Smallest.Replace("\"x\"", "\"a\\u0000b\""), "statements[0].text" },
        { "half a surrogate pair", Smallest.Replace("\"x\"", "\"a\\ud83d\""), "statements[0].text" },
        { "fifty-one members", WithMembers(51), "family.members" },
        { "ten thousand members", WithMembers(10_000), "family.members" },
    };

    [Theory]
    [MemberData(nameof(BadInput))]
    public async Task Bad_input_is_named_and_leaves_nothing(string what, string body, string field)
    {
        using var system = await intake.AsClient("gm0344-case-system");
        var before = await intake.Rows();

        using var answer = await Post(system, body, key: Guid.CreateVersion7().ToString());

        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{what} was answered {answer.StatusCode}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await Json(answer);
        if (field.Length > 0)
            Assert.Contains(field, problem["errors"]!.AsObject().Select(error => error.Key));
        Assert.Equal(before, await intake.Rows());
    }

    [Theory]
    [InlineData("""{ "kind": "advice", "channel": "web", "receivedAt": "2026-11-20T14:05:00+01:00", "statements": [ { "text": "x" } ], "family": { "members": [ { "role": "child" } ] } }""", "advice-with-person-data")]
    [InlineData("""{ "kind": "concern", "channel": "web", "receivedAt": "2099-01-01T00:00:00+01:00", "statements": [ { "text": "x" } ] }""", "received-in-future")]
    [InlineData("""{ "kind": "concern", "channel": "web", "receivedAt": "2014-12-31T22:59:59Z", "statements": [ { "text": "x" } ] }""", "received-too-long-ago")]
    [InlineData("""{ "kind": "advice", "channel": "web", "receivedAt": "1891-01-01T00:00:00Z", "statements": [ { "text": "x" } ] }""", "received-too-long-ago")]
    [InlineData("""{ "kind": "concern", "channel": "web", "receivedAt": "2026-11-20T14:05:00+01:00", "statements": [ { "text": "x", "statedAt": "2099-01-01T00:00:00Z" } ] }""", "stated-in-future")]
    [InlineData("""{ "kind": "concern", "channel": "web", "receivedAt": "2026-11-20T14:05:00+01:00", "statements": [ { "text": "x" } ], "family": { "members": [ { "role": "child", "birthDate": "2099-01-01" } ] } }""", "born-in-future")]
    [InlineData("""{ "kind": "concern", "channel": "web", "receivedAt": "2026-11-20T14:05:00+01:00", "statements": [ { "text": "x" } ], "family": { "members": [ { "role": "child", "birthDate": "1890-01-01" } ] } }""", "born-too-long-ago")]
    [InlineData("""{ "kind": "concern", "channel": "web", "receivedAt": "2026-11-20T14:05:00+01:00", "statements": [ { "text": "x" } ], "family": { "members": [ { "role": "child", "birthDate": "2020-01-01", "dueDate": "2027-01-01" } ] } }""", "born-and-unborn")]
    [InlineData("""{ "kind": "concern", "channel": "web", "receivedAt": "2026-11-20T14:05:00+01:00", "statements": [ { "text": "x" } ], "family": { "members": [ { "role": "child", "dueDate": "2099-01-01" } ] } }""", "due-date-impossible")]
    public async Task A_rule_refuses_with_its_code_and_leaves_nothing(string body, string code)
    {
        using var system = await intake.AsClient("gm0344-case-system");
        var before = await intake.Rows();

        using var answer = await Post(system, body, key: Guid.CreateVersion7().ToString());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal($"urn:geborgen:problem:{code}", (await Json(answer))["type"]!.GetValue<string>());
        Assert.Equal(before, await intake.Rows());
    }

    [Fact]
    public async Task A_body_over_256_KB_is_refused()
    {
        using var system = await intake.AsClient("gm0344-case-system");
        using var answer = await Post(system, Smallest + new string(' ', (256 * 1024) + 1 - Smallest.Length));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Text_that_looks_like_code_is_only_text()
    {
        const string text = "'); drop table contacts; -- <script>alert(1)</script> {{7*7}} \ud83d\ude00";
        var contact = await intake.Register(new
        {
            kind = "concern",
            channel = "phone",
            receivedAt = ContactHttp.JustNow,
            statements = new[] { new { text } },
        });
        using var lotte = await intake.As("lotte");

        var read = await lotte.GetFromJsonAsync<JsonObject>($"{Contacts}/{contact["id"]}", Cancel);

        Assert.Equal(text, read!["statements"]![0]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task Another_municipalitys_system_and_an_unknown_municipality_find_nothing_here()
    {
        using var zeist = await intake.AsClient("gm0355-case-system");
        using var utrecht = await intake.AsClient("gm0344-case-system");
        var before = await intake.Rows();

        Assert.Equal(HttpStatusCode.NotFound, (await Post(zeist, Smallest)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Post(utrecht, Smallest, path: "/gm0355/intake/v1/contacts")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Post(utrecht, Smallest, path: "/nowhere/intake/v1/contacts")).StatusCode);
        Assert.Equal(before, await intake.Rows());
    }

    [Fact]
    public async Task Without_a_token_nothing_is_registered()
    {
        using var answer = await Post(intake.Anonymous, Smallest);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Fifty_posts_of_one_key_at_once_are_one_contact()
    {
        using var system = await intake.AsClient("gm0344-case-system");
        var key = Guid.CreateVersion7().ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Post(system, Smallest, key)));

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict));
        var ids = await Task.WhenAll(answers.Where(answer => answer.StatusCode == HttpStatusCode.Created)
            .Select(async answer => (await Json(answer))["id"]!.GetValue<Guid>()));
        var id = Assert.Single(ids.Distinct());
        await using var db = intake.OpenOwner();
        Assert.Equal(1, await db.Contacts.CountAsync(contact => contact.Id == id, Cancel));

        using var other = await Post(system, Smallest.Replace("\"x\"", "\"y\""), key);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
    }

    [Fact]
    public async Task The_sender_cannot_tell_whether_somebody_was_known()
    {
        using var system = await intake.AsClient("gm0344-case-system");
        using var first = await Post(system, Concern("999990044"));
        using var second = await Post(system, Concern("999990044"));

        var (before, after) = (await Json(first), await Json(second));
        Assert.Equal(Shape(before), Shape(after));
        Assert.Equal(first.Headers.Select(header => header.Key), second.Headers.Select(header => header.Key));
        Assert.NotEqual(before["familyId"]!.GetValue<Guid>(), after["familyId"]!.GetValue<Guid>());

        static string Shape(JsonObject body) => string.Join(",", body.Select(member => member.Key + member.Value!.GetValueKind()));
    }

    [Fact]
    public async Task A_citizen_service_number_stands_nowhere_in_clear()
    {
        var contact = await intake.Register(JsonNode.Parse(Concern("999990056"))!);

        await using var db = intake.OpenOwner();
        var family = contact["familyId"]!.GetValue<Guid>();
        var person = (await db.Families.AsNoTracking().SingleAsync(one => one.Id == family, Cancel)).Members.Single().PersonId;
        var sealedBsn = (await db.Persons.AsNoTracking().SingleAsync(one => one.Id == person, Cancel)).Bsn!;
        Assert.DoesNotContain("999990056", Encoding.Latin1.GetString(sealedBsn.Cipher), StringComparison.Ordinal);
        Assert.Equal(32, sealedBsn.Lookup.Length);
        Assert.Equal(0, await db.Database.SqlQuery<int>(
            $"select count(*)::int as \"Value\" from event_log where body::text like '%999990056%' or body::text like '%Milan%'").SingleAsync(Cancel));
    }

    // A child of eleven, as the number says born on another day than others.
    internal static string Concern(string? bsn = null) => Concern(bsn ?? TestBsn.Next(), TestDay.Today.AddYears(-11));

    static string Concern(string bsn, DateOnly eleven) => $$"""
        { "kind": "concern", "channel": "system", "receivedAt": "{{ContactHttp.JustNow}}",
          "reporter": { "role": "school", "name": "De Zonnewijzer", "shielded": true },
          "family": { "members": [ { "role": "child", "givenName": "Milan", "familyName": "de Groot", "birthDate": "{{eleven.AddDays(-7 - (int.Parse(bsn, CultureInfo.InvariantCulture) % 300)):O}}", "bsn": "{{bsn}}" } ] },
          "statements": [ { "kind": "observation", "author": "reporter", "text": "Seen." } ] }
        """;

    static string WithMembers(int count) => Smallest.Replace(
        "\"statements\"", $$"""
        "family": { "members": [ {{string.Join(",", Enumerable.Repeat("{\"role\":\"child\"}", count))}} ] }, "statements"
        """);

    static Task<HttpResponseMessage> Post(HttpClient client, string body, string? key = null, string path = Contacts)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request, Cancel);
    }

    static async Task<JsonObject> Json(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
}
